"""All commands, in the order in which they are listed, and what each is made of."""

from argparse import Namespace
from importlib import import_module
from typing import Protocol, cast

from bot.commands.parser import Parser

COMMANDS = (
    "check",
    "schema",
    "explain",
    "fix",
    "new",
    "rehearse",
    "sandbox",
    "action",
    "plan",
)


class Command(Protocol):
    """What the file of a command holds; it loads what it needs of the app when it is run."""

    ABOUT: str  # in the list of commands, and as the first line of its own help
    EXAMPLE: str  # a call that works
    TAKES_CONFIG: bool  # --config FILE, with the same meaning everywhere

    def add_options(self, parser: Parser) -> None:
        """Say what the command takes."""

    def run(self, asked: Namespace) -> int:
        """Do what was asked, and give the exit code."""


def command(name: str) -> Command:
    """Load one command by its name, and no other: start-up time is a feature."""
    return cast("Command", import_module(f"bot.commands.{name}"))
