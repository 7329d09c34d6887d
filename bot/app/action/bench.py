"""One changed file → what is told of it, as its status and its people have come to stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from bot.app.action.life import Life
from bot.app.action.progress import since_last, since_when
from bot.app.action.unread import Unread
from bot.app.action.versions import Versions, skeletons
from bot.app.seat import Seat
from bot.lifecycle.settled import Settled
from bot.model.finding import Finding
from bot.model.heard import Restated
from bot.model.hearing import HeardSpec, Suggestion
from bot.model.report import SpecReport
from bot.model.standing import Request


@dataclass(frozen=True, slots=True)
class Bench:
    """What has been settled before a single spec is looked at.

    ``questions`` is the head at which each open question was seen first, ``head`` the one that is
    looked at; ``has_seen`` where the Steward has looked at an earlier one. Where it ``commits``,
    nobody is offered the line that a granted status asks for.
    """

    settled: Settled
    specs: Mapping[str, Life | Unread]
    questions: Mapping[str, str]
    head: str
    has_seen: bool
    commits: bool = False

    def heard(self, file: Versions) -> HeardSpec | None:
        """Judge a file; None where it is no spec."""
        spec = self.specs.get(file.path)
        if spec is None:
            return None
        return (
            self._unreadable(file, spec) if isinstance(spec, Unread) else self._living(file, spec)
        )

    def found(self, file: Versions) -> SpecReport | None:
        """Judge a file by the rules that it comes with; people stand to it as they do by ours."""
        spec = self.specs.get(file.path)
        if not isinstance(spec, Life):
            return file.head()
        return spec.excepted(file.head(self._seat(file.path, spec)))

    def _seat(self, path: str, life: Life) -> Seat:
        return life.seat(self.settled.words.get(path, ""), self._request(path))

    def _unreadable(self, file: Versions, spec: Unread) -> HeardSpec:
        """Tell of what cannot be read, and what stood there before."""
        report, before, change = spec.report, file.base(), file.changed.change
        return HeardSpec(
            report=report,
            kind=change.kind,
            old_path=change.old_path,
            status_before=spec.status_before,
            is_stated=spec.is_stated,
            questions=tuple(since_when(report, before, self.head, self.questions)),
            since=since_last(report, file.seen()) if self.has_seen else None,
        )

    def _living(self, file: Versions, life: Life) -> HeardSpec | None:
        seat = self._seat(file.path, life)
        judged = file.head(seat)
        report = life.excepted(judged)
        if judged is None or report is None:
            return None
        seen = life.excepted(file.seen(seat)) if self.has_seen else None
        before, change = file.base(), file.changed.change
        new = tuple(finding for finding in report.findings if finding.introduced is not False)
        restated = self._restated(file.path, life, new)
        return HeardSpec(
            report=report,
            kind=change.kind,
            old_path=change.old_path,
            status_before=life.status_before or (before.status if before else None),
            is_stated=life.is_stated,
            skeletons=skeletons(life.spec, new),
            suggestions=tuple(_suggestions(life, restated, new)),
            questions=tuple(since_when(report, before, self.head, self.questions)),
            since=since_last(report, seen) if self.has_seen else None,
            standing=seat.standing,
            restated=restated,
            ahead=life.ahead(report.stage),
            content=life.digest,
            exempted=life.exempted(judged),
            due=life.due(),
        )

    def _request(self, path: str) -> Request | None:
        """Give the request to those specs that it is about."""
        return self.settled.request if path in self.settled.concerned else None

    def _restated(self, path: str, life: Life, new: tuple[Finding, ...]) -> Restated | None:
        word = dict(self.settled.follow).get(path)
        if word is None:
            return None
        settles = life.settled(word, self._request(path), new)
        edit = life.file.restated(life.spec, word)
        if edit is None:
            line = life.spec.statuses[0].line if life.spec.statuses else 1
            return Restated(word, line, None, settles=settles)
        found = Restated(word, edit.line, edit.lines[0], settles=settles)
        if self.commits:
            return replace(found, rewritten=life.file.rewritten(edit))
        return replace(found, is_offered=life.file.is_shown(edit.line))


def _suggestions(
    life: Life, restated: Restated | None, new: tuple[Finding, ...]
) -> Iterator[Suggestion]:
    """Give the lines to click; what a commit is about to change is no line to click."""
    yield from _offered(life, restated)
    written = restated.line if restated and restated.rewritten else None
    found = life.file.suggestions(life.spec, new)
    yield from (each for each in found if each.line != written)


def _offered(life: Life, restated: Restated | None) -> tuple[Suggestion, ...]:
    if restated is None or restated.new_line is None or not restated.is_offered:
        return ()
    old = life.spec.document.lines[restated.line - 1]
    why = f"set the status to {restated.word}, as was asked for"
    return (Suggestion(life.spec.path, restated.line, old, restated.new_line, why),)
