"""Which ticks are remembered of boxes whose lines are gone, and which lines have them again."""

import pytest

from bot.model.waits import NONE, Waits
from bot.work.boxes import bared, boxes_in
from bot.work.listed import Page, Wanted
from bot.work.recall import recall
from bot.work.sharing import merge_boxes
from bot.work.unwritten import Returned, returned


def _page(number: int, *lines: str, open_: bool = True, **values: object) -> Page:
    """Give a page on whose boxes both sides had agreed to be open, or as they stand."""
    text = "\n".join(lines)
    known = merge_boxes(text.replace("[x]", "[ ]") if open_ else text, [None] * len(lines)).known
    return Page(number, text, known, **values)  # type: ignore[arg-type]  # by name


def _wanted(*texts: str, home: int = 5, done: bool = False, first: int = 1) -> list[Wanted]:
    return [
        Wanted(line, bared(text), done, home=home) for line, text in enumerate(texts, start=first)
    ]


def _returned(wanted: list[Wanted], *pages: Page, waiting: Waits = NONE) -> Returned:
    live = [page for page in pages if not page.is_gone]
    return returned(wanted, pages, recall(wanted, live, waiting), waiting, root=9)


def _left(*lines: str, waiting: Waits = NONE) -> tuple[str, ...]:
    """Give what is remembered where all these lines are taken out."""
    return _returned([], _page(5, *lines), waiting=waiting).left[5]


def _ticked(found: Returned) -> dict[int, int]:
    return {line: each.number for line, each in found.boxes.items() if each.box.done}


def test_a_tick_that_the_document_never_had_is_remembered() -> None:
    assert len(_left("- [x] Alpha", "- [ ] Beta")) == 1
    agreed = _page(5, "- [x] Alpha", open_=False)
    assert _returned([], agreed).left == {5: ()}
    waits = {f"5.{boxes_in('- [x] Alpha')[0].name}": True}
    assert len(_returned([], agreed, waiting=waits).left[5]) == 1


def test_what_stands_is_not_remembered_besides() -> None:
    found = _returned(_wanted("Alpha"), _page(5, "- [x] Alpha"))
    assert found.left == {5: ()}
    assert _ticked(found) == {1: 5}


def test_a_line_that_is_back_has_its_tick_and_is_forgotten() -> None:
    page = _page(5, "- [ ] Beta", left=_left("- [x] Alpha"))
    found = _returned(_wanted("Beta", "Alpha"), page)
    assert _ticked(found) == {2: 5}
    assert found.boxes[2].known is False
    assert found.left == {5: ()}


def test_of_other_words_nothing_is_known() -> None:
    page = _page(5, "- [ ] Beta", left=_left("- [x] Alpha"))
    found = _returned(_wanted("Beta", "Gamma"), page)
    assert _ticked(found) == {}
    assert found.left == {5: page.left}


@pytest.mark.parametrize("done", [False, True])
def test_elsewhere_it_is_forgotten_once_it_is_shown(done: bool) -> None:
    old, new = Page(5, "", "", left=_left("- [x] Alpha")), _page(6, "- [ ] Beta")
    wanted = [*_wanted("Alpha", home=6, done=done), *_wanted("Beta", home=6, first=2)]
    found = _returned(wanted, old, new)
    assert _ticked(found) == {1: 6}
    assert found.left == {5: () if done else old.left, 6: ()}
    shown = _returned(wanted, old, _page(6, "- [x] Alpha", "- [ ] Beta"))
    assert shown.left == {5: (), 6: ()}


def test_where_no_issue_lists_it_yet_the_one_above_has_it() -> None:
    old = Page(5, "", "", left=_left("- [x] Alpha"))
    assert _ticked(_returned(_wanted("Alpha", home=0), old)) == {1: 9}


def test_elsewhere_it_has_to_be_one_alone() -> None:
    left = _left("- [x] Alpha")
    old, other = Page(5, "", "", left=left), Page(6, "", "", left=left)
    two = [*_wanted("Alpha", home=7), *_wanted("Alpha", home=8, first=2)]
    assert _ticked(_returned(two, old)) == {}
    assert _ticked(_returned(_wanted("Alpha", home=7), old, other)) == {}
    assert _ticked(_returned(_wanted("Alpha", home=6), old, other)) == {1: 6}


def test_a_box_is_told_by_the_task_that_it_stands_in() -> None:
    left = _left("- [ ] Alpha", "  - [x] Ask Bob")
    page = Page(5, "", "", left=left)
    (step,) = _wanted("Ask Bob", first=2)
    for above, ticked in (("Alpha", {2: 5}), ("Beta", {})):
        wanted = [Wanted(1, bared(above), done=False, home=5, steps=(step,))]
        assert _ticked(_returned(wanted, page)) == ticked
    inside = Page(5, "", "", left=(), is_list=False)
    assert inside.left == _returned([step], inside).left[5]


def test_within_a_task_each_stands_for_itself() -> None:
    lines = "- [ ] Alpha", "  - [x] Ask Bob"
    left = _returned([], _page(5, *lines, is_list=False)).left[5]
    assert _ticked(_returned(_wanted("Ask Bob"), Page(5, "", "", left=left))) == {1: 5}


def test_one_that_was_taken_for_another_is_found_by_its_words() -> None:
    page = _page(5, "- [x] Choose an index for parcels again", left=_left("- [x] Choose an index"))
    found = _returned(_wanted("Choose an index"), page)
    assert found.boxes[1].known is False
    assert len(found.left[5]) == 1
    assert found.left[5] != page.left


def test_one_whose_words_are_cut_is_not_another() -> None:
    words = "Move every table of the old database over"
    page = _page(5, f"- [ ] {words[:30]}…", left=_left(f"- [x] {words}"))
    found = _returned(_wanted(words), page)
    assert _ticked(found) == {}
    assert found.left == {5: page.left}


def test_a_text_of_somebodys_own_goes_on_remembering_by_its_boxes() -> None:
    left = _left("- [x] Alpha", "- [x] Beta")
    page = _page(5, "- [x] Alpha", left=left, is_theirs=True)
    found = _returned(_wanted("Beta"), page)
    assert _ticked(found) == {}
    assert found.left == {5: left[1:]}


def test_what_is_gone_remembers_what_it_did() -> None:
    page = _page(5, "- [x] Alpha", left=_left("- [x] Beta"), is_gone=True)
    assert _returned([], page).left == {5: page.left}
