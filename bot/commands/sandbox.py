"""``steward sandbox``: the embedded GitHub, served."""

from argparse import Namespace

from bot.commands.options import add_format, add_repository, some
from bot.commands.output import give
from bot.commands.parser import Parser
from bot.commands.place import here

ABOUT = "serve an embedded GitHub over a local repository"
EXAMPLE = "steward sandbox --port 8417"
TAKES_CONFIG = False


def add_options(parser: Parser) -> None:
    """Say what the command takes."""
    add_repository(parser)
    parser.add_argument(
        "--port", type=int, default=0, metavar="N", help="the port on loopback (default: any free)"
    )
    parser.add_argument(
        "--state", type=some, metavar="DIR", help="remember everything there (default: forget it)"
    )
    add_format(parser, "text")


def run(asked: Namespace) -> int:
    """Serve until it is interrupted."""
    from bot.app.stand_in import Wanted, serve_stand_in

    cwd = here()
    wanted = Wanted(cwd / asked.repo, asked.port, cwd / asked.state if asked.state else None)

    def tell(text: str) -> None:
        give(text.partition("\n")[0] + "\n" if asked.quiet else text, asked)

    serve_stand_in(wanted, tell)
    return 0
