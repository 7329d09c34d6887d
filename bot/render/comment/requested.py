"""The status that somebody asked for: why it is refused, or the one step that is left."""

from dataclasses import dataclass

from bot.model.heard import Restated
from bot.model.hearing import Hearing, Suggestion
from bot.model.pull import Pull, PullStage
from bot.model.standing import Way
from bot.render.comment.address import Links
from bot.render.comment.detail import Detail
from bot.render.comment.names import Names
from bot.render.comment.phrases import Target, clipped, file_name, sentence
from bot.render.suggestion import suggestion_text

REQUEST = "status-label"
"""the rule that tells of a request, as the lines below the headline do"""

_LOGIN = 60  # GitHub takes 39, and a bot's has a tail
_WORD = 50
_LINE = 200  # characters: who copies half a line writes it wrong
_REFUSAL = 600
_WAYS = {Way.LABEL: "with a label", Way.COMMAND: "in a comment"}


@dataclass(frozen=True, slots=True)
class Edit:
    """What is left to do in one document: take over the suggestion, or else write a line.

    ``target`` is the spec, ``spot`` the line, where the suggestion stands if there is one.
    ``text`` is the line as it should be, empty where no single line does it; ``editor`` opens it.
    """

    target: Target
    file: Target
    spot: Target
    word: str
    text: str
    is_offered: bool
    editor: str


@dataclass(frozen=True, slots=True)
class Requested:
    """A request: ``by`` whom, ``how``, for which ``word``; ``refusal`` is empty where granted.

    ``is_waiting`` where it is granted by itself once what it needs is there.
    """

    by: str
    how: str
    word: str
    refusal: str
    is_waiting: bool
    is_taken_back: bool
    edits: tuple[Edit, ...]
    more: int


def requested(hearing: Hearing, links: Links, names: Names, detail: Detail) -> Requested | None:
    """Tell of the request; on what is closed nothing is left to do, but somebody may come late."""
    request = hearing.request
    if request is None or not (hearing.pull.stage is PullStage.OPEN or is_late(hearing)):
        return None
    granted = () if request.refusal else hearing.specs
    left = [(spec.report.path, spec.restated) for spec in granted if spec.restated]
    return Requested(
        by=clipped(request.by, _LOGIN) or "somebody",
        how=_WAYS[request.way],
        word=clipped(request.word, _WORD),
        refusal=sentence(clipped(request.refusal, _REFUSAL)),
        is_waiting=request.is_waiting,
        is_taken_back=request.way is Way.LABEL and not hearing.contested,
        edits=tuple(
            _edit(path, restated, hearing.pull, links, names)
            for path, restated in left[: detail.lists]
        ),
        more=len(left[detail.lists :]),
    )


@dataclass(frozen=True, slots=True)
class Over:
    """A request that is over: ``by`` whom, for which ``word``; which spec ended it, and how.

    The spec ``says`` something else by now; where that is empty, it has joined.
    """

    by: str
    word: str
    target: Target
    says: str


def over(hearing: Hearing, links: Links, names: Names) -> Over | None:
    """Tell of a request that is over without having been granted to all."""
    ended = hearing.ended
    if ended is None or hearing.pull.stage is not PullStage.OPEN:
        return None
    return Over(
        by=clipped(ended.by, _LOGIN) or "somebody",
        word=clipped(ended.word, _WORD),
        target=Target(names[ended.path].quoted, links.file(ended.path)),
        says=clipped(ended.says, _WORD),
    )


def is_late(hearing: Hearing) -> bool:
    """Tell whether it was asked for when the pull request was merged, and for good refused."""
    found = hearing.request
    is_refused = found is not None and bool(found.refusal) and not found.is_waiting
    return is_refused and hearing.pull.stage is PullStage.MERGED


def _edit(path: str, restated: Restated, pull: Pull, links: Links, names: Names) -> Edit:
    line = restated.line
    is_offered = _is_shown(path, restated)
    to = links.changed_line(pull, path, line) if is_offered else links.line(path, line)
    text = " ".join((restated.new_line or "").split())
    return Edit(
        target=Target(names[path].quoted, links.file(path)),
        file=Target(file_name(path), links.file(path)),
        spot=Target(f"line {line}", to),
        word=clipped(restated.word, _WORD),
        text=text if len(text) <= _LINE else "",
        is_offered=is_offered,
        editor=links.editor(pull, path, line),
    )


def _is_shown(path: str, restated: Restated) -> bool:
    """Tell whether there is a suggestion: of a line that cannot be shown as it is there is none."""
    if not restated.is_offered or restated.new_line is None:
        return False
    offer = Suggestion(path, restated.line, "", restated.new_line, "")
    return suggestion_text(offer) is not None
