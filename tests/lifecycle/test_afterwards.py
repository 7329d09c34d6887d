"""What counts of a merged pull request, and what comes too late."""

from dataclasses import replace

import pytest

from bot.lifecycle.afterwards import OVER, UNMET, as_merged, asked_since, settle_merged
from bot.lifecycle.asked import Asked
from bot.lifecycle.remembered import Remembered, key_of, mark_of
from bot.lifecycle.settled import Settled
from bot.lifecycle.subject import Subject
from bot.lifecycle.witness import Witness
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


def ended(
    *specs: Subject,
    ask: Asked | None = None,
    memory: Remembered | None = None,
    witness: Witness | None = None,
) -> Settled:
    requests = (ask,) if ask else ()
    return settle_merged(
        specs, requests, lambda login: ROLES[login], memory or Remembered(), witness or Witness()
    )


GRANTED = Remembered(((key_of("f.md"), mark_of("approved")),))
SHUT = "approved: bob approves"


def refusal(settled: Settled) -> str:
    found = settled.request or settled.turned
    return found.refusal if found else ""


def test_it_is_settled_as_it_stood_and_for_good() -> None:
    """What fell back before the merge stays there, though what shut the gate is gone by now."""
    found = ended(free(SHUT), memory=GRANTED)
    assert (word(found), found.fell) == ("review", "")
    assert found.remembered == Remembered(otherwise=mark_of("review"), final=True)
    again = ended(free(), ask=asked("approved"), memory=found.remembered)
    assert (word(again), again.remembered) == ("review", found.remembered)


def test_what_was_passed_stays_passed() -> None:
    found = ended(free(), ask=asked("approved"))
    assert (word(found), found.request) == ("approved", None)
    again = ended(free(SHUT), ask=asked("approved"), memory=found.remembered)
    assert (word(again), again.remembered) == ("approved", found.remembered)


def test_what_was_asked_for_in_time_and_not_granted_is_refused_for_good() -> None:
    found = ended(free(SHUT), ask=asked("approved"))
    assert (word(found), refusal(found)) == ("draft", UNMET)
    assert ended(free(), ask=asked("approved"), memory=found.remembered) == found
    turned = ended(free(), ask=asked("approved", "eve"))
    assert (turned.request, refusal(turned)) == (None, OVER)
    over = replace(found.remembered, asked=replace(found.remembered.asked, is_over=True))
    assert ended(free(), ask=asked("approved"), memory=over).request is None


@pytest.mark.parametrize("count", [100, 101, 301, 700])
def test_however_many_there_are_it_is_final(count: int) -> None:
    specs = [free(path=f"{at}.md", before="approved") for at in range(count)]
    found = ended(*specs, free(path="new.md"))
    assert found.remembered.final
    assert found.words["new.md"] == "draft"
    assert [mark for _, mark in found.remembered.words] == [mark_of("draft")]
    assert ended(*specs, free(path="new.md"), memory=found.remembered).words == found.words


def test_what_cannot_be_kept_whole_is_not_final() -> None:
    """Some hundreds of words beside the commonest: the comment has no room for them."""
    specs = [free(path=f"{at}.md", before=("draft", "done")[at % 2]) for at in range(700)]
    found = ended(*specs)
    assert (found.remembered.final, found.remembered.words) == (False, ())
    assert ended(*specs, memory=found.remembered).words == found.words


def test_without_specs_there_is_nothing_to_settle() -> None:
    assert ended().remembered == Remembered(final=True)


class TestWitness:
    """The comment was changed by somebody, or is gone: our label tells what it said."""

    @pytest.mark.parametrize(
        ("said", "is_of_head", "ask", "found"),
        [
            ("draft", True, "approved", "draft"),
            ("draft", False, "approved", "draft"),
            ("approved", True, "", "approved"),
            ("approved", False, "", "draft"),
            ("approved", False, "done", "approved"),
            ("wurst", True, "approved", "approved"),
        ],
    )
    def test_it_holds(self, said: str, is_of_head: bool, ask: str, found: str) -> None:
        witness = Witness(said, "t", is_of_head=is_of_head, is_alone=True)
        settled = ended(free(), ask=asked(ask) if ask else None, witness=witness)
        assert word(settled) == found

    @pytest.mark.parametrize(
        ("said", "is_of_head", "is_disputed", "found"),
        [
            ("approved", True, False, "approved"),
            ("done", True, False, "approved"),
            ("approved", True, True, "review"),
            ("approved", False, False, "review"),
            ("review", True, False, "review"),  # it had fallen already
        ],
    )
    def test_what_was_taken_back_before_the_first_look_shuts_no_gate(
        self, said: str, is_of_head: bool, is_disputed: bool, found: str
    ) -> None:
        witness = Witness(said, "t", is_of_head=is_of_head, is_disputed=is_disputed)
        assert word(ended(free(SHUT), memory=GRANTED, witness=witness)) == found
