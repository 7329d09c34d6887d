"""GitHub-flavoured Markdown to HTML that is safe to show."""

import re

from markdown_it import MarkdownIt
from markupsafe import Markup

from bot.sandbox.pages.text.alerts import box_alerts, title_alerts
from bot.sandbox.pages.text.fences import show_fence
from bot.sandbox.pages.text.headings import anchor_headings
from bot.sandbox.pages.text.reviving import revive
from bot.sandbox.pages.text.sanitising import sanitised
from bot.sandbox.pages.text.setting import Setting
from bot.sandbox.pages.text.tasks import draw_tasks

_FRONT = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)\n", re.DOTALL)


def _reader(*, breaks: bool) -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": True, "breaks": breaks})
    reader.enable(["table", "strikethrough"])
    reader.core.ruler.after("block", "alerts", box_alerts)
    reader.core.ruler.push("tasks", draw_tasks)
    reader.core.ruler.push("titles", title_alerts)
    if not breaks:
        reader.core.ruler.push("anchors", anchor_headings)
    reader.add_render_rule("fence", show_fence)
    return reader


_COMMENTS = _reader(breaks=True)
_FILES = _reader(breaks=False)


def render_comment(setting: Setting, text: str | None) -> Markup:
    """Write what somebody said; a line's end is one, as in GitHub's comments."""
    return _render(_COMMENTS, setting, text or "")


def render_file(setting: Setting, text: str) -> Markup:
    """Write a file of Markdown; its front matter is left to the source below."""
    return _render(_FILES, setting, _FRONT.sub("", text.replace("\r\n", "\n"), count=1))


def _render(reader: MarkdownIt, setting: Setting, text: str) -> Markup:
    return sanitised(revive(setting, reader.render(text, {"setting": setting})))
