"""The options that several commands take, in the same words everywhere."""

import argparse

from bot.commands.parser import Parser


def some(word: str) -> str:
    """Refuse an empty word, as unset variables leave them: it is not the same as none."""
    if not word:
        raise argparse.ArgumentTypeError("it is empty")
    return word


def add_common(parser: Parser, *, config: bool) -> None:
    """Add what every command takes, and the file of the configuration where it takes that."""
    common = parser.add_argument_group("options of every command")
    if config:
        default = "default: .github/spec-steward.yml"
        common.add_argument(
            "--config", type=some, metavar="FILE", help=f"the configuration ({default})"
        )
    common.add_argument(
        "--output", type=some, metavar="FILE", help="write to FILE instead of printing"
    )
    common.add_argument("--quiet", action="store_true", help="print nothing but the verdict")
    common.add_argument("--no-color", action="store_true", help="never use colours")
    common.add_argument(
        "--debug", action="store_true", help="show the traceback of an internal error"
    )


def add_format(parser: Parser, *formats: str) -> None:
    """Add the formats that it can be printed in; the first is taken where none is named."""
    first, *others = formats
    told = ", ".join((f"{first} (default)", *others)) if others else first
    parser.add_argument("--format", choices=formats, default=first, metavar="FORMAT", help=told)


def add_specs(parser: Parser) -> None:
    """Add which specs are meant, and the template that they are judged by."""
    parser.add_argument(
        "paths", nargs="*", type=some, metavar="PATH", help="a file, or a folder to look through"
    )
    parser.add_argument("--template", type=some, metavar="NAME|FILE", help="go by this template")


def add_repository(parser: Parser) -> None:
    """Add which repository of this machine is meant."""
    parser.add_argument(
        "--repo", type=some, default=".", metavar="DIR", help="the repository (default: this one)"
    )
