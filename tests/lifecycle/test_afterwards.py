"""What counts of a merged pull request, and what comes too late."""

from dataclasses import replace

from bot.lifecycle.afterwards import OVER, as_merged, asked_since, settle_merged
from bot.lifecycle.asked import Asked
from bot.lifecycle.remembered import Remembered, key_of
from bot.lifecycle.settled import Settled
from bot.lifecycle.subject import Subject
from bot.model.pull import Comment, Labelling, Person, PullState, Review
from bot.model.standing import Way
from tests.forge.memory import PULL
from tests.lifecycle.test_reconcile import ROLES, asked, free, word

END = "2026-01-02T00:00:05Z"
EARLY, LATE = "2026-01-02T00:00:05Z", "2026-01-02T00:00:06Z"


def test_what_was_said_by_then_counts() -> None:
    pull = replace(PULL, merged_at=END)
    labels = [Labelling("spec: draft", Person("ann"), at, is_set=True) for at in (EARLY, LATE)]
    mine = Comment(1, "n", "u", Person("steward[bot]"), "", mine=True, at=LATE)
    others = [replace(mine, id=i, mine=False, at=at) for i, at in ((2, EARLY), (3, LATE))]
    reviews = [Review(1, Person("bob"), "approved", "a" * 40, at) for at in (EARLY, LATE)]
    state = PullState(pull, "steward[bot]", (), tuple(labels), (mine, *others), tuple(reviews))
    found = as_merged(state)
    assert [each.at for each in found.labellings] == [EARLY]
    assert [each.id for each in found.comments] == [1, 2]
    assert [each.at for each in found.reviews] == [EARLY]


def test_what_comes_later_is_refused() -> None:
    early, late = asked("done", at=EARLY), asked("approved", at=LATE)
    assert asked_since((), END) is None
    assert asked_since((early,), END) is None
    found = asked_since((late, early), END)
    assert found is not None
    assert (found.word, found.by, found.way, found.refusal) == ("approved", "ann", Way.LABEL, OVER)
    nobody = asked_since((asked("approved", None, LATE),), END)
    assert nobody is not None
    assert nobody.by == ""


def ended(*specs: Subject, ask: Asked | None = None, memory: Remembered | None = None) -> Settled:
    requests = (ask,) if ask else ()
    return settle_merged(specs, requests, lambda login: ROLES[login], memory or Remembered())


def test_it_is_settled_as_it_stood_and_for_good() -> None:
    """What fell back before the merge stays there, though what shut the gate is gone by now."""
    granted = Remembered(((key_of("f.md"), "approved"),))
    found = ended(free("approved: bob approves"), memory=granted)
    assert (word(found), found.fell) == ("review", "")
    assert found.remembered == Remembered(((key_of("f.md"), "review"),), final=True)
    again = ended(free(), ask=asked("approved"), memory=found.remembered)
    assert (word(again), again.remembered) == ("review", found.remembered)


def test_what_was_passed_stays_passed() -> None:
    found = ended(free(), ask=asked("approved"))
    assert (word(found), found.request) == ("approved", None)
    again = ended(free("approved: bob approves"), memory=found.remembered)
    assert (word(again), again.remembered) == ("approved", found.remembered)
