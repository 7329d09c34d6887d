"""The door to jinja2: templates see data alone, and whatever they print is made harmless."""

from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, Undefined
from markupsafe import Markup

from bot.render import defuse
from bot.render.paint import bar
from bot.shipped import shipped


class Written(str):
    """Markdown that a filter has made harmless; whatever is made of it is mere text again."""

    __slots__ = ()


def markdown_page(path: str) -> Template:
    """Load a template of Markdown, in which every string is literal unless a filter marked it."""
    return _environment(markdown=True).get_template(path)


def html_page(path: str) -> Template:
    """Load a template of HTML, in which every string is escaped."""
    return _environment(markdown=False).get_template(path)


@cache
def _environment(markdown: bool) -> Environment:
    """Make one for templates of ours, which need no sandbox: it is data that is not trusted."""
    loader = FileSystemLoader(shipped())
    if markdown:
        environment = Environment(loader=loader, **OPTIONS)  # noqa: S701 - `finalize` does it
        equip(environment)
        return environment
    options = _LAYOUT | {"autoescape": True, "finalize": _literal_html}
    environment = Environment(loader=loader, **options)  # noqa: S701 - it is among the options
    environment.filters["exact"] = defuse.visible
    return environment


def equip(environment: Environment) -> None:
    """Give an environment the filters by which Markdown is written."""
    environment.filters |= {
        "bar": bar,
        "counted": "{:,}".format,
        "code": lambda text: Written(defuse.code(text)),
        "fenced": lambda text, info="": Written(defuse.fence(text, info)),
        "code_in_html": lambda text: Written(defuse.html_code(text)),
        "in_html": lambda text: Written(defuse.html(text)),
        "link": _link,
        "reference": lambda number: Written(f"#{number:d}"),
        "ticked": lambda text: Written(defuse.ticked(text)),
    }


def _link(text: str, address: str) -> Written:
    """Link a text; the address is ours, percent-encoded, and empty where there is none."""
    shown = text if isinstance(text, Written) else defuse.markdown(text)
    return Written(f"[{shown}]({address})" if address else shown)


def _literal_markdown(value: object) -> object:
    """Let through what a filter of ours has written, and numbers; ``safe`` is no filter of ours."""
    if isinstance(value, Written | Undefined) or type(value) in {int, float}:
        return value
    return defuse.markdown(str(value))


def _literal_html(value: object) -> object:
    return value if isinstance(value, Markup) or not isinstance(value, str) else defuse.prose(value)


_LAYOUT: dict[str, Any] = {
    "auto_reload": False,  # what ships does not change, and is not looked for at each page
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
}
OPTIONS = _LAYOUT | {"autoescape": False, "finalize": _literal_markdown}
"""how Markdown is printed, by whichever environment"""
