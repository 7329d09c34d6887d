"""``steward fix``: mend what is mechanical."""

import sys
from argparse import Namespace

from bot.commands.options import add_format, add_specs
from bot.commands.output import give, refuse_lost_output, say
from bot.commands.parser import Parser
from bot.commands.place import here

ABOUT = "insert the skeletons of missing sections and mend what is mechanical"
EXAMPLE = "steward fix docs/specs --write"
TAKES_CONFIG = True


def add_options(parser: Parser) -> None:
    """Say what the command takes."""
    add_specs(parser)
    parser.add_argument("--write", action="store_true", help="apply the diff instead of showing it")
    add_format(parser, "text")


def run(asked: Namespace) -> int:
    """Print the diff, with 1 where there is one, or apply it and tell what was done."""
    from bot.app.check import Request
    from bot.app.fix import fix
    from bot.app.fix_told import Summary

    request = Request(here(), tuple(asked.paths), asked.template, None, asked.config)
    told: list[str] = []
    summary = Summary()
    if asked.write:
        refuse_lost_output(asked)
    for mended in fix(request):
        summary.count(mended)
        if mended.edits and asked.write:
            mended.write()
            told.extend(f"{mended.shown}: {edit.why}\n" for edit in mended.edits)
        elif mended.edits:
            told.append(mended.diff())
    give("".join(told) if not asked.quiet else "", asked)
    left = "" if asked.quiet else summary.left()
    for line in filter(None, (summary.closing(written=asked.write), left)):
        if told and not asked.write:
            print(line, file=sys.stderr)
        else:
            say(f"{line}\n")
    return int(summary.documents > 0 and not asked.write)
