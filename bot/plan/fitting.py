"""Wishes as long as GitHub takes them: a cut that says so, where it would answer with a 422.

It counts letters, but for check runs, where it counts bytes, whatever its manual says. Whoever
writes a text keeps it shorter with more sense; this is what holds if they do not.
"""

from dataclasses import replace

from bot.model.pull import Label
from bot.plan.desired import Annotation, CheckWish, Desired, IssueWish, LabelWish, PullWish
from bot.plan.marker import is_marker

TITLE = 256
BODY = 65_536
LABEL = 50
DESCRIPTION = 100
CHECK_TEXT = 65_535
CHECK_TITLE = 255
"""of a check, or of an annotation"""
MILESTONE = 255
CUT = "*This text is longer than GitHub takes: it is cut at its end.*"


def fitted(desired: Desired) -> Desired:
    """Cut what is too long; what fits stays as it is."""
    sync = desired.sync
    return Desired(
        desired.pull and _pull(desired.pull),
        None if desired.issues is None else tuple(map(_issue, desired.issues)),
        sync and replace(sync, title=short(sync.title, TITLE), body=cut_body(sync.body)),
    )


def cut_body(body: str, most: int = BODY) -> str:
    """Cut a text at its end; the lines by which the Steward knows its own stay in their places.

    That it was cut stands at the top, where no open fence or fold can swallow it.
    """
    if len(body) <= most:
        return body
    lines = body.replace("\r\n", "\n").split("\n")
    head = lines[:1] if is_marker(lines[0]) else []
    marks = [line for line in lines[len(head) :] if is_marker(line)]
    text = "\n".join(line for line in lines[len(head) :] if not is_marker(line))
    room = most - len("\n".join((*head, CUT, "", "", *marks)))
    return "\n".join((*head, CUT, "", text[: max(0, room)], *marks))


def short(text: str, most: int) -> str:
    """Cut a name or a title, with a sign that it was."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _bytes(text: str, most: int = CHECK_TEXT) -> str:
    data = text.encode()
    if len(data) <= most:
        return text
    note = f"{CUT}\n\n"
    return note + data[: most - len(note.encode())].decode(errors="ignore")


def _pull(wish: PullWish) -> PullWish:
    comment = wish.comment
    if comment and comment.body is not None:
        comment = replace(comment, body=cut_body(comment.body))
    return replace(
        wish,
        comment=comment,
        label=wish.label and _label(wish.label),
        check=wish.check and _check(wish.check),
        suggestions=tuple(each for each in wish.suggestions if len(each.body) <= BODY),
    )


def _label(wish: LabelWish) -> LabelWish:
    label = wish.label
    if label is None:
        return wish
    name, about = short(label.name, LABEL), short(label.description, DESCRIPTION)
    return replace(wish, label=Label(name, label.colour, about))


def _check(wish: CheckWish) -> CheckWish:
    title, summary = short(wish.title, CHECK_TITLE), _bytes(wish.summary)
    return replace(
        wish, title=title, summary=summary, annotations=tuple(map(_annotation, wish.annotations))
    )


def _annotation(note: Annotation) -> Annotation:
    return replace(note, title=short(note.title, CHECK_TITLE), message=_bytes(note.message))


def _issue(wish: IssueWish) -> IssueWish:
    return replace(
        wish,
        title=short(wish.title, TITLE),
        body=cut_body(wish.body),
        labels=tuple(short(name, LABEL) for name in wish.labels),
        milestone=short(" ".join(wish.milestone.split()), MILESTONE),
    )
