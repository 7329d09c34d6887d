"""States of a GitHub in memory, and wishes for them, as hypothesis draws them."""

from dataclasses import replace

from hypothesis import strategies as st

from bot.forge.door import FileName, FileText
from bot.model.blob_id import blob_id
from bot.model.entry import FileKind
from bot.model.issue import Child, Issue, Reason
from bot.model.pull import Check, Comment, Label, Person, PullStage, PullState, Remark, Status
from bot.model.sync import SyncPull, SyncState
from bot.plan.desired import (
    CheckWish,
    CommentWish,
    Desired,
    IssueWish,
    LabelWish,
    PullWish,
    ReactionWish,
    StatusWish,
    SyncWish,
)
from bot.plan.edit import EditWish
from bot.plan.marker import write_marker
from bot.plan.suggestion import SuggestionWish, mark_suggestion
from bot.plan.sync_marker import mark_sync, sync_digest
from tests.forge.memory import ME, PULL, Memory

KEYS = ("a", "b", "c", "d", "e")
BRANCH = "spec-steward/sync"
_PATH, _TEXT = "docs/specs/001-new.md", b"# New\n"
FAMILY = "spec: "
_ANN = Person("ann")
_WORDS = st.sampled_from(["one", "two", "three\r\nlines", "x -- > <!-- y"])
_REACTIONS = st.sampled_from(["+1", "eyes"])
_LABELS = st.sampled_from(["spec: draft", "Spec: Draft", "spec: done", "bug", "spec"])


def _comment_body(words: str) -> str:
    return f"{write_marker('comment', {'head': words})}\n{words}"


def issue_body(key: str, words: str = "") -> str:
    return f"{words}\n\n{write_marker('issue', {'key': key})}"


_BODIES = st.one_of(_WORDS, _WORDS.map(_comment_body))


@st.composite
def _comments(draw: st.DrawFn) -> tuple[Comment, ...]:
    found = []
    for at in range(draw(st.integers(0, 3))):
        mine = draw(st.booleans())
        body = draw(_BODIES)
        author = ME if mine else _ANN
        hidden, reactions = draw(st.booleans()), draw(st.frozensets(_REACTIONS))
        made = Comment(at + 1, f"IC_{at}", "", author, body, mine, hidden, reactions=reactions)
        found.append(made)
    return tuple(draw(st.permutations(found)))


def suggestion(key: str) -> SuggestionWish:
    """Wish for something at the one line that the pull request has changed."""
    body = f"{mark_suggestion(key)}\n```suggestion\n# {key}\n```"
    return SuggestionWish(PULL.head, _PATH, 1, key, body)


def edit(data: bytes) -> EditWish:
    """Wish for a commit that writes the one file anew which the pull request has changed."""
    return EditWish(PULL.head, "spec", _PATH, blob_id(_TEXT), data, "Write it anew")


@st.composite
def _remarks(draw: st.DrawFn) -> tuple[Remark, ...]:
    bodies = [*(suggestion(key).body for key in "abc"), "words"]
    said = draw(st.lists(st.tuples(st.sampled_from(bodies), st.booleans()), max_size=4))
    return tuple(Remark(at + 1, body, mine) for at, (body, mine) in enumerate(said))


@st.composite
def _pull_states(draw: st.DrawFn) -> PullState:
    checks = draw(st.lists(st.sampled_from(["success", "failure", None]), max_size=2))
    states = draw(st.lists(st.sampled_from(["success", "failure"]), max_size=1))
    return PullState(
        pull=PULL,
        me=ME.login,
        labels=tuple(draw(st.lists(_LABELS, unique_by=str.casefold, max_size=3))),
        comments=draw(_comments()),
        checks=tuple(
            Check(at + 1, "spec-steward", end, "d", "steward") for at, end in enumerate(checks)
        ),
        statuses=tuple(Status("spec-steward", state, "", "") for state in states),
        remarks=draw(_remarks()),
    )


@st.composite
def _issues(draw: st.DrawFn) -> dict[int, Issue]:
    first = PULL.number + 1  # pull requests and issues share their numbers
    numbers = range(first, first + draw(st.integers(0, 6)))
    made = {n: _issue(draw, n) for n in numbers}
    for number in numbers:  # parents first, so that there is no ring
        parent = draw(st.sampled_from([None, *range(first, number)]))
        if parent is not None:
            child = Child(number, made[number].is_open)
            above = made[parent]
            made[parent] = replace(above, children=(*above.children, child))
            made[number] = replace(made[number], parent=parent)
        blockers = draw(st.lists(st.sampled_from(list(numbers)), unique=True, max_size=2))
        made[number] = replace(made[number], blocked_by=tuple(b for b in blockers if b != number))
    return made


def _issue(draw: st.DrawFn, number: int) -> Issue:
    is_open = draw(st.booleans())
    key = draw(st.sampled_from([*KEYS, "gone"]))
    return Issue(
        id=number * 7,
        number=number,
        title=draw(_WORDS),
        body=draw(st.sampled_from(["", "words"]).map(lambda words: issue_body(key, words))),
        mine=draw(st.sampled_from([True, True, True, False])),
        is_open=is_open,
        reason=None if is_open else Reason.COMPLETED,
        labels=tuple(draw(st.lists(st.sampled_from(["work", "Spec-Steward"]), unique=True))),
        milestone=draw(st.sampled_from(["", "One"])),
    )


@st.composite
def memories(draw: st.DrawFn) -> Memory:
    pulls = draw(st.integers(0, 2))
    sync = SyncState(
        BRANCH,
        head=draw(st.sampled_from([None, "1" * 40])),
        parent=PULL.base,
        mine=draw(st.booleans()),
        files=(("docs/a.md", "2" * 40),),
        pulls=tuple(SyncPull(n + 50, "t", "b", draw(st.booleans())) for n in range(pulls)),
    )
    memory = Memory(pulls={1: draw(_pull_states())}, standing=draw(_issues()))
    text = FileText(blob_id(_TEXT), FileKind.REGULAR, len(_TEXT), _TEXT)
    memory.texts[FileName(PULL.head, _PATH)] = text
    if sync.head:
        memory.branches[BRANCH] = sync
    memory.past[BRANCH] = draw(_past_pulls())
    memory.known_labels = draw(st.sampled_from([[], [Label("SPEC: DONE")]]))
    memory.known_labels = list(memory.known_labels)
    return memory


@st.composite
def _past_pulls(draw: st.DrawFn) -> tuple[SyncPull, ...]:
    digest = draw(st.sampled_from([sync_digest((("docs/a.md", b"a"),)), "other"]))
    body = draw(st.sampled_from(["words", mark_sync(digest)]))
    mine, state = draw(st.booleans()), draw(st.sampled_from([PullStage.MERGED, PullStage.CLOSED]))
    return (SyncPull(40, "t", body, mine, state),) if draw(st.booleans()) else ()


@st.composite
def _wishes(draw: st.DrawFn) -> tuple[IssueWish, ...]:
    keys = draw(st.permutations(KEYS))[: draw(st.integers(0, 5))]
    found = []
    for at, key in enumerate(keys):
        found.append(
            IssueWish(
                key=key,
                title=draw(_WORDS),
                body=issue_body(key, draw(_WORDS)),
                labels=tuple(
                    draw(st.lists(st.sampled_from(["spec-steward", "work"]), unique=True))
                ),
                assignees=draw(st.sampled_from([(), ("bob",), ("bob", "nobody")])),
                milestone=draw(st.sampled_from(["", "one", "Two", "Three"])),
                is_open=draw(st.booleans()),
                reason=draw(st.sampled_from(Reason)),
                parent=draw(st.sampled_from([None, *keys[:at], "nowhere"])),
                blocked_by=tuple(draw(st.lists(st.sampled_from([*keys[:at], "nowhere"])))),
            )
        )
    return tuple(draw(st.permutations(found)))


@st.composite
def _pull_wishes(draw: st.DrawFn) -> PullWish:
    wish = draw(_wishes_but_for_edits())
    data = draw(st.sampled_from([None, None, b"# Newer\n"]))
    if data is None:
        return wish
    # what is said of a head is said of the next one then
    return replace(wish, check=None, status=None, suggestions=(), edits=(edit(data),))


@st.composite
def _wishes_but_for_edits(draw: st.DrawFn) -> PullWish:
    label = draw(st.sampled_from([None, Label("spec: draft", "ededed", "d"), Label("spec: done")]))
    body = draw(st.one_of(st.none(), _WORDS.map(_comment_body)))
    return PullWish(
        number=1,
        comment=draw(st.sampled_from([None, CommentWish(body, draw(st.booleans()))])),
        label=draw(st.sampled_from([None, LabelWish(FAMILY, label)])),
        check=draw(
            st.sampled_from([None, CheckWish("spec-steward", PULL.head, "success", "t", "s")])
        ),
        status=draw(
            st.sampled_from([None, StatusWish("spec-steward", PULL.head, "success", "all well")])
        ),
        suggestions=tuple(
            map(suggestion, draw(st.lists(st.sampled_from("abcdefghijkl"), max_size=12)))
        ),
        reactions=tuple(
            draw(st.lists(st.builds(ReactionWish, st.integers(1, 4), _REACTIONS), max_size=3))
        ),
    )


@st.composite
def desires(draw: st.DrawFn) -> Desired:
    files = draw(st.sampled_from([(), (("docs/a.md", b"a"),), (("docs/b.md", b"b"),)]))
    sync = SyncWish(BRANCH, "main", PULL.base, files, "Write back", "body")
    return Desired(
        pull=draw(_pull_wishes()),
        issues=draw(_wishes()),
        sync=draw(st.sampled_from([None, sync])),
    )
