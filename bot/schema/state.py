"""How far a section is filled in. A heading alone does not make a section."""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.model.document import Document, Section
from bot.model.schema import SectionKind, SectionSchema
from bot.model.spec import State
from bot.schema.fold import fold_text, unmarked, visible
from bot.schema.pieces import pieces_of
from bot.schema.placeholders import ID_TOKEN
from bot.schema.prompts import is_prompt, squeezed
from bot.schema.words import NOT_APPLICABLE, NOTHING_YET

_SHORT = 600  # a text that says only "not yet" is not longer
_TELLING = 6
_SLOT = re.compile(r"\[[^\[\]]+\](?!\()|<[^<>]+>|\{[^{}]+\}")
_BREAK = re.compile(r"<br ?/?>")
_WORD = re.compile(r"[^\W_]+")
_TICKED = re.compile(r"(?m)^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[[xX]\][ \t]")
_LATER = re.compile(r"(?:TODO|TBD|FIXME) ?[:(—–-][^\n]{0,120}")


def state_of(
    section: Section,
    wanted: SectionSchema,
    document: Document,
    own_id: str | None,
    alike: Sequence[SectionSchema] = (),
    *,
    answered: bool = False,
) -> State:
    """Judge the text of one section, apart from single placeholders that are left in it.

    ``alike`` are the other instances of its pattern, any of which it may copy; ``answered`` says
    that parts of it are written.
    """
    text = document.text(section.start, section.stop)
    shown = visible(text)
    has_parts = section.end > section.stop
    if not shown:
        if has_parts:  # guidance that was left in a comment hides nothing from a reader
            return State.PRESENT
        left = "<!--" in text and squeezed(text) == wanted.sample
        return State.UNTOUCHED if left else State.EMPTY
    # Where only its dress makes a text a prompt, it may head the parts that answer it.
    own = [one for one in (wanted, *alike) if one.sample and not (one.dressed and answered)]
    if any(_is_own(text, one, own_id) for one in own):
        return State.UNTOUCHED
    if len(shown) < _SHORT and not has_parts:
        if _says_nothing(shown):
            return State.EMPTY
        if NOT_APPLICABLE.match(shown):
            return State.NOT_APPLICABLE
    return State.PRESENT


def _says_nothing(shown: str) -> bool:
    bare = _bare(shown)
    if NOTHING_YET.fullmatch(bare) or _LATER.fullmatch(bare):
        return True
    return _WORD.search(shown) is None


def _bare(shown: str) -> str:
    """Take off what makes "TBD" look like more: a bullet, emphasis, an HTML break."""
    return _BREAK.sub("", shown).strip(" \t\n-*+_>`[](){}.:!#…")


def _is_own(text: str, wanted: SectionSchema, own_id: str | None) -> bool:
    """Tell whether a text is the template's; a question that is ticked has been dealt with."""
    if wanted.kind is SectionKind.QUESTIONS and _TICKED.search(text):
        return False
    return _is_sample(text, wanted.sample, own_id) or _is_left_of(text, wanted)


def _is_left_of(text: str, wanted: SectionSchema) -> bool:
    """Tell whether a text is some prompts of the template and nothing else."""
    asks = False
    for piece in pieces_of(text) if wanted.prompts else ():
        key = piece.key
        if key in wanted.prompts:
            asks = True
        elif key not in wanted.frame and not NOTHING_YET.fullmatch(key):
            return False
    return asks


def _is_sample(text: str, sample: str, own_id: str | None) -> bool:
    """Compare with the template's text, also where only the id was filled in by a tool."""
    if "<!--" not in text:
        plain = unmarked(text)
        for word in _telling_words(sample):
            if word not in plain:
                return False
    folded = fold_text(text)
    if folded == sample:
        return True
    token = own_id.casefold() if own_id else ""
    if not token or token not in folded:
        return False
    plain_sample = _without_ids(sample)
    if plain_sample == sample or not _asks_more(plain_sample):
        return False
    return folded.replace(token, "\0") == plain_sample


@lru_cache(maxsize=4096)
def _telling_words(sample: str) -> tuple[str, ...]:
    """Give the longest words of a template's text, which a copy of it has as well."""
    words = sorted(set(_WORD.findall(_without_ids(sample))), key=lambda word: (-len(word), word))
    return tuple(words[:_TELLING])


@lru_cache(maxsize=4096)
def _asks_more(plain_sample: str) -> bool:
    """Tell whether an id is not all that a text waits for: ``See `docs/ID-tests.md`.`` is done."""
    return is_prompt(plain_sample, _SLOT)


@lru_cache(maxsize=4096)
def _without_ids(sample: str) -> str:
    return ID_TOKEN.sub("\0", sample.upper()).casefold()
