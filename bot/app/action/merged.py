"""Which status the specs have at the base that state none: by the labels that they came with."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import islice

from bot.app.action.versions import Versions
from bot.lifecycle.family import word_of
from bot.model.schema import Schema
from bot.schema.words import stage_of

MergedLabels = Callable[[Collection[str]], Mapping[str, Sequence[str]]]
_MOST = 5  # files that are called after one id: the spec, and what goes with it


def words_before(
    specs: Mapping[str, tuple[Versions, Schema, str | None]],
    merged: MergedLabels,
    names: Collection[str],
    gone: Collection[str] = (),
) -> dict[str, str]:
    """Give the status of each, by its path at the head; none for what is new.

    What a guide has no label of its own for is told by the label of the spec that it implements.
    Each has its template and its id; ``names`` are the files of the base, ``gone`` those that are
    deleted and state no status.
    """
    free = {path: each for path, each in specs.items() if each[1].status is None}
    own = {path: file.old_path for path, (file, *_) in free.items() if file.changed.base}
    of = {
        path: implemented(file, id_, names)
        for path, (file, schema, id_) in free.items()
        if schema.guide and id_
    }
    asked = {*own.values(), *(path for paths in of.values() for path in paths), *gone}
    found = merged(asked) if asked else {}
    words = {path: least(found.get(own.get(path, ""), ())) for path in free}
    for path, others in of.items():
        words[path] = words[path] or least(label for o in others for label in found.get(o, ()))
    words |= {path: least(found.get(path, ())) for path in gone}
    return {path: word for path, word in words.items() if word}


def implemented(file: Versions, id_: str, names: Collection[str]) -> list[str]:
    """Name the files that are called after the id of a guide, which is its spec's."""
    if not id_:
        return []
    called = re.compile(rf"(?<![^\W_]){re.escape(id_)}(?![^\W_])[^/]*$", re.I)
    others = (name for name in sorted(names) if name not in {file.path, file.old_path})
    return list(islice((name for name in others if called.search(name)), _MOST))


def least(labels: Iterable[str]) -> str:
    """Give the least advanced status among labels, whatever else was put on what is merged."""
    words = [word for label in labels if (word := word_of(label))]
    return min(words, key=lambda word: stage.rank if (stage := stage_of(word)) else 0, default="")
