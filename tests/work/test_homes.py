from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from bot.work.homes import Home, Kin, Settled
from bot.work.homes import settle as settle_all
from bot.work.kinship import Likeness, resemblance


def _home(
    path: str,
    spec_id: str = "",
    *,
    carries: str = "",
    says: str = "",
    kind: str = "s",
    title: str = "",
) -> Home:
    numbers = frozenset(map(int, carries.split()))
    return Home(path, spec_id, kind, numbers, frozenset(says.split()), title)


def _kin(
    key: str,
    path: str,
    spec_id: str = "",
    *,
    has: str = "",
    said: str = "",
    kind: str = "s",
    title: str = "",
) -> Kin:
    numbers = frozenset(map(int, has.split()))
    return Kin(key, path, spec_id, kind, numbers, frozenset(said.split()), title)


def settle(homes: Sequence[Home], kin: Sequence[Kin]) -> Mapping[str, str]:
    """Settle where nothing is torn."""
    found = settle_all(homes, kin)
    assert found.torn == {}
    return found.keys


def test_what_did_not_move_owns_what_it_owned() -> None:
    homes = [_home("a.md", "A-1"), _home("a-guide.md", "A-1", kind="guide")]
    kin = [_kin("x", "a.md", "A-1"), _kin("y", "a-guide.md", "A-1", kind="guide")]
    assert settle(homes, kin) == {"a.md": "x", "a-guide.md": "y"}
    assert settle([], kin) == settle(homes, []) == {}


def test_a_moved_file_is_known_by_its_id_or_its_numbers() -> None:
    assert settle([_home("b.md", "A-1")], [_kin("x", "a.md", "A-1")]) == {"b.md": "x"}
    assert settle([_home("b.md", carries="1 2")], [_kin("x", "a.md", has="1 2 3")]) == {"b.md": "x"}


def test_a_guide_that_moves_with_its_spec_stays_a_guide() -> None:
    homes = [_home("b.md", "A-1"), _home("b-guide.md", "A-1", kind="guide")]
    kin = [_kin("x", "a.md", "A-1"), _kin("y", "a-guide.md", "A-1", kind="guide")]
    assert settle(homes, kin) == {"b.md": "x", "b-guide.md": "y"}


def test_a_copy_with_the_same_links_does_not_take_the_family() -> None:
    homes = [_home("copy.md", "A-2", carries="1 2"), _home("a.md", "A-1", carries="1 2")]
    assert settle(homes, [_kin("x", "a.md", has="1 2")]) == {"a.md": "x"}


def test_two_copies_of_what_is_gone_leave_it_alone() -> None:
    homes = [_home("b.md", carries="1 2"), _home("c.md", carries="1 2")]
    assert settle(homes, [_kin("x", "a.md", has="1 2")]) == {}


def test_few_numbers_of_a_family_need_its_likeness() -> None:
    kin = [_kin("x", "a.md", has="1 2 3", said="dig plant water")]
    assert settle([_home("b.md", carries="1", says="cut sew press")], kin) == {}
    assert settle([_home("b.md", carries="1", says="cut")], kin) == {}
    assert settle([_home("b.md", carries="1 2", says="cut sew press")], kin) == {"b.md": "x"}
    alike = [_home(path, says="dig plant water") for path in ("b.md", "c.md")]
    named = replace(alike[0], numbers=frozenset({1}))
    assert settle([named, alike[1]], kin) == {"b.md": "x"}


def test_a_few_links_to_another_family_are_not_most() -> None:
    homes = [_home("b.md", carries="1 7 8")]
    assert settle(homes, [_kin("x", "a.md", has="1 2"), _kin("y", "c.md", has="7 8")]) == {
        "b.md": "y"
    }
    assert settle([_home("b.md", carries="1 7")], [_kin("x", "a.md", has="1 2")]) == {}


def test_swapped_files_are_known_by_their_ids() -> None:
    homes = [_home("a.md", "B-1"), _home("b.md", "A-1")]
    kin = [_kin("x", "a.md", "A-1"), _kin("y", "b.md", "B-1")]
    assert settle(homes, kin) == {"a.md": "y", "b.md": "x"}


def test_one_that_is_given_an_id_stays_at_its_path() -> None:
    assert settle([_home("a.md", "A-1")], [_kin("x", "a.md")]) == {"a.md": "x"}


def test_an_id_given_twice_takes_nothing_from_the_path() -> None:
    homes = [_home("a.md", "A-1", kind="other"), _home("b.md", "A-1")]
    assert settle(homes, [_kin("x", "a.md", "A-1")]) == {"a.md": "x"}


def test_a_renamed_file_without_id_is_known_by_its_texts() -> None:
    kin = [_kin("x", "a.md", said="dig plant water")]
    assert settle([_home("b.md", says="dig plant sell")], kin) == {"b.md": "x"}
    assert settle([_home("b.md", says="dig sell")], kin) == {"b.md": "x"}
    assert settle([_home("b.md", says="sell")], kin) == {}
    assert settle([_home("b.md", says="dig sell", kind="guide")], kin) == {}
    assert settle([_home("b.md", says="dig sell"), _home("c.md", says="p q")], kin) == {}


def test_of_two_that_are_as_like_nobody_can_tell_which_it_is() -> None:
    kin = [_kin("x", "a.md", said="dig plant water")]
    homes = [_home("b.md", says="dig plant"), _home("c.md", says="dig plant")]
    assert settle_all(homes, kin) == Settled({}, {"x": ("b.md", "c.md")})
    assert settle([*homes, _home("old/a.md", says="dig plant")], kin) == {"old/a.md": "x"}


@pytest.mark.parametrize(
    ("one", "other", "key"), [("1 2", "3 4", "b.md"), ("1", "3 4", "c.md"), ("1 2", "3", "b.md")]
)
def test_of_two_that_have_parted_a_family_the_one_with_more_of_its_numbers_has_it(
    one: str, other: str, key: str
) -> None:
    kin = [_kin("x", "a.md", has="1 2 3 4", said="dig plant water cut")]
    homes = [
        _home("c.md", carries=other, says="water cut"),
        _home("b.md", carries=one, says="dig plant"),
    ]
    assert settle(homes, kin) == {key: "x"}


@pytest.mark.parametrize(("one", "other"), [("1 2", "2 3"), ("1 2 8 9", "")])
def test_numbers_that_part_nothing_do_not_tell_which_of_two_it_is(one: str, other: str) -> None:
    kin = [_kin("x", "a.md", has="1 2 3 4", said="dig plant water cut")]
    homes = [
        _home("b.md", carries=one, says="dig plant"),
        _home("c.md", carries=other, says="water cut"),
    ]
    assert settle_all(homes, kin) == Settled({}, {"x": ("b.md", "c.md")})


def test_two_that_may_be_either_of_two_families_part_neither() -> None:
    kin = [
        _kin(key, f"{key}.md", has=has, said="dig cut") for key, has in (("x", "1 2"), ("y", "3 4"))
    ]
    homes = [
        _home("b.md", carries="1 3", says="dig cut"),
        _home("c.md", carries="2 4", says="dig cut"),
    ]
    assert set(settle_all(homes, kin).torn) == {"x", "y"}


def test_the_title_tells_which_of_two_it_is() -> None:
    texts = frozenset({"dig", "plant"})
    kin = [Kin("x", "a.md", "", "s", texts=texts, title="one"), _kin("y", "b.md", said="dig plant")]
    homes = [_home("c.md", says="dig plant"), Home("d.md", "", "s", texts=texts, title="one")]
    assert settle(homes, kin) == {"c.md": "y", "d.md": "x"}


def test_a_title_alone_is_a_hint_that_what_is_over_does_not_take() -> None:
    home = Home("b.md", "", "s", texts=frozenset({"cut"}), title="one")
    kin = Kin("x", "a.md", "", "s", texts=frozenset({"dig"}), title="one")
    assert settle([home], [kin]) == {"b.md": "x"}
    assert settle([home], [replace(kin, is_over=True)]) == {}


def test_a_stub_at_the_old_path_loses_to_the_spec_that_moved() -> None:
    kin = [_kin("x", "a.md", said="dig plant")]
    assert settle([_home("a.md", says="sell"), _home("b.md", says="dig plant")], kin) == {
        "b.md": "x"
    }


def test_texts_take_nothing_from_a_file_that_stands() -> None:
    homes = [_home("a.md", says="dig"), _home("b.md", says="dig plant")]
    assert settle(homes, [_kin("x", "a.md", said="dig plant")]) == {"a.md": "x"}


@pytest.mark.parametrize("is_linked", [True, False])
def test_two_specs_that_have_changed_places_take_their_families_along(is_linked: bool) -> None:
    one, two = frozenset({"dig", "fill"}), frozenset({"cut", "sew"})
    first, second = (frozenset({1, 2}), frozenset({3, 4})) if is_linked else (frozenset(),) * 2
    homes = [Home("a.md", "", "t", second, two), Home("b.md", "", "t", first, one)]
    kin = [
        Kin("A", "a.md", "", "t", frozenset({1, 2}), one),
        Kin("B", "b.md", "", "t", frozenset({3, 4}), two),
    ]
    assert settle(homes, kin) == {"a.md": "B", "b.md": "A"}


def test_a_spec_that_is_written_anew_keeps_its_family() -> None:
    homes = [Home("a.md", "", "t", texts=frozenset({"cut", "sew"}))]
    assert settle(homes, [Kin("A", "a.md", "", "t", texts=frozenset({"dig", "fill"}))]) == {
        "a.md": "A"
    }


COMMON = "test document measure"  # what every spec of a repository lists


def test_swapped_specs_that_have_tasks_in_common_take_their_families_along() -> None:
    one, two = f"dig fill drain {COMMON}", f"cut sew press {COMMON}"
    homes = [_home("1.md", "1", says=two), _home("2.md", "2", says=one)]
    kin = [_kin("A", "1.md", "1", said=one), _kin("B", "2.md", "2", said=two)]
    assert settle(homes, kin) == {"1.md": "B", "2.md": "A"}


def test_numbers_go_before_a_path_and_an_id() -> None:
    homes = [
        _home("1.md", "1", says="dig test", carries="3 4"),
        _home("2.md", "2", says="sew test", carries="1 2"),
    ]
    kin = [
        _kin("A", "1.md", "1", said="dig test", has="1 2"),
        _kin("B", "2.md", "2", said="sew test", has="3 4"),
    ]
    assert settle(homes, kin) == {"1.md": "B", "2.md": "A"}


def test_the_number_of_a_file_may_be_another_ones_now() -> None:
    homes = [
        _home("001-new.md", "001", says=f"cook {COMMON}"),
        _home("002-dig.md", "002", says=f"dig fill drain {COMMON}"),
        _home("003-sew.md", "003", says=f"cut sew press {COMMON}"),
    ]
    kin = [
        _kin("A", "001-dig.md", "001", said=f"dig fill drain {COMMON}"),
        _kin("B", "002-sew.md", "002", said=f"cut sew press {COMMON}"),
    ]
    assert settle(homes, kin) == {"002-dig.md": "A", "003-sew.md": "B"}


def test_a_new_spec_under_the_number_of_one_that_is_gone_is_another() -> None:
    kin = [_kin("A", "007-dig.md", "007", said="dig fill drain")]
    assert settle([_home("007-sew.md", "007", says="cut sew press")], kin) == {}
    assert settle([_home("07/007-dig.md", "007", says="cut sew")], kin) == {"07/007-dig.md": "A"}
    told = [_home("sew.md", "A-1", says="cut sew press")]  # its text says whose it is
    assert settle(told, [_kin("A", "dig.md", "A-1", said="dig")]) == {"sew.md": "A"}


def test_tasks_that_all_specs_have_tell_nothing() -> None:
    stays = [_home(f"{n}.md", says=f"t{n} {COMMON}") for n in range(4)]
    stood = [_kin(f"K{n}", f"{n}.md", said=f"t{n} {COMMON}") for n in range(4)]
    homes = [*stays, _home("new.md", says=f"sew {COMMON}")]
    found = settle(homes, [*stood, _kin("A", "old.md", said=f"dig {COMMON}")])
    assert found == {f"{n}.md": f"K{n}" for n in range(4)}


def test_a_spec_that_keeps_its_title_loses_nothing_to_a_copy() -> None:
    copy = _home("c.md", says="dig fill drain", title="next")
    kin = [_kin("A", "a.md", said="dig fill drain", title="first")]
    assert settle([_home("a.md", says="cover", title="first"), copy], kin) == {"a.md": "A"}
    assert settle([_home("b.md", says="drain", title="first"), copy], kin) == {"b.md": "A"}


def test_a_title_that_only_one_pair_has_tells_it_among_others() -> None:
    homes = [_home("b.md", says="cut", title="one"), _home("c.md", says="sew", title="new")]
    kin = [_kin("A", "a.md", said="dig", title="one"), _kin("B", "d.md", said="boil", title="old")]
    assert settle(homes, kin) == {"b.md": "A"}


def test_what_is_less_like_two_families_may_be_the_one_that_the_other_leaves() -> None:
    kin = [_kin("A", "a.md", said="dig fill"), _kin("B", "b.md", said="dig fill")]
    homes = [_home("c.md", says="dig fill"), _home("d.md", says="dig fill sew")]
    assert settle_all(homes, kin).torn == {"A": ("c.md", "d.md"), "B": ("c.md", "d.md")}
    assert settle_all(homes, kin[:1]) == Settled({"c.md": "A"}, {})


def test_a_spec_that_carries_most_numbers_of_its_family_is_no_stranger_to_it() -> None:
    kin = [_kin("A", "a.md", has="1 2", said="dig"), _kin("B", "b.md", said="cut sew")]
    home = _home("a.md", says="cut sew", carries="1 2 8 9")
    assert settle([home], kin) == {"a.md": "A"}
    assert settle([replace(home, numbers=frozenset({1, 8, 9}))], kin) == {"a.md": "B"}


def test_a_task_of_another_file_tells_little_though_it_has_no_issue_there() -> None:
    kin = [_kin("A", "a.md", said="dig fill plant"), _kin("B", "b.md", said="sew test doc press")]
    new = _home("c.md", says="bake test doc")
    assert settle([_home("a.md", says="dig fill plant test doc"), new], kin) == {"a.md": "A"}
    assert settle([_home("x.md", says="dig fill plant test doc"), new], kin) == {"x.md": "A"}
    assert settle([_home("a.md", says="dig fill plant"), new], kin) == {"a.md": "A", "c.md": "B"}


DIG, SEW = "dig fill drain", "cut sew press"


def test_a_spec_that_is_written_over_with_a_copy_of_another_keeps_its_family() -> None:
    kin = [_kin("A", "a.md", said=DIG), _kin("B", "b.md", said=SEW)]
    homes = [_home("a.md", says=SEW), _home("b.md", says=SEW)]
    assert settle(homes, kin) == {"a.md": "A", "b.md": "B"}


def test_specs_that_were_swapped_are_known_though_one_has_a_task_of_the_other_now() -> None:
    kin = [_kin("A", "a.md", said=DIG), _kin("B", "b.md", said=SEW)]
    homes = [_home("a.md", says=f"{SEW} dig"), _home("b.md", says="fill drain")]
    assert settle(homes, kin) == {"a.md": "B", "b.md": "A"}


def test_a_spec_that_is_written_anew_is_no_other_for_a_task_or_two() -> None:
    kin = [_kin("A", "a.md", said=DIG), _kin("B", "b.md", said="cut knit weave spin")]
    assert settle([_home("a.md", says=f"{SEW} hem")], kin) == {"a.md": "A"}


def test_a_spec_that_takes_in_all_of_another_stays_what_it_was() -> None:
    kin = [_kin("A", "a.md", said=DIG), _kin("B", "b.md", said=SEW)]
    assert settle([_home("a.md", says=f"{DIG} {SEW}")], kin) == {"a.md": "A"}


def test_a_spec_that_is_written_anew_loses_nothing_to_one_that_was_like_it_before() -> None:
    kin = [_kin("A", "a.md", said=DIG), _kin("B", "b.md", said=DIG)]
    homes = [_home("a.md", says=SEW), _home("b.md", says=DIG)]
    assert settle(homes, kin) == {"a.md": "A", "b.md": "B"}


def test_few_of_a_family_are_no_more_than_half() -> None:
    kin = [_kin("A", "a.md", has="1 2", said="dig fill")]
    assert settle([_home("b.md", carries="1", says=SEW)], kin) == {}


def test_a_folder_that_moves_has_nothing_compared_with_everything(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared = list[str]()

    def resembled(home: Home, family: Kin, worth: Mapping[str, float]) -> Likeness:
        compared.append(home.path)
        return resemblance(home, family, worth)

    monkeypatch.setattr("bot.work.kinship.resemblance", resembled)
    names = [f"{n:02}" for n in range(30)]
    kin = [_kin(n, f"a/{n}.md", said=f"dig-{n} fill-{n}", title=f"plot {n}") for n in names]
    homes = [_home(f"b/{n}.md", says=f"dig-{n} fill-{n}", title=f"plot {n}") for n in names]
    assert settle(homes, kin) == {f"b/{n}.md": n for n in names}
    assert compared == []


def test_a_copy_of_what_is_still_there_or_carries_others_numbers_has_not_moved() -> None:
    family = _kin("A", "a.md", said="dig fill", title="plot", has="1 2")
    copied = [
        _home("a.md", says="dig fill", title="plot"),
        _home("b.md", says="dig fill", title="plot"),
    ]
    assert settle(copied, [family]) == {"a.md": "A"}
    other = _kin("B", "b.md", said="plant", title="bed", has="3 4")
    taken = _home("c.md", says="dig fill", title="plot", carries="3 4")
    assert settle([taken], [family, other]) == {"c.md": "B"}


def test_a_title_alone_makes_a_spec_without_tasks_no_home_of_what_is_gone() -> None:
    kin = [_kin("x", "a.md", said="dig plant", title="Garden")]
    assert settle([_home("b.md", title="Garden")], kin) == {}
    assert settle([_home("b.md", says="weed", title="Garden")], kin) == {"b.md": "x"}
