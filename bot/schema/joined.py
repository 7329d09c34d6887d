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
    """Pair what is still missing with headings that name several of it, and nothing else."""
    missing = {
        key: section
        for section in wanted
        if section.index not in matching.found
        for key in section.keys
    }
    if not missing:
        return
    for section in document.sections:
        if section.index in matching.claimed:
            continue
        for joined in _joined(section.title, missing):
            if not all(matching.in_place(section, one, document) for one in joined):
                continue
            for one in joined:
                matching.claim(one, section)
                for key in one.keys:
                    missing.pop(key, None)
            break


def _joined(title: str, missing: ByKey) -> Iterator[list[SectionSchema]]:
    """Give the sections that the parts of a title name, for each way of parting it."""
    text = bare_title(title[:_LONGEST_TITLE])
    cuts = list(_AND.finditer(text))
    pairs = [(text[: cut.start()], text[cut.end() :]) for cut in cuts]
    for parts in (*pairs, tuple(part for part in _AND.split(text) if part)):
        found = [_named(part, missing) for part in parts]
        whole = [section for section in found if section]
        if len(whole) == len(found) > 1 and len({id(section) for section in whole}) == len(whole):
            yield whole


def _named(title: str, missing: ByKey) -> SectionSchema | None:
    return next((missing[key] for key in keys_of(title) if key in missing), None)
