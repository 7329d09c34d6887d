"""The door to jinja2: templates see data alone, and whatever they print is made harmless."""

from functools import cache

from jinja2 import FileSystemLoader, StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from bot.render import defuse
from bot.render.paint import bar
from bot.shipped import shipped


def markdown_page(path: str) -> Template:
    """Load a template of Markdown, in which every string is literal unless a filter marked it."""
    return _environment(markdown=True).get_template(path)


def html_page(path: str) -> Template:
    """Load a template of HTML, in which every string is escaped."""
    return _environment(markdown=False).get_template(path)


@cache
def _environment(markdown: bool) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(shipped()),
        undefined=StrictUndefined,
        autoescape=not markdown,
        finalize=_literal_markdown if markdown else _literal_html,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["bar"] = bar
    environment.filters["code"] = _code
    environment.filters["exact"] = defuse.visible
    environment.filters["in_html"] = _in_html
    return environment


def _literal_markdown(value: object) -> object:
    return (
        value if isinstance(value, Markup) or not isinstance(value, str) else defuse.markdown(value)
    )


def _literal_html(value: object) -> object:
    return value if isinstance(value, Markup) or not isinstance(value, str) else defuse.prose(value)


def _code(text: str) -> Markup:
    return Markup(defuse.code(text))  # noqa: S704 - defuse has made it literal


def _in_html(text: str) -> Markup:
    return Markup(defuse.html(text))  # noqa: S704 - defuse has made it literal
