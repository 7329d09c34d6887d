"""``steward rehearse``: the Action, on a branch of this machine."""

from argparse import Namespace
from typing import TYPE_CHECKING

from bot.commands.options import add_format, add_repository, some
from bot.commands.output import give
from bot.commands.parser import Parser
from bot.commands.place import here
from bot.commands.terminal import has_colour, width

if TYPE_CHECKING:
    from bot.app.rehearse.seen import Rehearsal

ABOUT = "run the Action on a branch of this machine, and show the pull request that it makes"
EXAMPLE = "steward rehearse --base main --merge"
TAKES_CONFIG = True


def add_options(parser: Parser) -> None:
    """Say what the command takes."""
    add_repository(parser)
    parser.add_argument(
        "--base", type=some, metavar="REF", help="what it goes into (default: the default branch)"
    )
    parser.add_argument(
        "--head", type=some, default="HEAD", metavar="REF", help="the branch (default: HEAD)"
    )
    parser.add_argument(
        "--example", action="store_true", help="take the bundled example as the repository"
    )
    parser.add_argument(
        "--merge", action="store_true", help="merge it too, and show what that changes"
    )
    parser.add_argument(
        "--html",
        type=some,
        metavar="FILE",
        help="where to write the page (default: .spec-steward/rehearsal.html)",
    )
    parser.add_argument(
        "--serve", action="store_true", help="keep the pages at a loopback address, until Ctrl-C"
    )
    add_format(parser, "text", "json")


def run(asked: Namespace) -> int:
    """Show the rehearsal; 1 where the check of its pull request fails."""
    from bot.app.rehearse.as_json import rehearsal_json
    from bot.app.rehearse.frame import Telling
    from bot.app.rehearse.run import Wanted, rehearse
    from bot.app.rehearse.text import told, verdict_lines

    telling = Telling(colour=has_colour(asked), width=width(asked))
    wanted = Wanted(
        cwd=here(),
        repo=asked.repo,
        base=asked.base,
        head=asked.head,
        config=asked.config,
        html=asked.html,
        is_example=asked.example,
        is_merging=asked.merge,
        is_serving=asked.serve,
        is_debugging=asked.debug,
    )

    def show(seen: "Rehearsal") -> None:
        if asked.format == "json":
            give(rehearsal_json(seen), asked)
        else:
            give(verdict_lines(seen) if asked.quiet else told(seen, telling), asked)

    return rehearse(wanted, show)
