"""What a spec asks for, as digests: the same for two texts that ask for the same.

Approvals bind to it. Wrapping lines anew, numbering, marks, ticks, a new status or date and the
targets of links leave it alone; a word or a number that is another one does not.

The order of sections leaves it alone too: who moves "Risks" up has changed where one reads it, not
what is asked for. What a section stands in does count, since "Export" means one thing among the
goals and another among the non-goals; how many marks its heading has does not, as long as it stays
there. The title of the document is no place: everything stands in it.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from bot.lifecycle.essence import Essence
from bot.lifecycle.headings import heading_key
from bot.lifecycle.said import words_of
from bot.model.spec import Spec

HEAD = "the top of the document"

_Key = tuple[tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class Part:
    """A section's own text. ``path`` are the titles down to it, as far as they tell anything."""

    title: str
    digest: str
    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Content:
    """All parts of a spec, in document order; the first has no title where no heading stands."""

    parts: tuple[Part, ...]

    @property
    def digest(self) -> str:
        """Give one digest for all, whatever their order."""
        return _hashed("\n".join(sorted(repr((part.path, part.digest)) for part in self.parts)))


def content_of(spec: Spec) -> Content:
    """Read what a spec asks for, section by section."""
    return Content(tuple(_parts(spec)))


def changed_sections(old: Content, new: Content) -> tuple[str, ...]:
    """Name the sections that ask for something else: as they stand now, then those that are gone.

    A section is not named because the one around it has another name now: that one is.
    """
    gone = Counter(map(_known, old.parts))
    other = [part for part in new.parts if not _taken(_known(part), gone)]
    places = {(), *(part.path for part in old.parts)}
    kept = Counter((path[-1:], digest) for path, digest in gone.elements())
    named = [part for part in other if part.path[:-1] in places or not _taken(_apart(part), kept)]
    now = {part.path for part in named}
    lost = [
        part
        for part in old.parts
        if _taken(_known(part), gone) and part.path not in now and _taken(_apart(part), kept)
    ]
    return tuple(dict.fromkeys(part.title for part in (*named, *lost)))


def _known(part: Part) -> _Key:
    return part.path, part.digest


def _apart(part: Part) -> _Key:
    """Give what a part is known by wherever it stands."""
    return part.path[-1:], part.digest


def _taken(key: _Key, stock: Counter[_Key]) -> bool:
    """Take one of a kind, if there is one left."""
    if not stock[key]:
        return False
    stock[key] -= 1
    return True


def _parts(spec: Spec) -> Iterator[Part]:
    document = spec.document
    essence = Essence(document)
    beyond = len(document.lines) + 1
    top = document.sections[0].line if document.sections else beyond
    if head := essence.of(1, top):
        yield Part(HEAD, _hashed(head))
    paths: list[tuple[str, ...]] = []
    for section in document.sections:
        around = paths[section.parent] if section.parent > 0 else ()
        paths.append((*around, heading_key(section.title)))
        title = " ".join(words_of(section.title))
        text = essence.of(section.start, section.stop)
        yield Part(title, _hashed(text), paths[-1])


def _hashed(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
