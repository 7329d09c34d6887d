"""A spec on a pull request, between its text and the people: what it is, and what it could be."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from bot.app.action.council import Council
from bot.app.action.versions import Versions
from bot.app.seat import Seat
from bot.lifecycle.content import Content, changed_sections, content_of
from bot.lifecycle.entered import HELD, entered
from bot.lifecycle.family import same_word, spelt
from bot.lifecycle.hindrances import detour, hindrances, shut
from bot.lifecycle.stage_words import stage_after, words_for
from bot.lifecycle.subject import Subject
from bot.model.finding import Finding
from bot.model.heard import Ahead, Exempted
from bot.model.report import SpecReport
from bot.model.spec import Spec
from bot.model.stage import Stage
from bot.model.standing import Approvals, Request, Standing
from bot.rules.judge import introduced, judge
from bot.schema.status import vocabulary


class Life:
    """One spec. ``word_before`` is what the label said that it was merged with, if that counts.

    For a guide it is what that of the spec says that it implements.
    """

    def __init__(self, file: Versions, spec: Spec, council: Council, word_before: str = "") -> None:
        """Take a spec as its text has it."""
        self.file, self.spec = file, spec
        self.is_stated = spec.schema.status is not None
        self._council, self._word_before = council, word_before

    @cached_property
    def vocabulary(self) -> dict[str, Stage | None]:
        """Give the words that its status may be, with the stage of each."""
        return vocabulary(self.spec.schema, self.file.policy.stages)

    @cached_property
    def before(self) -> Spec | None:
        """Give its version at the base, with the status that it had there."""
        found = self.file.before(self.spec)
        if found is None or self.is_stated:
            return found
        word, stage = self._spelt(self._word_before)
        return replace(found, status=word, stage=stage)

    @property
    def status_before(self) -> str | None:
        """Give the status that it had at the base; a new guide has that of its spec."""
        return self.before.status if self.before else self._word_before or None

    @cached_property
    def content(self) -> Content:
        """Give what people approve of."""
        return content_of(self.spec)

    @cached_property
    def digest(self) -> str:
        """Tell its text from any other, where people have to approve of it at some stage."""
        is_needed = self._council.needs(self.file.path, self.spec.schema, Stage)
        return self.content.digest if is_needed else ""

    def standing(self, stage: Stage | None, request: Request | None = None) -> Standing:
        """Say how it stands with people, at a stage."""
        needed = self._approvals(stage) if stage else ()
        is_met = all(each.is_met for each in needed)
        return Standing(needed, () if is_met else self._edited, request)

    def due(self) -> tuple[Approvals, ...]:
        """Give the approvals that it needs at any stage."""
        return self._weighed(Stage)

    def _approvals(self, stage: Stage) -> tuple[Approvals, ...]:
        before = self.before.stage if self.before else self._spelt(self._word_before)[1]
        return self._weighed(entered(before, stage, is_edited=bool(self._edited)))

    def _weighed(self, stages: Iterable[Stage]) -> tuple[Approvals, ...]:
        needs = self._council.needs(self.file.path, self.spec.schema, stages)
        if not needs:
            return ()
        found = self._council.approvals(self.file.path, needs, self.content, self._spoken)
        return tuple(replace(each, word=next(iter(self._words(each.stage)), "")) for each in found)

    @cached_property
    def _spoken(self) -> dict[str, Content]:
        """Give what it was at each commit that people have spoken of."""
        found = {at: content_of(spec) for at, spec in self.file.spoken(self.spec).items()}
        return {**found, self._council.head: self.content}

    @cached_property
    def _edited(self) -> tuple[str, ...]:
        """Name the sections that differ from what the base branch has as agreed on."""
        if self.before is None or self.before.stage not in HELD:
            return ()
        return changed_sections(content_of(self.before), self.content)

    def needs(self, word: str, stage: Stage) -> str:
        """Say what keeps it out of a status; of one that it has had, what has come between."""
        standing = self.standing(stage)
        return hindrances(self._judged(word, stage, standing), stage, standing)

    def detour(self, start: str, word: str, stage: Stage) -> str:
        """Say where it may go instead of from one status to another; empty where it may.

        A waiver in a comment lets nobody pass: once the step is done, there is nothing to waive.
        """
        standing = Standing(start="" if self.is_stated else start)
        return detour(self._found(word, stage, standing))

    def ahead(self, stage: Stage | None) -> Ahead | None:
        """Say what its next stage still needs, of those that its words know.

        Where it lacks something at the stage where it stands, that comes first.
        """
        if stage and stage is not Stage.CLOSED and (here := self._at(stage)).shut:
            return here
        following = stage_after(stage, self.vocabulary)
        return self._at(following) if following else None

    def _at(self, stage: Stage) -> Ahead:
        words, standing = self._words(stage), self.standing(stage)
        findings = self._judged(next(iter(words), stage.value), stage, standing)
        return Ahead(stage, shut(findings, stage, standing), words)

    def _words(self, stage: Stage) -> tuple[str, ...]:
        return words_for(stage, self.spec, self.vocabulary)

    def _judged(self, word: str, stage: Stage, standing: Standing) -> Sequence[Finding]:
        """Judge it as if its status were that; of one that it has had, what has come between."""
        left = self._council.left(self._found(word, stage, standing))
        if self.before and same_word(self.before.status or "", word):
            known, _ = judge(self.before, self.file.policy)
            return [each for each in introduced(left, known) if each.introduced]
        return left

    def _found(self, word: str, stage: Stage, standing: Standing) -> Sequence[Finding]:
        spec = replace(self.spec, status=word, stage=stage)
        return judge(spec, self.file.policy, self.before, standing)[0]

    def settled(
        self, word: str, request: Request | None, findings: Iterable[Finding]
    ) -> tuple[Finding, ...]:
        """Give those of its findings that are gone once it states a status."""
        said, stage = self._spelt(word)
        spec = replace(self.spec, status=said, stage=stage)
        left, _ = judge(spec, self.file.policy, self.before, self.standing(stage, request))
        known = {(each.rule, each.key) for each in left}
        return tuple(each for each in findings if (each.rule, each.key) not in known)

    def subject(self) -> Subject:
        """Give it as it goes into the reconciliation."""
        return Subject(
            path=self.file.path,
            word=self.spec.status if self.is_stated else None,
            stage=self.spec.stage if self.is_stated else None,
            vocabulary=self.vocabulary,
            needs=self.needs,
            is_stated=self.is_stated,
            before=self.status_before,
            detour=self.detour,
            old_path=self.file.old_path,
        )

    def seat(self, word: str, request: Request | None) -> Seat:
        """Seat it: ``word`` is the status of those that state none."""
        if self.is_stated:
            return Seat(standing=self.standing(self.spec.stage, request))
        said, stage = self._spelt(word)
        before = (self.before.status, self.before.stage) if self.before else (None, None)
        return Seat(said or word, stage, *before, self.standing(stage, request))

    def exempted(self, report: SpecReport) -> tuple[Exempted, ...]:
        """Say what each waiver by a command takes away."""
        return self._council.exempted(report.findings)

    def excepted(self, report: SpecReport | None) -> SpecReport | None:
        """Leave out of a report what was waived by a command."""
        return report and replace(report, findings=tuple(self._council.left(report.findings)))

    def _spelt(self, word: str) -> tuple[str | None, Stage | None]:
        return spelt(word, self.vocabulary) or (None, None)
