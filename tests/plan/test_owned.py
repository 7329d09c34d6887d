"""Which issue a marker is the own one of, whatever was pasted where."""

from bot.model.issue import Issue
from bot.plan.marker import write_marker
from bot.plan.owned import owned
from tests.plan.owning import key_of


def _marker(key: str, number: int | None = None) -> str:
    named = {} if number is None else {"number": str(number)}
    return write_marker("issue", {"key": key, **named})


def _issue(number: int, *lines: str, mine: bool = True) -> Issue:
    return Issue(number, number, "T", "\r\n".join(lines), mine=mine)


def _keys(*issues: Issue) -> dict[int, str]:
    return {number: values["key"] for number, values in owned(issues).items()}


def test_what_somebody_else_has_written_is_no_word() -> None:
    assert _keys(_issue(1, _marker("a"), mine=False), _issue(2, "words")) == {}
    assert key_of(_issue(1, "words")) is None


def test_a_marker_that_another_issue_has_alone_was_pasted_from_there() -> None:
    theirs, pasted = _issue(2, _marker("b")), _issue(1, _marker("b"), "words", _marker("a"))
    assert _keys(theirs, pasted) == {1: "a", 2: "b"}
    assert key_of(pasted) == "b"


def test_the_first_is_its_own_where_no_other_issue_tells() -> None:
    assert _keys(_issue(1, _marker("a"), _marker("b"))) == {1: "a"}
    assert _keys(_issue(1, _marker("a"), _marker("b")), _issue(2, _marker("c"))) == {1: "a", 2: "c"}


def test_what_names_the_issue_is_its_own_before_all_others() -> None:
    pasted = _issue(1, _marker("c"), _marker("b", 2), _marker("a", 1))
    assert _keys(pasted) == {1: "a"}
    assert _keys(pasted, _issue(2, _marker("b", 2)), _issue(3, _marker("a"))) == {
        1: "a", 2: "b", 3: "a",
    }  # fmt: skip


def test_twins_have_one_key() -> None:
    assert _keys(_issue(1, _marker("a")), _issue(2, _marker("a"))) == {1: "a", 2: "a"}
