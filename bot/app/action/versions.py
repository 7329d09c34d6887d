"""The versions of a changed file, each held against the rules in force."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.app.action.changed import Changed
from bot.app.asked import Asked, Earlier
from bot.app.court import Court
from bot.app.parsed import parsed_or_none
from bot.app.seat import Seat
from bot.edit.restate import restate
from bot.edit.skeleton import addable, skeleton_of
from bot.edit.splice import Edit, apply_edits
from bot.edit.suggest import suggest
from bot.forge.door import FileText
from bot.markdown.decode import Unreadable
from bot.model.entry import FileKind
from bot.model.finding import Finding
from bot.model.heard import Rewritten
from bot.model.hearing import Skeleton, Suggestion
from bot.model.policy import Policy
from bot.model.report import SpecReport
from bot.model.schema import Schema
from bot.model.spec import Spec
from bot.schema.place import place_of
from bot.schema.read import read_spec


@dataclass(frozen=True, slots=True)
class Versions:
    """A changed file before a court."""

    changed: Changed
    court: Court

    @property
    def path(self) -> str:
        """Give its path, as it is called at the head."""
        return self.changed.change.path

    @property
    def policy(self) -> Policy:
        """Give the configuration in force."""
        return self.court.docket.policy

    def head(self, seat: Seat | None = None) -> SpecReport | None:
        """Judge what the pull request makes of it; None where that is no spec."""
        return self._against_base(self.changed.head, seat)

    def seen(self, seat: Seat | None = None) -> SpecReport | None:
        """Judge what stood there when the Steward looked before."""
        return self._against_base(self.changed.seen, seat)

    def base(self) -> SpecReport | None:
        """Judge what it was at the base, for its own sake."""
        base = self.changed.base
        if base is None or base.kind is not FileKind.REGULAR:
            return None
        return self.court.judge(Asked(self.old_path), self._data(base))

    def spec(self) -> Spec | None:
        """Read the head's text as a spec, for what a report does not tell."""
        head = self.changed.head
        if head is None or head.kind is not FileKind.REGULAR:
            return None
        return self._opened(self._asked(None), self._data(head))

    def last(self) -> Spec | None:
        """Read the base's text for its own sake."""
        base = self.changed.base
        if base is None or base.kind is not FileKind.REGULAR:
            return None
        return self._opened(Asked(self.old_path), self._data(base))

    def supposed(self) -> Schema | None:
        """Give what the head is held against where its text cannot be read."""
        governor = self.court.supposed(self._asked(None))
        return governor.schema if governor else None

    def before(self, spec: Spec) -> Spec | None:
        """Read the base's text by the same template."""
        return self._read(self.changed.base, spec, self.old_path)

    def spoken(self, spec: Spec) -> Mapping[str, Spec]:
        """Read the texts by the same template that people have spoken of, by commit."""
        found = {at: self._read(text, spec, self.path) for at, text in self.changed.spoken.items()}
        return {at: each for at, each in found.items() if each}

    def suggestions(self, spec: Spec, findings: tuple[Finding, ...]) -> tuple[Suggestion, ...]:
        """Give the lines of the head's text that one click would put right."""
        data = self.changed.head.data if self.changed.head else None
        hunks = self.changed.change.hunks
        return suggest(data, spec, self.policy, findings, hunks) if data else ()

    def restated(self, spec: Spec, word: str) -> Edit | None:
        """Give the edit of the head's text that sets its status."""
        data = self.changed.head.data if self.changed.head else None
        return restate(data, spec, word, self.policy.stages) if data else None

    def rewritten(self, edit: Edit) -> Rewritten | None:
        """Give the head's text after an edit, and what it stands for."""
        head = self.changed.head
        return Rewritten(head.blob, apply_edits(head.data, (edit,))) if head and head.data else None

    def is_shown(self, line: int) -> bool:
        """Tell whether the difference shows a line, so that GitHub takes a suggestion there."""
        return any(start <= line < stop for start, stop in self.changed.change.hunks)

    def _opened(self, asked: Asked, data: bytes) -> Spec | None:
        try:
            found = self.court.opened(asked, data)
        except Unreadable:
            return None
        return read_spec(*found, self.path, self.policy.stages) if found else None

    def _read(self, text: FileText | None, spec: Spec, path: str) -> Spec | None:
        if text is None or text.kind is not FileKind.REGULAR or text.data is None:
            return None
        document = parsed_or_none(text.data, self.policy.size_cap)
        return read_spec(document, spec.schema, path, self.policy.stages) if document else None

    def _against_base(self, text: FileText | None, seat: Seat | None) -> SpecReport | None:
        if text is None:
            return None
        asked = self._asked(seat)
        if text.kind is not FileKind.REGULAR:
            what = f"a {text.kind} stands where the spec was"
            gone = Unreadable(1, what, "put its text there, or delete it")
            return self.court.unread(asked, gone)
        return self.court.judge(asked, self._data(text))

    @property
    def old_path(self) -> str:
        """Give its path at the base."""
        return self.changed.change.old_path or self.path

    def _asked(self, seat: Seat | None) -> Asked:
        base = self.changed.base
        data = base.data if base and base.kind is FileKind.REGULAR else None
        return Asked(self.path, earlier=Earlier(self.old_path, data), seat=seat)

    def _data(self, text: FileText) -> bytes:
        """Give a text; one too large to be read is as good as anything of its size."""
        return text.data if text.data is not None else bytes(self.policy.size_cap + 1)


def skeletons(spec: Spec, findings: tuple[Finding, ...]) -> tuple[Skeleton, ...]:
    """Give what to paste for the sections that findings miss."""
    return tuple(
        Skeleton(missing.schema.title, place_of(spec, missing), "\n".join(lines))
        for missing in addable(spec, findings)
        if (lines := skeleton_of(spec, missing))
    )
