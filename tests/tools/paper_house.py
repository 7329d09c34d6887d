"""A repository on paper: where its ids stand, what its files are called, what is new in it."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tests.tools.checklist_edits import Entry
from tests.tools.papers import Paper
from tests.tools.real_checklists import Real

_NUMBER = re.compile(r"\d{3}")
FOLDERS = ("docs/specs", "docs/specs/done", "specs", "docs/design")


@dataclass(frozen=True, slots=True)
class House:
    """The ways of a repository: where its ids stand (``none``, ``file``, ``inside``).

    ``others`` are documents of elsewhere, no other versions of its specs; ``shared`` are tasks
    that each of these has.
    """

    ids: str
    others: Sequence[Real]
    shared: Sequence[str]
    chance: random.Random

    def named(self, number: int, title: str) -> str:
        """Name a file."""
        words = re.findall(r"[a-z0-9]+", title.casefold())[:5]
        return f"{number:03}-{'-'.join(words) or 'spec'}.md"

    def put(self, paper: Paper, path: str, fate: str) -> Paper:
        """Put a spec at a path; the number in its name may be its id."""
        found = _NUMBER.search(path)
        spec_id = found[0] if found and self.ids == "file" else paper.spec_id
        return replace(paper, path=path, spec_id=spec_id, fate=fate)

    def tasks(self, real: Real) -> list[Entry]:
        """Give the tasks of a document as one of this repository."""
        entries, phase = list(real.entries), real.entries[-1].phase
        return [*entries, *(Entry(words, phase, was=words) for words in self.shared)]

    def new(self, number: int) -> Paper:
        """Write one that is nobody's."""
        real = self.chance.choice(self.others)
        entries = tuple(replace(e, origins=frozenset(), was="") for e in self.tasks(real))
        path = f"{FOLDERS[0]}/{self.named(number, real.title)}"
        spec_id = f"NEW-{number}" if self.ids == "inside" else ""
        return self.put(Paper(path, spec_id, real.title, "spec", entries), path, "new")
