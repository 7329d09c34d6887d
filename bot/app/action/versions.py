"""The versions of a changed file, each held against the rules in force."""

from dataclasses import dataclass

from bot.app.action.material import Changed
from bot.app.asked import Asked, Earlier
from bot.app.court import Court
from bot.edit.skeleton import addable, skeleton_of
from bot.edit.suggest import suggest
from bot.forge.door import FileText
from bot.markdown.decode import Unreadable
from bot.model.entry import FileKind
from bot.model.finding import Finding
from bot.model.hearing import Skeleton, Suggestion
from bot.model.report import SpecReport
from bot.model.spec import Spec
from bot.schema.place import place_of
from bot.schema.read import read_spec


@dataclass(frozen=True, slots=True)
class Versions:
    """A changed file before a court."""

    changed: Changed
    court: Court

    def head(self) -> SpecReport | None:
        """Judge what the pull request makes of it; None where that is no spec."""
        return self._against_base(self.changed.head)

    def seen(self) -> SpecReport | None:
        """Judge what stood there when the Steward looked before."""
        return self._against_base(self.changed.seen)

    def base(self) -> SpecReport | None:
        """Judge what it was at the base, for its own sake."""
        base = self.changed.base
        if base is None or base.kind is not FileKind.REGULAR:
            return None
        return self.court.judge(Asked(self._old_path), self._data(base))

    def spec(self) -> Spec | None:
        """Read the head's text as a spec, for what a report does not tell."""
        head = self.changed.head
        if head is None or head.kind is not FileKind.REGULAR:
            return None
        try:
            found = self.court.opened(self._asked, self._data(head))
        except Unreadable:
            return None
        stages = self.court.docket.policy.stages
        return read_spec(*found, self._asked.path, stages) if found else None

    def suggestions(self, spec: Spec, findings: tuple[Finding, ...]) -> tuple[Suggestion, ...]:
        """Give the lines of the head's text that one click would put right."""
        data = self.changed.head.data if self.changed.head else None
        hunks = self.changed.change.hunks
        return suggest(data, spec, self.court.docket.policy, findings, hunks) if data else ()

    def _against_base(self, text: FileText | None) -> SpecReport | None:
        if text is None:
            return None
        if text.kind is not FileKind.REGULAR:
            what = f"a {text.kind} stands where the spec was"
            gone = Unreadable(1, what, "put its text there, or delete it")
            return self.court.unread(self._asked, gone)
        return self.court.judge(self._asked, self._data(text))

    @property
    def _old_path(self) -> str:
        return self.changed.change.old_path or self.changed.change.path

    @property
    def _asked(self) -> Asked:
        base = self.changed.base
        data = base.data if base and base.kind is FileKind.REGULAR else None
        return Asked(self.changed.change.path, earlier=Earlier(self._old_path, data))

    def _data(self, text: FileText) -> bytes:
        """Give a text; one too large to be read is as good as anything of its size."""
        return text.data if text.data is not None else bytes(self.court.docket.policy.size_cap + 1)


def skeletons(spec: Spec, findings: tuple[Finding, ...]) -> tuple[Skeleton, ...]:
    """Give what to paste for the sections that findings miss."""
    return tuple(
        Skeleton(missing.schema.title, place_of(spec, missing), "\n".join(lines))
        for missing in addable(spec, findings)
        if (lines := skeleton_of(spec, missing))
    )
