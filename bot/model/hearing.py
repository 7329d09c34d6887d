"""What one look at a pull request has told of its specs: the value that all it says is made from.

Every text in here was written by somebody: it is shown defused, and never obeyed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from bot.model.change import ChangeKind
from bot.model.finding import Finding, Severity
from bot.model.heard import Ahead, Answer, Exempted, Removed, Restated
from bot.model.pull import Pull
from bot.model.report import Report, SpecReport
from bot.model.standing import Approvals, Ended, Request, Standing
from bot.model.works import Works


class Verdict(StrEnum):
    """How a run ends."""

    PASS = "pass"  # noqa: S105 - a word, and no secret
    FAIL = "fail"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that is still open at the head.

    ``since`` is the head commit at which it was first seen, None where the base asks it already.
    """

    text: str
    line: int
    since: str | None


@dataclass(frozen=True, slots=True)
class Skeleton:
    """What to paste for a missing section, and the line before which it goes."""

    section: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A line put right, which its author may take over with one click; ``why`` says how."""

    path: str
    line: int
    old_line: str
    new_line: str
    why: str


@dataclass(frozen=True, slots=True)
class Since:
    """What the last push did to a spec: questions it settled, findings it mended and brought."""

    settled: tuple[str, ...] = ()
    mended: tuple[Finding, ...] = ()
    brought: tuple[Finding, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.settled or self.mended or self.brought)


@dataclass(frozen=True, slots=True)
class HeardSpec:
    """A spec that the pull request adds, changes or renames, as it stands at the head.

    ``status_before`` is its status at the base. ``is_stated`` is False where its template has no
    place for a status, so that the label says it. ``since`` is None where nothing was pushed since
    the Steward looked last, or it never did. ``restated`` is the edit that a request asks for.
    ``content`` tells the text that people approve of, where they have to; ``exempted`` are the
    waivers by commands, with what each takes away here. ``due`` are the approvals that it needs at
    any stage of its life.
    """

    report: SpecReport
    kind: ChangeKind
    old_path: str | None = None
    status_before: str | None = None
    is_stated: bool = True
    skeletons: tuple[Skeleton, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    questions: tuple[OpenQuestion, ...] = ()
    since: Since | None = None
    standing: Standing | None = None
    restated: Restated | None = None
    ahead: Ahead | None = None
    content: str = ""
    exempted: tuple[Exempted, ...] = ()
    due: tuple[Approvals, ...] = ()

    @property
    def counted(self) -> tuple[Finding, ...]:
        """Give the findings that this pull request answers for."""
        return tuple(f for f in self.report.findings if f.introduced is not False)

    @property
    def older(self) -> tuple[Finding, ...]:
        """Give the findings that were there before it."""
        return tuple(f for f in self.report.findings if f.introduced is False)


@dataclass(frozen=True, slots=True)
class OwnRules:
    """How the specs would be judged if the rules that the pull request brings held already.

    ``paths`` are the configuration and the templates that it changes. ``problem`` says why they
    could not hold at all.
    """

    paths: tuple[str, ...]
    report: Report | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Hearing:
    """A pull request's specs, heard at one commit.

    ``seen`` is the head at which the Steward has looked before, where that is another one.
    ``lenient`` says why nothing fails here (a draft, ``mode: advise``), or is empty. ``is_whole``
    is False where GitHub's listing of changed files ended before the changes did.

    ``request`` is the status that was asked for and is not there; ``fell`` says why the status that
    the label alone tells is less than it was; ``contested`` names a bot that keeps undoing the
    label, which is then left to it; ``put_back`` is the status whose label somebody took off
    although nothing but the label tells it. ``uncommitted`` says why a status is not set by a
    commit where the configuration wants one. ``ended`` is a request that is over without having
    been granted to all. It ``is_over`` where it was merged under the Steward's eyes. ``works`` is
    what merging does to issues.
    """

    pull: Pull
    specs: tuple[HeardSpec, ...] = ()
    deleted: tuple[Removed, ...] = ()
    own_rules: OwnRules | None = None
    seen: str | None = None
    lenient: str = ""
    is_whole: bool = True
    request: Request | None = None
    fell: str = ""
    contested: str = ""
    put_back: str = ""
    uncommitted: str = ""
    ended: Ended | None = None
    is_over: bool = False
    answers: tuple[Answer, ...] = ()
    exceptions: tuple[Exempted, ...] = ()
    works: Works = field(default_factory=Works)

    @property
    def report(self) -> Report:
        """Give what was judged, in the form that every format is made from."""
        return Report(tuple(spec.report for spec in self.specs))

    @property
    def findings(self) -> Iterator[Finding]:
        """Give the findings that this pull request answers for, spec by spec."""
        return (finding for spec in self.specs for finding in spec.counted)

    @property
    def has_errors(self) -> bool:
        """Tell whether anything is wrong enough to fail where nothing is lenient.

        Rules that cannot hold once they are merged are: nothing could be judged any more.
        """
        if self.own_rules and self.own_rules.problem:
            return True
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to say: no spec, as far as anybody can see.

        Where a pull request brings the first template, its own rules find the first specs.
        """
        own = self.own_rules
        is_any = bool(own and (own.problem or (own.report and own.report.specs)))
        return not (self.specs or self.deleted or is_any) and self.is_whole

    @property
    def verdict(self) -> Verdict:
        """Say how it ends; where nothing fails, it passes with advice."""
        if self.is_empty:
            return Verdict.SKIPPED
        return Verdict.FAIL if self.has_errors and not self.lenient else Verdict.PASS
