"""How far a section is filled in. A heading alone does not make a section."""

from bot.markdown.inline import COMMENT
from bot.model.document import Document, Section
from bot.model.schema import SectionSchema
from bot.model.spec import State
from bot.schema.fold import fold_text, visible
from bot.schema.placeholders import ID_TOKEN
from bot.schema.words import NOT_APPLICABLE, NOTHING_YET

_SHORT = 600  # a text that says only "not yet" is not longer


def state_of(
    section: Section, wanted: SectionSchema, document: Document, own_id: str | None
) -> State:
    """Judge the text of one section, apart from single placeholders that are left in it."""
    text = document.text(section.start, section.stop)
    shown = visible(text)
    has_parts = section.end > section.stop
    if not shown:
        if has_parts:  # guidance that was left in a comment hides nothing from a reader
            return State.PRESENT
        return (
            State.UNTOUCHED
            if "<!--" in text and _same_comment(text, wanted.sample)
            else State.EMPTY
        )
    if wanted.sample and _is_sample(text, wanted.sample, own_id):
        return State.UNTOUCHED
    if len(shown) < _SHORT and not has_parts:
        if NOTHING_YET.fullmatch(_bare(shown)):
            return State.EMPTY
        if not any(character.isalnum() for character in shown):
            return State.EMPTY
        if NOT_APPLICABLE.match(shown):
            return State.NOT_APPLICABLE
    return State.PRESENT


def _bare(shown: str) -> str:
    """Take off what makes "TBD" look like more: a bullet, emphasis, an HTML break."""
    return shown.replace("<br>", "").replace("<br/>", "").strip(" \t\n-*+_>`[](){}.:!#…")


def _same_comment(text: str, sample: str) -> bool:
    return " ".join(text.split()).casefold() == sample


def _is_sample(text: str, sample: str, own_id: str | None) -> bool:
    """Compare with the template's text, also where only the id was filled in by a tool."""
    first = next((line for line in COMMENT.sub("", text).split("\n") if fold_text(line)), "")
    start = fold_text(first)[:20]
    if not own_id:
        return sample.startswith(start) and fold_text(text) == sample
    folded = fold_text(text)
    if folded == sample:
        return True
    token = own_id.casefold()
    plain_sample = ID_TOKEN.sub("\0", sample.upper()).casefold()
    return (
        token in folded and plain_sample != sample and folded.replace(token, "\0") == plain_sample
    )
