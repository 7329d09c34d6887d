"""Code blocks: diagrams as their source, suggestions and patches line by line."""

from collections.abc import Iterable, Sequence

from markdown_it.renderer import RendererProtocol
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import escape

from bot.sandbox.pages.text.chains import chain
from bot.sandbox.pages.text.mark import marked
from bot.sandbox.pages.text.setting import Setting

_KINDS = {"+": "add", "-": "del", "@": "hunk"}
_DIAGRAMS = {"mermaid": "Mermaid diagram", "geojson": "Map", "topojson": "Map", "stl": "Solid"}


def show_fence(
    renderer: RendererProtocol, tokens: Sequence[Token], at: int, _: OptionsDict, env: EnvType
) -> str:
    """Write a code block; what it says it is decides how."""
    del renderer
    token = tokens[at]
    language = (token.info.split() or [""])[0].lower()
    lines = token.content.removesuffix("\n").split("\n")
    if language == "mermaid" and (steps := chain(token.content)):
        return _boxed("Mermaid diagram, in words", "diagram", _steps(steps))
    if language in _DIAGRAMS:
        return _boxed(f"{_DIAGRAMS[language]}, as source", "diagram", _plain(token.content))
    if language == "suggestion":
        setting = env["setting"]
        old = setting.lines if isinstance(setting, Setting) else None
        rows = [*(("-", each) for each in old or ()), *(("+", each) for each in _new(token, lines))]
        return _boxed("Suggested change", "suggestion", _rows(rows))
    if language == "diff":
        return _rows((line[:1], line) for line in lines)
    return _plain(token.content)


def _new(token: Token, lines: Sequence[str]) -> Sequence[str]:
    """Return the suggested lines: none, where the suggestion is to delete."""
    return lines if token.content else ()


def _steps(steps: Sequence[str]) -> str:
    return f"<p>{' → '.join(str(escape(each)) for each in steps)}</p>"


def _plain(text: str) -> str:
    return f"<pre><code>{escape(text)}</code></pre>\n"


def _rows(lines: Iterable[tuple[str, str]]) -> str:
    rows = "".join(
        f'<span class="{marked("row", _KINDS.get(sign, "same"))}">{escape(text)}\n</span>'
        for sign, text in lines
    )
    return f'<pre class="{marked("patch")}"><code>{rows}</code></pre>\n'


def _boxed(title: str, kind: str, inside: str) -> str:
    head = f'<p class="{marked("box-title")}">{title}</p>'
    return f'<div class="{marked("boxed", kind)}">{head}{inside}</div>\n'
