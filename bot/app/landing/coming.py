"""The rules that hold once a pull request is merged: those that it brings, where it brings any.

Nobody is judged by these: they tell only what merging does, which goes by them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.app.action.hear import court_of
from bot.app.action.hearing_out import HeardOut
from bot.app.action.material import Material
from bot.app.action.merged import implemented
from bot.app.action.versions import Versions
from bot.app.court import Court
from bot.lifecycle.family import spelt
from bot.lifecycle.stage_words import words_for
from bot.lifecycle.subject import FIRST
from bot.model.hearing import HeardSpec
from bot.model.policy import Policy
from bot.model.spec import Spec
from bot.model.stage import Stage
from bot.model.work import Checklist
from bot.schema.status import vocabulary
from bot.schema.words import stage_of
from bot.work.checklist import read_checklist


@dataclass(frozen=True, slots=True)
class Planned:
    """The work of a spec. ``before`` is the stage at the base, of what its status comes from.

    ``word`` is what that calls the stage from which on there are issues.
    """

    checklist: Checklist
    before: Stage | None
    word: str


@dataclass(frozen=True, slots=True)
class Coming:
    """The court that judges after the merge, and ``work`` as it reads that of the changed specs.

    It is that of the base branch also where what the pull request brings ``is_unusable``.
    """

    court: Court
    work: tuple[Planned, ...]
    is_unusable: bool

    @property
    def policy(self) -> Policy:
        """Give the configuration."""
        return self.court.docket.policy


def coming(out: HeardOut, material: Material) -> Coming:
    """Read the work of the changed specs by the rules that hold after the merge."""
    brought, own = out.hearing.own_rules, material.own
    is_unusable = bool(brought and brought.problem)
    court = court_of(own.shelf if own and own.shelf and not is_unusable else material.shelf)
    heard = {each.report.path: each for each in out.hearing.specs}
    return Coming(court, tuple(_work(material, court, heard)), is_unusable)


def _work(material: Material, court: Court, heard: dict[str, HeardSpec]) -> Iterator[Planned]:
    """Read it, each with the status that its spec is found to have."""
    policy, names = court.docket.policy, material.shelf.commit.names
    files = [Versions(changed, court) for changed in material.files]
    read = [(file, spec) for file in files if (spec := file.spec())]
    owners = {spec.id: spec for _, spec in read if spec.id and not spec.schema.guide}
    for file, spec in read:
        if any(item.may_be_work for item in spec.items):
            owner = owners.get(spec.id or "") if spec.schema.guide else spec
            if owner is None and not implemented(file, spec.id or "", names):
                owner = spec  # its spec is nowhere: it goes by itself
            words = vocabulary((owner or spec).schema, policy.stages)
            word, stage = _stands(owner, spec, heard, words)
            found = replace(read_checklist(spec, word, stage), has_end=Stage.DONE in words.values())
            before = _before(owner or spec, heard, words)
            yield Planned(found, before, _word_for(policy.issues.when, owner or spec, words))


def _before(
    spec: Spec, heard: dict[str, HeardSpec], words: dict[str, Stage | None]
) -> Stage | None:
    """Give the stage at which it stood at the base; None for what is new."""
    known = heard.get(spec.path)
    word = known.status_before if known else None
    found = spelt(word, words) if word else None
    return found[1] if found else stage_of(word or "")


def _word_for(stage: Stage, spec: Spec, words: dict[str, Stage | None]) -> str:
    """Say what a spec calls a stage, or where it knows no word for it, the next one."""
    ranked = sorted({each for each in words.values() if each}, key=lambda each: each.rank)
    known = (each for each in ranked if stage.rank <= each.rank < Stage.CLOSED.rank)
    return next(iter(words_for(next(known, stage), spec, words)), stage.value)


def _stands(
    owner: Spec | None, spec: Spec, heard: dict[str, HeardSpec], words: dict[str, Stage | None]
) -> tuple[str, Stage | None]:
    """Give the status that counts: for a guide that of its spec, as it is here, or was before."""
    known = heard.get(spec.path)
    if owner is None and known and known.status_before:
        return known.status_before, stage_of(known.status_before)
    return _status(owner or spec, heard, words)


def _status(
    spec: Spec, heard: dict[str, HeardSpec], words: dict[str, Stage | None]
) -> tuple[str, Stage | None]:
    """Give its own status, or that of the label, where the text has no place for any."""
    if spec.schema.status is not None:
        return spec.status or "", spec.stage
    known = heard.get(spec.path)
    return spelt((known and known.report.status) or FIRST, words) or (FIRST, Stage.DRAFTING)
