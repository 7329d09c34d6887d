"""Waivers by command: what they take away, and how they are kept."""

from base64 import b64encode
from dataclasses import replace

import pytest

from bot.lifecycle.commands import Said, Waive
from bot.lifecycle.granted import Granted, Used, grant, waive
from bot.lifecycle.kept_waivers import has_room, read_granted, write_granted
from bot.model.finding import Finding, Severity
from bot.model.pull import Person
from bot.plan.marker import read_marker, write_marker

ALL = Granted("placeholder", None, "a sample, as such", "ann", 7)
ONE = Granted("missing-section", "Data model", "без данных: 100 %", "bob[bot]", 12_345_678_901)
MOST = Granted("conflicting-status", "s" * 120, "r" * 240, "b" * 39, 12_345_678_901)


def found(rule: str, section: str | None = None) -> Finding:
    return Finding(rule, Severity.ERROR, "a.md", 1, "message", "help", section)


def said(granted: Granted) -> Waive:
    origin = Said(granted.comment, Person(granted.by), "")
    return Waive(origin, granted.rule, granted.section, granted.reason)


def kept(*parts: str) -> str:
    return b64encode("\t".join(parts).encode()).decode().rstrip("=")


def test_a_waiver_takes_away_what_is_of_its_rule_and_section() -> None:
    findings = (
        found("missing-section", "Data models"),
        found("missing-section", "Context"),
        found("missing-section"),
        found("placeholder", "Data model"),
        found("placeholder"),
    )
    left, used = waive(findings, (ONE, ALL, replace(ALL, comment=8)))
    assert left == findings[1:3]
    assert used == (Used(ONE, 1), Used(ALL, 2), Used(replace(ALL, comment=8), 0))


def test_a_waiver_takes_the_place_of_the_one_before() -> None:
    again = replace(ONE, section="data  models", reason="still none", by="eve", comment=9)
    other = replace(ONE, section=None)
    assert grant((), said(ONE)) == (ONE,)
    assert grant((ONE, ALL), said(again)) == (ALL, again)
    assert grant((ONE, ALL), said(other)) == (ONE, ALL, other)


def test_what_is_kept_in_the_marker_is_read_again() -> None:
    marker = write_marker("comment", {"waived": write_granted((ALL, ONE)), "head": "abc"})
    values = read_marker(marker, "comment")
    assert values is not None
    assert read_granted(values["waived"]) == (ALL, ONE)
    assert has_room((ALL, ONE))
    assert len(marker) < 250


def test_no_waivers_are_no_text() -> None:
    assert write_granted(()) == ""
    assert read_granted("") == ()
    assert has_room(())


def test_no_more_is_kept_than_there_is_room_for() -> None:
    short = tuple(replace(ALL, comment=at) for at in range(1, 30))
    assert read_granted(write_granted(short)) == short[:20]
    assert has_room(short[:20])
    assert not has_room(short[:21])
    long = tuple(replace(MOST, comment=MOST.comment + at) for at in range(20))
    text = write_granted(long)
    assert len(text) <= 6_000
    assert read_granted(text) == long[:10]
    assert not has_room(long)


@pytest.mark.parametrize(
    "entry",
    [
        "",
        "a",
        "abcde",
        "ä",
        "AAAA AAA",
        b64encode(b"\xff\xff").decode(),
        kept("placeholder"),
        kept("placeholder", "", "why", "ann"),
        kept("placeholder", "", "why", "ann", "7", "8"),
        kept("placeholder", "", "why", "ann", ""),
        kept("placeholder", "", "why", "ann", "-7"),
        kept("placeholder", "", "why", "ann", "0"),
        kept("placeholder", "", "why", "ann", "٣"),
        kept("placeholder", "", "why", "ann", "7" * 20),
        kept("placeholder", "", "why", "", "7"),
        kept("placeholder", "", "why", "a" * 101, "7"),
        kept("placeholder", "", "", "ann", "7"),
        kept("placeholder", "", "why\u202enot", "ann", "7"),
        kept("placeholder", "", "why\nnot", "ann", "7"),
        kept("placeholder", "", "r" * 241, "ann", "7"),
        kept("placeholder", "s" * 121, "why", "ann", "7"),
        kept("wurst", "", "why", "ann", "7"),
        kept("unreadable", "", "why", "ann", "7"),
        kept("missing-approval", "", "why", "ann", "7"),
    ],
)
def test_what_the_steward_would_not_have_written_is_dropped(entry: str) -> None:
    assert read_granted(f"{entry},{kept('placeholder', '', ALL.reason, 'ann', '7')}") == (ALL,)


def test_more_than_there_is_room_for_was_written_by_somebody_else() -> None:
    assert read_granted(write_granted((ALL,)) + "," * 6_000) == ()


@pytest.mark.parametrize(
    "granted",
    [
        replace(ALL, rule="unreadable"),
        replace(ALL, section=""),
        replace(ALL, reason="a\nb"),
        replace(ALL, reason="\ud800"),
        replace(ALL, by=" ann"),
        replace(ALL, comment=0),
    ],
)
def test_what_could_not_be_read_again_is_not_written(granted: Granted) -> None:
    assert write_granted((granted, ONE)) == write_granted((ONE,))
    assert not has_room((granted,))
