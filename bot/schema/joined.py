"""Headings that join sections of the template: “Goals and Non-Goals” answers both."""

import re
from collections.abc import Iterator, Mapping, Sequence

from bot.model.document import Document
from bot.model.schema import SectionSchema
from bot.schema.fold import bare_title, keys_of
from bot.schema.matching import Matching

_AND = re.compile(r"\s*(?:[&/+,;]|\band\b)\s*", re.I)
_LONGEST_TITLE = 200  # letters; more joins no titles

ByKey = Mapping[str, SectionSchema]


def match_joined(document: Document, wanted: Sequence[SectionSchema], matching: Matching) -> None:
    """Pair what is still missing with headings that name sections of the template, and no else."""
    known = {key: section for section in wanted for key in section.keys}
    if all(section.index in matching.found for section in wanted):
        return
    for section in document.sections:
        if section.index in matching.claimed:
            continue
        for joined in _joined(section.title, known):
            missing = [one for one in joined if one.index not in matching.found]
            if missing and all(matching.in_place(section, one, document) for one in missing):
                for one in missing:
                    matching.claim(one, section)
                break


def _joined(title: str, known: ByKey) -> Iterator[list[SectionSchema]]:
    """Give the sections that the parts of a title name, for each way of parting it."""
    text = bare_title(title[:_LONGEST_TITLE])
    cuts = list(_AND.finditer(text))
    pairs = [(text[: cut.start()], text[cut.end() :]) for cut in cuts]
    for parts in (*pairs, tuple(part for part in _AND.split(text) if part)):
        found = [_named(part, known) for part in parts]
        whole = [section for section in found if section]
        if len(whole) == len(found) > 1 and len({id(section) for section in whole}) == len(whole):
            yield whole


def _named(title: str, known: ByKey) -> SectionSchema | None:
    return next((known[key] for key in keys_of(title) if key in known), None)
