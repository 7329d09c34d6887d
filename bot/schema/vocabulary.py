"""The values that a field may take, read from the way in which a template presents them."""

import re
from collections.abc import Sequence

from bot.model.schema import StatusSchema
from bot.model.stage import Stage
from bot.schema.fold import from_first_word
from bot.schema.words import NOT_APPLICABLE, NOTHING_YET, spaced, stage_of

_WRAPPED = ("[]", "{}", "<>", "()", '""', "''")
_OPEN_ENDED = re.compile(r"\betc\b|\be\.g\b|\.\.\.|…|\bexample\b|\bsuch as\b", re.I)
_SEPARATORS = (
    r" ?\| ?",
    r" ?(?:→|⇒|->|=>) ?",
    r" / |(?<=\w)/(?=\w)",
    r" ?, ?(?:(?:and|or) )?| or ",
)
_WORD = re.compile(r"[^\W\d_][\w '&-]{0,40}")
_ASIDE = re.compile(r" ?(?:\([^()]*\)|[\[<{(].*)$")
_PARTNER = re.compile(r"(?<=\w)[ -](?:by|to|with)(?: .*)?$", re.I)
_LONGEST_VALUE = 4
_LABEL = re.compile(r".*(?::|\bone of\b|\bvalues are\b|\beither\b)\s*", re.I | re.S)
_ASKED = re.compile(r"\?|\bsuch as\b|\be\.g\b\.?", re.I)
_LONGEST = 500  # letters of a value or a comment in which others are looked for


def read_values(raw: str, comment: str, *, loose: bool) -> tuple[tuple[str, ...], bool]:
    """Read the values that a template offers, and whether they are all there are.

    ``loose`` is for a status, where ``Draft/Approved`` is a choice; elsewhere a slash or a comma
    is as likely part of the text, and only ``|`` and ``or`` tell.
    """
    text = _unwrap(raw)
    said = " ".join(comment[:_LONGEST].split())
    values = () if NOT_APPLICABLE.fullmatch(text) else _split(text, loose=loose)
    if not values and said:
        listed = _split(_LABEL.sub("", said).strip(" .`'\""), loose=True)
        if len(listed) > 1 and (loose or text.casefold() in (v.casefold() for v in listed)):
            values = listed
    closed = len(values) > 1 and not _OPEN_ENDED.search(f"{text} {said if loose else ''}")
    if not values and loose:
        values = _default(text, wrapped=text != raw.strip().strip("*_` "))
    return values, closed


def _unwrap(raw: str) -> str:
    text = " ".join(raw[:_LONGEST].split())
    while len(text) > 1 and any(text[0] == w[0] and text[-1] == w[1] for w in _WRAPPED):
        text = text[1:-1].strip()
    return text.strip("\"'`*{}<> ")


def _default(text: str, *, wrapped: bool) -> tuple[str, ...]:
    """Take a lone word for the status that documents start with, unless it stands for one."""
    word = from_first_word(text)
    known = stage_of(word) is not None
    if known or (_WORD.fullmatch(word) and not wrapped and not NOTHING_YET.fullmatch(word)):
        return (word.strip(),)
    return ()


def _split(text: str, *, loose: bool) -> tuple[str, ...]:
    for number, separator in enumerate(_SEPARATORS):
        parts = [_clean(part) for part in re.split(separator, text)]
        parts = [part for part in parts if part and part not in ("…", "...", "etc")]
        if len(parts) < 2:  # noqa: PLR2004 - nothing was split
            continue
        telling = number == 0 or (len(parts) > 2 and re.search(r",\s*or\b", text))  # noqa: PLR2004
        if not loose and not telling:
            continue
        if _ASKED.search(text):
            parts = [word for part in parts if stage_of(word := _ASKED.split(part)[-1].strip())]
        if all(len(p.split()) <= _LONGEST_VALUE and _WORD.match(p) for p in parts):
            return tuple(dict.fromkeys(parts))
        return ()
    return ()


def _clean(part: str) -> str:
    """Take off a value what is said about it: ``🟢 Accepted (date)``, ``Superseded by [ADR-1]``."""
    words = _ASIDE.sub("", from_first_word(part))
    return _PARTNER.sub("", words.strip(" .`'\"*)]}>"))


def status_schema(values: Sequence[str], closed: bool, stages: dict[str, Stage]) -> StatusSchema:
    """Map each word of a vocabulary to its stage: as configured, else by the dictionary."""
    known = {word.casefold(): stage for word, stage in stages.items()}
    found: dict[str, Stage] = {}
    for value in values:
        stage = known.get(value.casefold()) or stage_of(value) or _leading_stage(value)
        if stage:
            found[value] = stage
    return StatusSchema(tuple(values), closed, found)


def _leading_stage(value: str) -> Stage | None:
    """Find the stage of a value by its leading words: ``approved for beta``."""
    words = spaced(value).split()
    for count in range(len(words) - 1, 0, -1):
        if stage := stage_of(" ".join(words[:count])):
            return stage
    return None
