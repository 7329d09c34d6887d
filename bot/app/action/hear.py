"""Material → what the pull request's specs are found to be: judged, and told apart from before."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.app.action.bench import Bench
from bot.app.action.committing import why_no_commit
from bot.app.action.council import Council
from bot.app.action.life import Life
from bot.app.action.material import Material
from bot.app.action.memory import SHORT
from bot.app.action.merged import MergedLabels, words_before
from bot.app.action.own import OwnShelf
from bot.app.action.shelf import CommitShelf
from bot.app.action.versions import Versions
from bot.app.asked import Docket
from bot.app.court import Court
from bot.app.templates import templates_of
from bot.errors import StewardError
from bot.lifecycle.asked import Asked
from bot.lifecycle.reconcile import Remembered, Settled, reconcile
from bot.model.change import ChangeKind
from bot.model.hearing import HeardSpec, Hearing, OwnRules
from bot.model.pull import Pull, PullStage
from bot.model.report import Report
from bot.model.role import Role
from bot.model.standing import Request

_UNREADABLE = "a spec that cannot be read has no status: mend first what the check says of it"


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a hearing knows besides the texts.

    ``seen`` is the head at which the Steward looked before, ``questions`` the head at which it
    first saw each question that is still open, ``lenient`` why nothing fails, or empty. ``me`` is
    who the Steward acts as. ``asked`` are the statuses that were asked for, the latest first,
    ``remembered`` what the last look left of them; what people may do, and which labels a file was
    merged with, is asked for where it matters.
    """

    pull: Pull
    seen: str | None = None
    questions: Mapping[str, str] = field(default_factory=dict)
    lenient: str = ""
    me: str = ""
    asked: tuple[Asked, ...] = ()
    remembered: Remembered = field(default_factory=Remembered)
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
    lives = _lives(files, council, about.merged_labels, material.shelf.commit.names)
    subjects = [life.subject() for life in lives.values()]
    settled = reconcile(subjects, about.asked, about.role_of, about.remembered)
    is_wanted = material.shelf.policy.commits and about.pull.stage is PullStage.OPEN
    why_not = why_no_commit(about.pull, about.me) if is_wanted and settled.follow else ""
    bench = Bench(
        settled=settled,
        lives=lives,
        questions=about.questions,
        head=about.pull.head[:SHORT],
        has_seen=bool(seen),
        commits=is_wanted and not why_not,
    )
    specs = tuple(spec for file in files if (spec := bench.heard(file)))
    deleted = tuple(_deleted(files))
    hearing = Hearing(
        pull=about.pull,
        specs=specs,
        deleted=deleted,
        own_rules=_own_rules(material, material.own) if material.own else None,
        seen=seen,
        lenient=about.lenient,
        is_whole=material.is_whole,
        request=settled.request or settled.turned or _unheard(about, specs, lives),
        fell=settled.fell,
        uncommitted=why_not,
    )
    return hearing, settled


def court_of(shelf: CommitShelf) -> Court:
    """Make the court that judges by a commit's rules."""
    return Court(Docket(Path(), tuple(templates_of(shelf)), shelf.policy, shelf.config_path))


def _unheard(
    about: Circumstances, specs: Sequence[HeardSpec], lives: Mapping[str, Life]
) -> Request | None:
    """Answer what is asked of specs of which none can be read."""
    if lives or not specs or not about.asked:
        return None
    asked = about.asked[0]
    by = asked.by.login if asked.by else ""
    return Request(asked.word, by, asked.at, asked.way, _UNREADABLE)


def _lives(
    files: Sequence[Versions], council: Council, merged: MergedLabels, names: Collection[str]
) -> dict[str, Life]:
    read = {file.path: (file, spec) for file in files if (spec := file.spec())}
    words = words_before(read, merged, names)
    return {
        path: Life(file, spec, council, words.get(path, "")) for path, (file, spec) in read.items()
    }


def _deleted(files: list[Versions]) -> Iterator[str]:
    for file in files:
        if file.changed.change.kind is ChangeKind.DELETED and file.base():
            yield file.changed.change.path


def _own_rules(material: Material, own: OwnShelf) -> OwnRules:
    """Judge by the rules that the pull request brings; they may be such that nobody can."""
    if own.shelf is None:
        return OwnRules(own.paths, problem=own.problem)
    try:
        court = court_of(own.shelf)
        reports = [Versions(changed, court).head() for changed in material.files]
    except StewardError as error:
        return OwnRules(own.paths, problem=str(error))
    return OwnRules(own.paths, Report(tuple(report for report in reports if report)))
