"""``steward check``: judge specs."""

import sys
from argparse import Namespace

from bot.commands.options import add_format, add_specs, some
from bot.commands.output import give
from bot.commands.parser import Parser
from bot.commands.place import here
from bot.commands.terminal import has_colour, progress, width
from bot.render.formats import FORMATS

ABOUT = "judge the specs at PATH, or all of this repository"
EXAMPLE = "steward check docs/specs --base main"
TAKES_CONFIG = True
_NO_SPECS = """No specs found: no document here is made from a template that is known.
A team's own template is known by its name (TEMPLATE.md beside the specs) or by its path in
.github/spec-steward.yml. Five ship: steward new tech-spec "Title" begins a spec from one."""


def add_options(parser: Parser) -> None:
    """Say what the command takes."""
    add_specs(parser)
    parser.add_argument(
        "--base", type=some, metavar="REF", help="judge only what changed since REF"
    )
    parser.add_argument("--all", action="store_true", help="with --base: count older findings too")
    parser.add_argument(
        "--fail-on",
        choices=("error", "warning", "never"),
        default="error",
        help="what makes exit code 1",
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
        nothing=_nothing(asked, changes=outcome.changes),
    )
    give(printed(outcome.report, asked.format, request.cwd, look), asked)
    if not asked.quiet:
        for notice in outcome.notices:
            print(f"steward: {notice}", file=sys.stderr)
    return int(fails(outcome.report, asked.fail_on, count_old=asked.all))


def _nothing(asked: Namespace, *, changes: bool) -> str:
    """Say why there is no spec to judge, where a base makes that a good sign."""
    if asked.base is None:
        return "" if asked.quiet or asked.paths or asked.template else _NO_SPECS
    what = "No specs among what changed" if changes else "Nothing changed"
    return f"{what} since {asked.base}."
