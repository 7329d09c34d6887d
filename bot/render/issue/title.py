"""What issues are called: plain text on one line, no longer than GitHub takes."""

from collections.abc import Mapping

from bot.markdown.inline import plain
from bot.model.title_form import FORM, filled
from bot.render.comment.phrases import clipped, file_name
from bot.render.defuse import visible

LIMIT = 256
"""characters"""
_LONG = 1_000
_NOTHING: Mapping[str, str] = {}
_NAMELESS = "Task"
_JOINS = " :-\u2013\u2014"  # what stands between a title and an id behind it


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
    values = {"id": spec_id, "title": title, "phase": phase, "text": plain(text[:_LONG])}
    said = filled(form, {name: _line(value) for name, value in values.items()})
    return clipped(visible(said), limit) or clipped(filled(FORM, {"text": _NAMELESS}), limit)


def tracking_title(spec_id: str, title: str, path: str, limit: int = LIMIT) -> str:
    """Write the title of a tracking issue; a spec without a title goes by its file.

    Its id stands there once, at the front: “Guide: FEAT-012” is “FEAT-012: Guide”.
    """
    if spec_id and title.startswith(spec_id):
        spec_id = ""
    elif spec_id and title.endswith(f" {spec_id}"):
        title = title.removesuffix(spec_id).rstrip(_JOINS) or title
    return issue_title(FORM, spec_id, title or file_name(path), limit)


def phase_title(spec_id: str, phase: str, part: str = "", limit: int = LIMIT) -> str:
    """Write the title of a phase's issue; ``part`` is such as ``2 of 3``, and is never cut off."""
    tail = f" ({_line(part)})" if part else ""
    return issue_title(FORM, spec_id, phase or "Tasks", limit - len(tail)) + tail


def _line(text: str) -> str:
    """Put it on a line, with nothing in it that is not seen; braces of its own name nothing."""
    return visible(" ".join(text[:_LONG].split()))
