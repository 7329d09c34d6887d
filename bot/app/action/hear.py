"""Material → what the pull request's specs are found to be: judged, and told apart from before."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from bot.app.action.bench import Bench
from bot.app.action.committing import why_no_commit
from bot.app.action.council import Council
from bot.app.action.found import find_specs
from bot.app.action.material import Material
from bot.app.action.memory import SHORT
from bot.app.action.merged import MergedLabels, words_before
from bot.app.action.own import OwnShelf
from bot.app.action.parting import parted
from bot.app.action.shelf import CommitShelf
from bot.app.action.versions import Versions
from bot.app.asked import Docket
from bot.app.court import Court
from bot.app.templates import templates_of
from bot.errors import StewardError
from bot.lifecycle.afterwards import settle_merged
from bot.lifecycle.asked import Asked
from bot.lifecycle.family import same_word, word_of
from bot.lifecycle.labels import status_label
from bot.lifecycle.reconcile import reconcile
from bot.lifecycle.remembered import Remembered, mark_of
from bot.lifecycle.settled import Settled
from bot.lifecycle.subject import Subject
from bot.lifecycle.witness import Witness
from bot.model.change import ChangeKind
from bot.model.hearing import HeardSpec, Hearing, OwnRules
from bot.model.pull import Pull, PullStage
from bot.model.report import Report, SpecReport
from bot.model.role import Role
from bot.model.standing import Request


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a hearing knows besides the texts.

    ``seen`` is the head at which the Steward looked before, ``questions`` the head at which it
    first saw each question that is still open, ``lenient`` why nothing fails, or empty. ``me`` is
    who the Steward acts as. ``asked`` are the statuses that were asked for, the latest first,
    ``remembered`` what the last look left of them, ``witness`` what our label said; what people may
    do, and which labels a file was merged with, is asked for where it matters. Where it
    ``is_over``, all of that is as it was at the merge; ``late`` is what was asked for since.
    """

    pull: Pull
    seen: str | None = None
    questions: Mapping[str, str] = field(default_factory=dict)
    lenient: str = ""
    me: str = ""
    asked: tuple[Asked, ...] = ()
    remembered: Remembered = field(default_factory=Remembered)
    witness: Witness = field(default_factory=Witness)
    is_over: bool = False
    late: Request | None = None
    role_of: Callable[[str], Role] = lambda _: Role.NONE
    merged_labels: MergedLabels = lambda _: {}


def hear(
    material: Material | None, about: Circumstances, council: Council | None = None
) -> tuple[Hearing, Settled]:
    """Judge every changed spec by the rules of the base branch; say what its status comes to."""
    if material is None:
        return Hearing(about.pull, lenient=about.lenient), Settled({}, about.remembered)
    court = court_of(material.shelf)
    # a head that is gone from GitHub, or never had any of these files, tells nothing
    seen = about.seen if any(changed.seen for changed in material.files) else None
    files = [Versions(changed, court) for changed in material.files]
    council = council or Council(material.shelf.policy, is_known=False)
    gone = dict(_deleted(files))
    unsaid = [file.path for file, last in gone.values() if not last.status]
    found = find_specs(files)
    words = words_before(found.known, about.merged_labels, material.shelf.commit.names, unsaid)
    specs = found.specs(council, words)
    subjects = [spec.subject() for spec in specs.values()]
    settled = _settle(subjects, about)
    is_wanted = material.shelf.policy.commits and about.pull.stage is PullStage.OPEN
    why_not = why_no_commit(about.pull, about.me) if is_wanted and settled.follow else ""
    bench = Bench(
        settled=settled,
        specs=specs,
        questions=about.questions,
        head=about.pull.head[:SHORT],
        has_seen=bool(seen),
        commits=is_wanted and not why_not,
    )
    heard = tuple(spec for file in files if (spec := bench.heard(file)))
    deleted = (parted(*each, council, words.get(path, "")) for path, each in gone.items())
    hearing = Hearing(
        pull=about.pull,
        specs=heard,
        deleted=tuple(deleted),
        own_rules=_own_rules(material, material.own, bench) if material.own else None,
        seen=seen,
        lenient=about.lenient,
        is_whole=material.is_whole,
        request=_belated(about, heard) or settled.request or settled.turned,
        fell=settled.fell,
        ended=settled.ended,
        is_over=about.is_over,
        uncommitted=why_not,
    )
    return hearing, settled


def _settle(subjects: Sequence[Subject], about: Circumstances) -> Settled:
    """Bring documents, label and requests together; our label tells what the comment does not."""
    kept, witness = about.remembered, about.witness
    if about.is_over:
        return settle_merged(subjects, about.asked, about.role_of, kept, witness)
    if witness.is_alone and witness.word:
        kept = replace(kept, otherwise=mark_of(witness.word))
    return reconcile(subjects, about.asked, about.role_of, kept)


def court_of(shelf: CommitShelf) -> Court:
    """Make the court that judges by a commit's rules."""
    return Court(Docket(Path(), tuple(templates_of(shelf)), shelf.policy, shelf.config_path))


def _belated(about: Circumstances, specs: Sequence[HeardSpec]) -> Request | None:
    """Refuse what was asked for since the merge, unless the label says it as it is."""
    label, late = status_label(specs), about.late
    is_so = late and label and same_word(word_of(label.name), late.word)
    return None if is_so or not about.is_over else late


def _deleted(files: list[Versions]) -> Iterator[tuple[str, tuple[Versions, SpecReport]]]:
    for file in files:
        if file.changed.change.kind is ChangeKind.DELETED and (last := file.base()):
            yield file.path, (file, last)


def _own_rules(material: Material, own: OwnShelf, bench: Bench) -> OwnRules:
    """Judge by the rules that the pull request brings; they may be such that nobody can."""
    if own.shelf is None:
        return OwnRules(own.paths, problem=own.problem)
    try:
        court = court_of(own.shelf)
        reports = [bench.found(Versions(changed, court)) for changed in material.files]
    except StewardError as error:
        return OwnRules(own.paths, problem=str(error))
    return OwnRules(own.paths, Report(tuple(report for report in reports if report)))
