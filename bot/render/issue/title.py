"""What issues are called: plain text on one line, no longer than GitHub takes."""

import re
from collections.abc import Mapping
from html import unescape
from itertools import pairwise

from bot.markdown.inline import CODE_SPAN, plain
from bot.model.title_form import FORM, filled
from bot.render.comment.phrases import clipped, file_name
from bot.render.defuse import visible

LIMIT = 256
"""characters"""
_LONG = 1_000
_NOTHING: Mapping[str, str] = {}
_NAMELESS = "Task"
_JOINS = " :-\u2013\u2014"  # what stands between a title and an id behind it

# What ends a sentence ends no title; it stays where it belongs to a word, and in code.
_KEPT = r":[\w+-]+:|\betc\.|\.\.+|\.\w\."
_END = re.compile(rf"(?P<kept>{_KEPT})[*_]*$|(?<!\\)[.,:;]+(?P<marks>[*_]*)$", re.I)


def issue_title(
    form: str,
    spec_id: str,
    text: str,
    limit: int = LIMIT,
    *,
    title: str = "",
    phase: str = "",
) -> str:
    """Write the title of a task by a form such as ``{id}: {text}``."""
    whole = _decoded(text[:_LONG])
    said = plain(_endless(whole.strip())) or plain(whole)
    return _titled(form, {"id": spec_id, "title": title, "phase": phase, "text": said}, limit)


def tracking_title(spec_id: str, title: str, path: str, limit: int = LIMIT) -> str:
    """Write the title of a tracking issue; a spec without a title goes by its file.

    Its id stands there once, at the front: “Guide: FEAT-012” is “FEAT-012: Guide”.
    """
    if spec_id and title.startswith(spec_id):
        spec_id = ""
    elif spec_id and title.endswith(f" {spec_id}"):
        title = title.removesuffix(spec_id).rstrip(_JOINS) or title
    return _named(spec_id, title or file_name(path), limit)


def phase_title(spec_id: str, phase: str, part: str = "", limit: int = LIMIT) -> str:
    """Write the title of a phase's issue; ``part`` is such as ``2 of 3``, and is never cut off."""
    tail = f" ({_line(part)})" if part else ""
    return _named(spec_id, phase or "Tasks", limit - len(tail)) + tail


def _named(spec_id: str, heading: str, limit: int) -> str:
    """Write the title of what a heading names; milestones go by it, so it ends as that does."""
    return _titled(FORM, {"id": spec_id, "text": plain(_decoded(heading[:_LONG]))}, limit)


def _titled(form: str, values: Mapping[str, str], limit: int) -> str:
    said = filled(form, {name: _line(value) for name, value in values.items()})
    return clipped(visible(said), limit) or clipped(filled(FORM, {"text": _NAMELESS}), limit)


def _decoded(text: str) -> str:
    """Write entities as what they stand for, as a title shows none; in code they are none."""
    if "&" not in text:
        return text
    code = [match.span() for match in CODE_SPAN.finditer(text)]
    ends = [0, *(at for span in code for at in span), len(text)]
    pieces = [text[start:stop] for start, stop in pairwise(ends)]
    return "".join(each if at % 2 else unescape(each) for at, each in enumerate(pieces))


def _endless(text: str) -> str:
    """Leave out the full stop, the comma or the colon that a task ends with."""
    return _END.sub(lambda match: match[0] if match["kept"] else match["marks"], text)


def _line(text: str) -> str:
    """Put it on a line, with nothing in it that is not seen; braces of its own name nothing."""
    return visible(" ".join(text[:_LONG].split()))
