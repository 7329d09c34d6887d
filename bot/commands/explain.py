"""``steward explain``: the manual of the rules and of the lifecycle."""

from argparse import Namespace

from bot.commands.options import add_format, some
from bot.commands.output import give
from bot.commands.parser import Parser
from bot.commands.terminal import has_colour

ABOUT = "print a rule's manual page"
EXAMPLE = "steward explain placeholder"
TAKES_CONFIG = True


def add_options(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "rule",
        nargs="?",
        type=some,
        metavar="RULE",
        help="a rule, or lifecycle; without it, all are listed",
    )
    add_format(parser, "text", "markdown")


def run(asked: Namespace) -> int:
    """Print one page, or the list of all."""
    from bot.app.explain import LIFECYCLE, explain, listing

    if asked.rule == LIFECYCLE:
        from bot.app.explain_lifecycle import lifecycle

        give(lifecycle(asked.format, colour=has_colour(asked)), asked)
        return 0
    give(explain(asked.rule).markdown() if asked.rule else listing(), asked)
    return 0
