"""A document that was committed in the middle of a merge: what it lists stands there twice."""

from bot.model.document import Document

_OURS, _THEIRS = "<<<<<<< ", ">>>>>>> "


def is_conflicted(document: Document) -> bool:
    """Tell whether it has the marks of a conflict; where it shows some as code, they are none."""
    code = {line for span in document.code for line in range(span.start, span.stop)}
    marks = [
        line[:8] for number, line in enumerate(document.lines, start=1)
        if line.startswith((_OURS, _THEIRS)) and number not in code
    ]  # fmt: skip
    return _OURS in marks and _THEIRS in marks[marks.index(_OURS) :]
