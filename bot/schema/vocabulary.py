"""The values that a field may take, read from the way in which a template presents them."""

import re
from collections.abc import Sequence

from bot.model.schema import StatusSchema
from bot.model.stage import Stage
from bot.schema.words import STAGE_OF

_WRAPPED = ("[]", "{}", "<>", "()", '""', "''")
_OPEN_ENDED = re.compile(r"\betc\b|\be\.g\b|\.\.\.|…|\bexample\b", re.I)
_SEPARATORS = (
    r"\s*\|\s*",
    r"\s*(?:→|⇒|->|=>)\s*",
    r"\s+/\s+|(?<=\w)/(?=\w)",
    r"\s*,\s*(?:(?:and|or)\s+)?|\s+or\s+",
)
_WORD = re.compile(r"[^\W\d_][\w '&-]{0,40}")
_LONGEST_VALUE = 4
_LABEL = re.compile(r".*(?::|\bone of\b|\bvalues are\b|\beither\b)\s*", re.I | re.S)


def read_values(raw: str, comment: str, *, loose: bool) -> tuple[tuple[str, ...], bool]:
    """Read the values that a template offers, and whether they are all there are.

    ``loose`` is for a status, where ``Draft/Approved`` is a choice; elsewhere a slash or a comma
    is as likely part of the text, and only ``|`` and ``or`` tell.
    """
    text = _unwrap(raw)
    values = _split(text, loose=loose)
    if not values and comment:
        listed = _split(_LABEL.sub("", comment).strip(" .`'\""), loose=True)
        if len(listed) > 1 and (loose or text.casefold() in (v.casefold() for v in listed)):
            values = listed
    closed = len(values) > 1 and not _OPEN_ENDED.search(f"{raw} {comment if loose else ''}")
    if not values and loose and (match := _WORD.fullmatch(text)):
        values = (match[0].strip(),)
    return values, closed


def _unwrap(raw: str) -> str:
    text = raw.strip()
    while len(text) > 1 and any(text[0] == w[0] and text[-1] == w[1] for w in _WRAPPED):
        text = text[1:-1].strip()
    return text.strip("\"'`*{}<> ")


def _split(text: str, *, loose: bool) -> tuple[str, ...]:
    for number, separator in enumerate(_SEPARATORS):
        parts = [part.strip(" .`'\"*()") for part in re.split(separator, text)]
        parts = [part for part in parts if part and part not in ("…", "...", "etc")]
        if len(parts) < 2:  # noqa: PLR2004 - nothing was split
            continue
        telling = number == 0 or (len(parts) > 2 and re.search(r",\s*or\b", text))  # noqa: PLR2004
        if not loose and not telling:
            continue
        if all(len(p.split()) <= _LONGEST_VALUE and _WORD.match(p) for p in parts):
            return tuple(dict.fromkeys(parts))
        return ()
    return ()


def status_schema(values: Sequence[str], closed: bool, stages: dict[str, Stage]) -> StatusSchema:
    """Map each word of a vocabulary to its stage: as configured, else by the dictionary."""
    known = {word.casefold(): stage for word, stage in stages.items()}
    found: dict[str, Stage] = {}
    for value in values:
        word = value.casefold()
        leading = known.get(word) or STAGE_OF.get(word) or _leading_stage(word)
        if leading:
            found[value] = leading
    return StatusSchema(tuple(values), closed, found)


def _leading_stage(word: str) -> Stage | None:
    """Find the stage of a value by its leading words: ``superseded by ADR-0123``."""
    words = word.split()
    for count in range(len(words) - 1, 0, -1):
        if stage := STAGE_OF.get(" ".join(words[:count])):
            return stage
    return None
