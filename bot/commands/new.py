"""``steward new``: begin a spec."""

from argparse import Namespace

from bot.commands.options import add_format, some
from bot.commands.output import give
from bot.commands.parser import Parser
from bot.commands.place import here
from bot.errors import StewardError

ABOUT = "create the next spec from a template"
EXAMPLE = 'steward new tech-spec "Parcel search"'
TAKES_CONFIG = True


def add_options(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "template", nargs="?", type=some, metavar="TEMPLATE", help="a file, or a template's name"
    )
    parser.add_argument("title", nargs="?", metavar="TITLE", help="the spec's title")
    other = parser.add_mutually_exclusive_group()
    other.add_argument("--list", action="store_true", help="list the templates that there are")
    other.add_argument(
        "--copy",
        action="store_true",
        help="copy a TEMPLATE that ships into this repository",
    )
    add_format(parser, "text")


def run(asked: Namespace) -> int:
    """Print where the new file is, or the templates to choose from."""
    from datetime import datetime

    from bot.app.new import new
    from bot.app.new_template import copied, listed

    _refuse_wrong_words(asked)
    if asked.list:
        give(listed(here(), asked.config), asked)
        return 0
    if asked.copy:
        give(copied(here(), asked.template, asked.config) + "\n", asked)
        return 0
    today = datetime.now().astimezone().date().isoformat()
    give(new(here(), asked.template, asked.title, today, asked.config) + "\n", asked)
    return 0


def _refuse_wrong_words(asked: Namespace) -> None:
    """Hold TEMPLATE and TITLE against what the options make of them."""
    given = {"TEMPLATE": asked.template, "TITLE": asked.title}
    wanted = () if asked.list else ("TEMPLATE",) if asked.copy else tuple(given)
    lacks = [name for name in wanted if given[name] is None]
    more = [word for name, word in given.items() if word is not None and name not in wanted]
    if lacks:
        what = f"the following arguments are required: {', '.join(lacks)}"
        raise StewardError(what, mend='steward new --list, then: steward new tech-spec "Title"')
    if more:
        from bot.commands.wrong_call import quoted

        what = f"{'--list' if asked.list else '--copy'} takes no {quoted(more[0])}"
        raise StewardError(what, mend="see steward new --help")
