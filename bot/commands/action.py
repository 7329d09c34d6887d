"""``steward action``: what a workflow's step runs."""

from argparse import Namespace

from bot.commands.options import add_format
from bot.commands.output import say
from bot.commands.parser import Parser
from bot.errors import StewardError

ABOUT = "be the Action: do what a workflow's event asks for"
EXAMPLE = "steward action   (in a workflow's step)"
TAKES_CONFIG = True


def add_options(parser: Parser) -> None:
    """Say what the command takes."""
    add_format(parser, "text")


def run(asked: Namespace) -> int:
    """Do it, and tell the workflow's log."""
    from bot.app.action.run import act
    from bot.settings import read_runner

    def tell(line: str) -> None:
        say("" if asked.quiet else f"{line}\n")

    try:
        runner = read_runner(asked.config)
    except StewardError as error:
        from bot.render.as_github import command_line

        tell(command_line("error", str(error)))
        raise
    return act(runner, tell)
