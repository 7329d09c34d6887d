"""``steward schema``: show what a template asks for, or what a configuration may say."""

from argparse import Namespace

from bot.commands.options import add_format, some
from bot.commands.output import give
from bot.commands.parser import Parser
from bot.commands.place import here
from bot.errors import StewardError

ABOUT = "print what a template asks for"
EXAMPLE = "steward schema docs/tech-spec/TEMPLATE.md --format json"
TAKES_CONFIG = False  # the contract gives --config another meaning here than elsewhere: a flag


def add_options(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "template", nargs="?", type=some, metavar="TEMPLATE", help="a file, or a template's name"
    )
    parser.add_argument(
        "--config",
        action="store_true",
        dest="of_config",
        help="print the JSON Schema of the configuration",
    )
    add_format(parser, "text", "json")


def run(asked: Namespace) -> int:
    """Print the schema that was asked for."""
    if not asked.of_config and not asked.template:
        raise StewardError("no TEMPLATE was named", mend="name a file, or a template's name")
    give(_of_config() if asked.of_config else _of_template(asked.template, asked.format), asked)
    return 0


def _of_config() -> str:
    import json

    from bot.config.published import published_schema

    return json.dumps(published_schema(), indent=2, ensure_ascii=False) + "\n"


def _of_template(name: str, wanted: str) -> str:
    from bot.app.checkout import CheckoutShelf
    from bot.app.court import derive_template
    from bot.app.templates import find_template
    from bot.app.workspace import open_workspace

    cwd = here()
    workspace = open_workspace(cwd, cwd, None)
    shelf = CheckoutShelf(workspace, cwd)
    template = find_template(name, shelf, shelf.files)
    schema = derive_template(template, workspace.policy.stages)
    if wanted == "json":
        from bot.render.as_json import schema_json

        return schema_json(schema)
    from bot.render.as_schema import render_schema

    return render_schema(schema)
