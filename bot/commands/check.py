"""``steward check``: judge specs."""

import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from bot.commands.options import add_format, add_specs, some
from bot.commands.output import give
from bot.commands.parser import Parser
from bot.commands.place import here
from bot.commands.terminal import has_colour, progress, width
from bot.render.formats import FORMATS

if TYPE_CHECKING:
    from bot.app.check import Outcome

ABOUT = "judge the specs at PATH, or all of this repository"
EXAMPLE = "steward check docs/specs --base main"
TAKES_CONFIG = True


def add_options(parser: Parser) -> None:
    """Say what the command takes."""
    add_specs(parser)
    parser.add_argument(
        "--base", type=some, metavar="REF", help="judge only what changed since REF"
    )
    parser.add_argument("--all", action="store_true", help="with --base: count older findings, too")
    parser.add_argument(
        "--fail-on",
        choices=("error", "warning", "never"),
        default="error",
        metavar="LEVEL",
        help="what makes exit code 1: error (default), warning or never",
    )
    add_format(parser, *FORMATS)


def run(asked: Namespace) -> int:
    """Print the report; 1 where it has what ``--fail-on`` names."""
    from bot.app.check import Request, check
    from bot.app.printing import Look, needs_all, printed
    from bot.app.verdict import fails

    request = Request(
        cwd=here(),
        paths=tuple(asked.paths),
        template=asked.template,
        base=asked.base,
        config=asked.config,
        full=needs_all(asked.format),
    )
    outcome = check(request, progress(asked))
    look = Look(
        colour=has_colour(asked),
        width=width(asked),
        quiet=asked.quiet,
        show_all=asked.all,
        nothing=_nothing(asked, outcome),
    )
    notices = "" if asked.quiet else "".join(f"steward: {each}\n" for each in outcome.notices)
    is_cause = not outcome.report.specs  # and a cause is told before what comes of it
    sys.stderr.write(notices if is_cause else "")
    give(printed(outcome.report, asked.format, request.cwd, look), asked)
    sys.stderr.write("" if is_cause else notices)
    return int(fails(outcome.report, asked.fail_on, count_old=asked.all))


def _nothing(asked: Namespace, outcome: "Outcome") -> str:
    """Say why there is no spec to judge, where a base makes that a good sign."""
    if asked.base is None:
        return "" if asked.quiet else outcome.no_spec
    what = "No specs among what changed" if outcome.changes else "Nothing changed"
    return f"{what} since {asked.base}."
