"""Which box of a list is which of the spec."""

from bot.model.waits import NONE
from bot.work.boxes import bared, boxes_in, known_in
from bot.work.listed import Page, Recalled, Wanted
from bot.work.recall import recall
from bot.work.sharing import merge_boxes

LONG = "Move every table of the old database over"


def _wanted(*texts: str, home: int = 0, phase: str = "") -> list[Wanted]:
    return [
        Wanted(line, bared(text), done=False, home=home, phase=phase)
        for line, text in enumerate(texts, start=1)
    ]


def _page(number: int, *lines: str, known: str = "", phase: str = "") -> Page:
    return Page(number, "\n".join(lines), known, phase)


def _places(found: dict[int, Recalled]) -> dict[int, tuple[int, int]]:
    return {line: (each.number, each.at) for line, each in found.items()}


def test_what_stands_at_home_is_at_home_wherever_else_it_stands() -> None:
    pages = [_page(5, "- [x] Alpha", "- [ ] Beta"), _page(6, "- [ ] Alpha")]
    found = recall(_wanted("Alpha", "Beta", home=6), pages, NONE)
    assert _places(found) == {1: (6, 0), 2: (5, 1)}


def test_cut_words_are_those_that_begin_so_where_these_are_one_alone() -> None:
    page = _page(5, f"- [x] {LONG[:30]}…", "- [ ] …")
    found = recall(_wanted(LONG, "Else"), [page], NONE)
    assert _places(found) == {1: (5, 0)}
    both = recall(_wanted(LONG, f"{LONG} twice"), [page], NONE)
    assert both == {}


def test_a_box_that_may_be_one_task_alone_is_that() -> None:
    """Of a doubt about an issue the team is asked; of one about a box, the tick would be lost."""
    page = _page(5, "- [x] Choose an index for parcels again", "- [ ] Beta")
    found = recall(_wanted("Choose an index for parcels, with care", "Beta", home=5), [page], NONE)
    assert _places(found) == {1: (5, 0), 2: (5, 1)}
    torn = _page(5, "- [x] Promote arrays to beta", "- [ ] Promote objects to beta")
    assert recall(_wanted("Promote to beta", home=5), [torn], NONE) == {}


def test_of_equal_boxes_the_one_that_waits_was_not_ticked_in_the_spec() -> None:
    boxes = ("- [x] Write tests", "- [ ] Alpha", "- [ ] Write tests")
    known = merge_boxes("\n".join(boxes), [None] * 3).known
    page = _page(5, *boxes, known=known)
    wanted = _wanted("Write tests", "Alpha", "Write tests", "Write tests")
    waits = f"5.{boxes_in(page.text)[0].name}"
    assert _places(recall(wanted, [page], {waits: True})) == {1: (5, 0), 2: (5, 1), 3: (5, 2)}


def test_what_tells_of_an_issue_is_no_box_of_the_spec() -> None:
    page = _page(5, "- [ ] #12", "- [ ] [#13](x) Alpha", "- [x] Alpha")
    assert _places(recall(_wanted("Alpha", home=5), [page], NONE)) == {1: (5, 2)}


def test_the_steps_of_a_task_are_those_below_it() -> None:
    page = _page(5, "- [ ] Alpha", "  - [x] Ask", "- [ ] Beta", "  - [ ] Ask")
    step = Wanted(3, "ask", done=False)
    beta = Wanted(2, "beta", done=False, home=5, steps=(step,))
    assert _places(recall([beta], [page], NONE)) == {2: (5, 2), 3: (5, 3)}


def test_what_was_known_is_found_by_names_where_boxes_were_put_in() -> None:
    text = "- [x] Alpha\n- [ ] Beta"
    known = merge_boxes(text, [None, None]).known
    assert known_in(boxes_in(text), known) == (True, False)
    assert known_in(boxes_in(f"- [ ] Cake\n{text}"), known) == (None, True, False)
    assert known_in(boxes_in("- [X] Beta"), known) == (False,)
    assert [box.done for box in boxes_in("- [X] Beta\n* [x] B\n+ [ ] C\n1. [x] D")] == [
        *(True, True, False, True)
    ]


def test_words_are_the_same_however_they_are_marked_up() -> None:
    shown = "Ship <b>it</b> to @\u2060bob &amp; `x &lt; y`, [see](https://x.test)"
    assert (
        bared(shown)
        == bared("Ship **it** to @bob & `x < y`, [see](../x)")
        == ("ship it to bob x y see")
    )
