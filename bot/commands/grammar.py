"""The command line's grammar: a command first, then what that command takes."""

import re
from argparse import Namespace
from collections.abc import Sequence

import bot
from bot.commands.catalogue import COMMANDS, command
from bot.commands.options import add_common
from bot.commands.parser import Parser


def parsed(arguments: Sequence[str]) -> Namespace:
    """Read a call; what its command does not know is told with that command's own help.

    Of all commands only the one that was called is loaded, and its options are made.
    """
    name = arguments[0] if arguments else ""
    if name not in COMMANDS:
        return _without_command(arguments)
    parser = _parser_of(name)
    asked, unknown = parser.parse_known_args(arguments[1:], Namespace(command=name))
    if unknown:
        from bot.commands.wrong_call import unknown_words

        options = re.findall(r"(?<![\w-])--?[a-z][a-z-]*", parser.format_help())
        raise unknown_words(unknown, name, options)
    return asked


def _parser_of(name: str) -> Parser:
    called = command(name)
    parser = Parser(
        prog=f"steward {name}",
        description=f"{called.ABOUT[0].upper()}{called.ABOUT[1:]}.",
        epilog=f"example: {called.EXAMPLE}",
        allow_abbrev=False,
    )
    called.add_options(parser)
    add_common(parser, config=called.TAKES_CONFIG)
    parser.shorten_usage()
    return parser


def _without_command(arguments: Sequence[str]) -> Namespace:
    """Print the help or the version, or complain: there is nothing else to do."""
    from bot.commands.wrong_call import misplaced

    if error := misplaced(arguments):
        raise error
    top = Parser(
        prog="steward",
        description="Governs a team's specs: its own template is the schema.",
        epilog="example: steward check docs/",
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"steward {bot.__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name in COMMANDS:
        commands.add_parser(name, help=command(name).ABOUT)
    return top.parse_args(arguments)
