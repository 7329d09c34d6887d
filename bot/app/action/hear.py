"""Material → what the pull request's specs are found to be: judged, and told apart from before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.app.action.material import Material
from bot.app.action.memory import SHORT
from bot.app.action.own import OwnShelf
from bot.app.action.progress import since_last, since_when
from bot.app.action.shelf import CommitShelf
from bot.app.action.versions import Versions, skeletons
from bot.app.asked import Docket
from bot.app.court import Court
from bot.app.templates import templates_of
from bot.errors import StewardError
from bot.model.change import ChangeKind
from bot.model.hearing import HeardSpec, Hearing, OwnRules
from bot.model.pull import Pull
from bot.model.report import Report


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a hearing knows besides the texts.

    ``seen`` is the head at which the Steward looked before, ``asked`` the head at which it first
    saw each question that is still open, ``lenient`` why nothing fails, or empty.
    """

    pull: Pull
    seen: str | None = None
    asked: Mapping[str, str] = field(default_factory=dict)
    lenient: str = ""


def hear(material: Material | None, about: Circumstances) -> Hearing:
    """Judge every changed spec by the rules of the base branch."""
    if material is None:
        return Hearing(about.pull, lenient=about.lenient)
    court = court_of(material.shelf)
    # a head that is gone from GitHub, or never had any of these files, tells nothing
    seen = about.seen if any(changed.seen for changed in material.files) else None
    files = [Versions(changed, court) for changed in material.files]
    specs = tuple(spec for file in files if (spec := _heard(file, about, seen)))
    deleted = tuple(_deleted(files))
    return Hearing(
        pull=about.pull,
        specs=specs,
        deleted=deleted,
        own_rules=_own_rules(material, material.own) if material.own else None,
        seen=seen,
        lenient=about.lenient,
        is_whole=material.is_whole,
    )


def court_of(shelf: CommitShelf) -> Court:
    """Make the court that judges by a commit's rules."""
    return Court(Docket(Path(), tuple(templates_of(shelf)), shelf.policy, shelf.config_path))


def _heard(file: Versions, about: Circumstances, seen: str | None) -> HeardSpec | None:
    report = file.head()
    if report is None:
        return None
    before, spec = file.base(), file.spec()
    new = tuple(finding for finding in report.findings if finding.introduced is not False)
    return HeardSpec(
        report=report,
        kind=file.changed.change.kind,
        old_path=file.changed.change.old_path,
        status_before=before.status if before else None,
        is_stated=spec is None or spec.schema.status is not None,
        skeletons=skeletons(spec, new) if spec else (),
        suggestions=file.suggestions(spec, new) if spec else (),
        questions=tuple(since_when(report, before, about.pull.head[:SHORT], about.asked)),
        since=since_last(report, file.seen()) if seen else None,
    )


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
