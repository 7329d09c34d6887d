"""The command line's grammar."""

import argparse
import re
from collections.abc import Sequence
from typing import NoReturn

import bot
from bot.errors import StewardError
from bot.render.formats import FORMATS


class Parser(argparse.ArgumentParser):
    """A parser whose complaint is one line, like all others."""

    def _check_value(self, action: argparse.Action, value: object) -> None:
        """Name the nearest right word, as argparse itself does from Python 3.14 on."""
        if action.choices is not None and value not in action.choices:
            from bot.app.wrong_call import wrong_choice  # noqa: PLC0415 - only who errs pays for it

            name = "/".join(action.option_strings) or str(action.metavar)
            raise wrong_choice(name, str(value), tuple(action.choices))

    def error(self, message: str) -> NoReturn:
        """Raise what the boundary prints, instead of a usage text of many lines."""
        raise StewardError(message, mend=f"see {self.prog} --help")


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """Read a call; what its command does not know is told with that command's own help."""
    top, commands = _grammar()
    if not arguments or arguments[0] not in commands.choices:
        _refuse_misplaced(arguments)
    asked, unknown = top.parse_known_args(arguments)
    if unknown:
        from bot.app.wrong_call import unknown_words  # noqa: PLC0415 - as above

        usage = commands.choices[asked.command].format_usage()
        raise unknown_words(unknown, asked.command, re.findall(r"--?[a-z][a-z-]*", usage))
    return asked


def _refuse_misplaced(arguments: Sequence[str]) -> None:
    from bot.app.wrong_call import misplaced  # noqa: PLC0415 - as above

    if error := misplaced(arguments):
        raise error


def _some(word: str) -> str:
    """Refuse an empty word, as unset variables leave them: it is not the same as none."""
    if not word:
        raise argparse.ArgumentTypeError("it is empty")
    return word


def _grammar() -> "tuple[Parser, Commands[Parser]]":
    """Build the grammar of all commands."""
    top = Parser(
        prog="steward",
        description="Governs a team's specs: its own template is the schema.",
        epilog="example: steward check docs/",
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"steward {bot.__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _check(commands)
    _schema(commands)
    _explain(commands)
    _fix(commands)
    _new(commands)
    _rehearse(commands)
    _sandbox(commands)
    _action(commands)
    _plan(commands)
    return top, commands


Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse has no public name for what it returns


def _command(
    commands: "Commands[Parser]", name: str, about: str, example: str, *, configured: bool = True
) -> Parser:
    command = commands.add_parser(
        name,
        help=about,
        description=f"{about[0].upper()}{about[1:]}.",
        epilog=f"example: {example}",
        allow_abbrev=False,
    )
    if configured:
        default = "default: .github/spec-steward.yml"
        command.add_argument(
            "--config", type=_some, metavar="FILE", help=f"the configuration ({default})"
        )
    command.add_argument(
        "--output", type=_some, metavar="FILE", help="write to FILE instead of printing"
    )
    command.add_argument("--quiet", action="store_true", help="print nothing but the verdict")
    command.add_argument("--no-color", action="store_true", help="never use colours")
    command.add_argument(
        "--debug", action="store_true", help="show the traceback of an internal error"
    )
    return command


def _format(command: Parser, formats: tuple[str, ...]) -> None:
    command.add_argument(
        "--format", choices=formats, default=formats[0], help=f"one of {', '.join(formats)}"
    )


def _check(commands: "Commands[Parser]") -> None:
    about = "judge the specs at PATH, or all of this repository"
    command = _command(commands, "check", about, "steward check docs/specs --base main")
    command.add_argument(
        "paths", nargs="*", type=_some, metavar="PATH", help="a file, or a folder to look through"
    )
    command.add_argument(
        "--template", type=_some, metavar="NAME|FILE", help="judge by this template"
    )
    command.add_argument(
        "--base", type=_some, metavar="REF", help="judge only what changed since REF"
    )
    command.add_argument("--all", action="store_true", help="with --base: count older findings too")
    command.add_argument(
        "--fail-on",
        choices=("error", "warning", "never"),
        default="error",
        help="what makes exit code 1",
    )
    _format(command, FORMATS)


def _schema(commands: "Commands[Parser]") -> None:
    example = "steward schema docs/tech-spec/TEMPLATE.md --format json"
    # The contract gives --config another meaning here than everywhere else: a flag.
    command = _command(
        commands, "schema", "print what a template asks for", example, configured=False
    )
    command.add_argument(
        "template",
        nargs="?",
        type=_some,
        metavar="TEMPLATE",
        help="a file, or a template's name",
    )
    command.add_argument(
        "--config",
        action="store_true",
        dest="of_config",
        help="print the JSON Schema of the configuration",
    )
    _format(command, ("text", "json"))


def _explain(commands: "Commands[Parser]") -> None:
    command = _command(
        commands, "explain", "print a rule's manual page", "steward explain placeholder"
    )
    command.add_argument(
        "rule",
        nargs="?",
        type=_some,
        metavar="RULE",
        help="a rule, or lifecycle; without it, all are listed",
    )
    _format(command, ("text", "markdown"))


def _fix(commands: "Commands[Parser]") -> None:
    about = "insert the skeletons of missing sections and mend what is mechanical"
    command = _command(commands, "fix", about, "steward fix docs/specs --write")
    command.add_argument(
        "paths", nargs="*", type=_some, metavar="PATH", help="a file, or a folder to look through"
    )
    command.add_argument(
        "--template", type=_some, metavar="NAME|FILE", help="judge by this template"
    )
    command.add_argument(
        "--write", action="store_true", help="apply the diff instead of showing it"
    )
    _format(command, ("text",))


def _new(commands: "Commands[Parser]") -> None:
    about = "create the next spec from a template"
    command = _command(commands, "new", about, 'steward new tech-spec "Parcel search"')
    command.add_argument(
        "template", nargs="?", type=_some, metavar="TEMPLATE", help="a file, or a template's name"
    )
    command.add_argument("title", nargs="?", metavar="TITLE", help="the spec's title")
    other = command.add_mutually_exclusive_group()
    other.add_argument("--list", action="store_true", help="list the templates that there are")
    other.add_argument(
        "--copy",
        action="store_true",
        help="put the TEMPLATE, one that ships, into this repository, to make it yours",
    )
    _format(command, ("text",))


def refuse_wrong_new(asked: argparse.Namespace) -> None:
    """Hold TEMPLATE and TITLE against what the options of ``new`` make of them."""
    given = {"TEMPLATE": asked.template, "TITLE": asked.title}
    wanted = () if asked.list else ("TEMPLATE",) if asked.copy else tuple(given)
    lacks = [name for name in wanted if given[name] is None]
    more = [word for name, word in given.items() if word is not None and name not in wanted]
    if lacks:
        what = f"the following arguments are required: {', '.join(lacks)}"
        raise StewardError(what, mend='steward new --list, then: steward new tech-spec "Title"')
    if more:
        what = f"{'--list' if asked.list else '--copy'} takes no {more[0]!r}"
        raise StewardError(what, mend="see steward new --help")


def _rehearse(commands: "Commands[Parser]") -> None:
    about = "run the Action on a branch of this machine, and show the pull request that it makes"
    command = _command(commands, "rehearse", about, "steward rehearse --base main --merge")
    command.add_argument(
        "--repo", type=_some, default=".", metavar="DIR", help="the repository (default: this one)"
    )
    command.add_argument(
        "--base", type=_some, metavar="REF", help="what it goes into (default: the default branch)"
    )
    command.add_argument(
        "--head", type=_some, default="HEAD", metavar="REF", help="the branch (default: HEAD)"
    )
    command.add_argument(
        "--example", action="store_true", help="take the bundled example as the repository"
    )
    command.add_argument(
        "--merge", action="store_true", help="merge it too, and show what that changes"
    )
    command.add_argument(
        "--html",
        type=_some,
        metavar="FILE",
        help="where to write the page (default: .spec-steward/rehearsal.html)",
    )
    command.add_argument(
        "--serve", action="store_true", help="keep the pages at a loopback address, until Ctrl-C"
    )
    _format(command, ("text", "json"))


def _sandbox(commands: "Commands[Parser]") -> None:
    about = "serve an embedded GitHub over a local repository"
    command = _command(commands, "sandbox", about, "steward sandbox --port 8417", configured=False)
    command.add_argument(
        "--repo", type=_some, default=".", metavar="DIR", help="the repository (default: this one)"
    )
    command.add_argument(
        "--port", type=int, default=0, metavar="N", help="the port on loopback (default: any free)"
    )
    command.add_argument(
        "--state", type=_some, metavar="DIR", help="remember everything there (default: forget it)"
    )
    _format(command, ("text",))


def _action(commands: "Commands[Parser]") -> None:
    about = "be the Action: do what a workflow's event asks for"
    command = _command(commands, "action", about, "steward action   (in a workflow's step)")
    _format(command, ("text",))


def _plan(commands: "Commands[Parser]") -> None:
    about = "print what the Action would do, and do nothing"
    command = _command(commands, "plan", about, "steward plan --output plan.json")
    _format(command, ("json",))
