"""``steward plan``: what the Action would do."""

from argparse import Namespace

from bot.commands.options import add_format
from bot.commands.output import give
from bot.commands.parser import Parser

ABOUT = "print what the Action would do, and do nothing"
EXAMPLE = "steward plan --output plan.json"
TAKES_CONFIG = True


def add_options(parser: Parser) -> None:
    """Say what the command takes."""
    add_format(parser, "json")


def run(asked: Namespace) -> int:
    """Print the plan."""
    from bot.app.action.run import plan
    from bot.settings import read_runner

    give(plan(read_runner(asked.config)), asked)
    return 0
