"""A request is about the specs that were there: when it ends, and that it is told."""

from dataclasses import replace

import pytest

from bot.lifecycle.remembered import MOST
from tests.app.action.people import Village
from tests.app.action.test_lifecycle import ASKING, FREE, UNSAID, said
from tests.app.action.town import SPEC, TEMPLATE, WHOLE

pytestmark = pytest.mark.untraced

OTHER = "docs/specs/002-other.md"
ENDED = "**What cid asked for ended**"
BROKEN = b"\xff\xfe\x00"


def many(count: int, text: str) -> dict[str, str]:
    return {f"docs/specs/{at:03}-s.md": text for at in range(1, count + 1)}


def statuses(village: Village) -> dict[str, str | None]:
    return {each.report.path: each.report.status for each in village.run().hearing.specs}


@pytest.mark.parametrize("count", [101, 150])
class TestMany:
    def test_what_is_granted_to_all_stays_so_also_once_they_are_merged(self, count: int) -> None:
        village = Village(many(count, UNSAID), base=FREE)
        village.run()
        village.labels("cid", "approved")
        assert village.settle() == 1
        village.merge()
        for _ in range(3):
            village.run()
            assert village.label_now == "approved"
        assert set(statuses(village).values()) == {"approved"}

    def test_what_documents_have_to_say_is_asked_for_until_they_do(self, count: int) -> None:
        village = Village(many(count, WHOLE))
        village.labels("cid", "accepted")
        assert village.settle() == 1
        request = village.run().hearing.request
        assert request is not None
        assert (request.refusal, len(village.state.remarks)) == ("", 10)


def test_more_than_can_be_kept_are_refused_at_once() -> None:
    village = Village(many(MOST + 1, UNSAID), base=FREE)
    village.labels("cid", "approved")
    assert village.settle() == 1
    assert village.label_now == "draft"
    assert "201 specs are changed here, and a status is asked for 200 at once" in said(village)
    village.push(many(MOST, UNSAID))
    village.settle()
    assert village.label_now == "approved"


@pytest.mark.parametrize("words", ["Review: by the board", "Review, again", "評審" * 30, "x" * 60])
def test_whatever_a_status_is_called_the_request_stands(words: str) -> None:
    base = {
        "docs/specs/TEMPLATE.md": TEMPLATE.replace("Review", words),
        ".github/spec-steward.yml": f"status: {{stages: {{'{words}': reviewing}}}}\n",
    }
    village = Village({SPEC: ASKING.replace("Draft", words)}, base=base)
    village.labels("cid", "accepted")
    assert village.settle() == 1
    village.push({SPEC: WHOLE.replace("Draft", words)})
    village.settle()
    request = village.run().hearing.request
    assert request is not None
    assert request.refusal == ""


def test_the_comment_has_an_end_whatever_the_statuses_are() -> None:
    """Each letter of these would take twelve in the marker, and each word stands there thrice."""
    rockets = many(99, ASKING.replace("Draft", "\U0001f680" * 48))
    village = Village({path: f"{text}\nmore\n" for path, text in rockets.items()}, base=rockets)
    for login, word in (("cid", "accepted"), ("eve", "done")):
        village.labels(login, word)
        assert village.settle() == 1
        assert len(said(village).encode("utf-16-le")) // 2 < 60_000


class TestItsEnd:
    def test_one_that_joins_is_granted_nothing_and_ends_it(self) -> None:
        village = Village({SPEC: UNSAID}, base=FREE)
        village.run()
        village.labels("cid", "approved")
        village.settle()
        both = {SPEC: UNSAID, OTHER: UNSAID}
        village.push(both)
        assert village.settle() == 1
        assert village.label_now == "draft"
        assert statuses(village) == {SPEC: "approved", OTHER: "draft"}
        assert f"{ENDED}, since [“Parcel search” (002-other.md)](" in said(village)
        assert "joined: ask again if you still want `approved`." in said(village)
        village.push({**both, SPEC: f"{UNSAID}\nMore.\n"})
        village.settle()
        assert ENDED not in said(village)  # that was told
        village.labels("cid", "approved")
        village.settle()
        assert village.label_now == "approved"

    def test_nor_does_one_that_comes_back(self) -> None:
        both = {SPEC: UNSAID, OTHER: UNSAID}
        village = Village(both, base=FREE)
        village.labels("cid", "approved")
        village.settle()
        village.labels("cid", "review")
        village.settle()
        village.push({SPEC: UNSAID})
        village.settle()
        village.labels("cid", "approved")
        village.settle()
        village.push(both)
        village.settle()
        assert statuses(village) == {SPEC: "approved", OTHER: "draft"}

    def test_one_that_says_something_else_is_named(self) -> None:
        village = Village({SPEC: ASKING})
        village.labels("cid", "accepted")
        village.settle()
        village.push({SPEC: ASKING.replace("Draft", "Review")})
        village.settle()
        assert f"{ENDED}, since [“Parcel search”](" in said(village)
        assert "says `review` by now: ask again if you still want `accepted`." in said(village)

    def test_what_was_granted_to_all_ends_without_a_word(self) -> None:
        village = Village({SPEC: WHOLE})
        village.labels("cid", "accepted")
        village.settle()
        for word in ("Accepted", "Draft"):
            village.push({SPEC: WHOLE.replace("Draft", word)})
            village.settle()
        assert "asked for" not in said(village)

    def test_one_that_is_taken_out_again_is_not_named(self) -> None:
        village = Village({SPEC: ASKING})
        village.labels("cid", "accepted")
        village.run()
        village.push({SPEC: ASKING, OTHER: WHOLE})
        village.run()
        village.push({SPEC: ASKING})
        village.settle()
        assert "asked for" not in said(village)

    def test_a_new_name_is_no_new_spec(self) -> None:
        village = Village({SPEC: ASKING}, base={SPEC: WHOLE})
        village.labels("cid", "accepted")
        village.settle()
        village.push({SPEC: None, OTHER: WHOLE + "\nMore.\n"}, {SPEC: OTHER})
        village.settle()
        request = village.run().hearing.request
        assert request is not None
        assert request.refusal == ""

    def test_what_it_says_first_after_nobody_could_read_it_is_what_it_is_about(self) -> None:
        village = Village({SPEC: BROKEN})
        village.labels("cid", "accepted")
        village.settle()
        village.push({SPEC: WHOLE.replace("Draft", "Review")})
        village.settle()
        request = village.run().hearing.request
        assert request is not None
        assert request.refusal == ""

    @pytest.mark.parametrize("login", ["cid", "eve"])
    def test_in_the_former_form_of_the_comment_it_stands(self, login: str) -> None:
        village = Village({SPEC: WHOLE})
        village.labels(login, "accepted")
        village.settle()
        before = village.run().hearing.request
        own = village.comment
        first, _, below = own.body.partition("\n")
        name = "request" if login == "cid" else "refused"
        kept, _, _ = first.partition(f"{name}=")
        at = "2026%2D01%2D02T00:00:01Z"
        former = replace(own, body=f"{kept}{name}={at},abcdef012345 -->\n{below}")
        village.door.change_pull(village.number, comments=(former,))
        assert village.settle() <= 1
        assert village.run().hearing.request == before
