"""No text of anybody does anything in the comment, the summary, the check or a remark."""

import re
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model.finding import Finding
from bot.model.heard import Answer
from bot.model.hearing import HeardSpec, Hearing
from bot.model.pull import PullStage
from bot.model.spec import Reference
from bot.model.works import Works
from bot.render.comment.check import annotation_text, check_text
from bot.render.comment.comment import render_comment
from bot.render.comment.detail import Detail
from bot.render.comment.page import arrange
from bot.render.comment.printing import printed
from bot.render.comment.summary import render_summary
from bot.render.defuse import BREAK
from tests.render.attacks import ATTACKS
from tests.render.github_reader import LIVE, Page, read
from tests.render.hearing_parts import ADDRESS
from tests.render.hearings import FULL
from tests.searching import times_as_many

OURS = {
    *["h3", "p", "ul", "li", "a", "code", "pre", "br", "sub", "strong", "em", "b", "del", "span"],
    *["table", "thead", "tbody", "tr", "th", "td", "details", "summary", "blockquote"],
}
# words of our own, never of a document or a person
OURS_ALONE = {(Finding, "rule"), (Reference, "kind"), (Answer, "shows")}
OWN_PLACE = re.compile(  # the editor opens the fork's branch, whatever that is called
    rf"{re.escape(ADDRESS.server)}/(?:{ADDRESS.repository}/|[\w.%/-]+/edit/[\w.%/-]*#L\d+$)",
    re.ASCII,
)
T = TypeVar("T")
TEXT = st.one_of(
    st.sampled_from(ATTACKS),
    st.text(),
    st.text('@#:/.`*_[]()<>&|~!\\$-+=?%{}"0123456789abcdefGHw \n\r\t\u202e\u2060\x1b\ud800;'),
)


def stuffed(value: T, text: str) -> T:
    """Put a text wherever there is one."""
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return text  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(stuffed(each, text) for each in value)  # type: ignore[return-value]
    if is_dataclass(value):
        changed = {
            each.name: stuffed(getattr(value, each.name), text)
            for each in fields(value)
            if (type(value), each.name) not in OURS_ALONE
        }
        return replace(value, **changed)  # type: ignore[type-var]
    return value


def hostile(text: str) -> Hearing:
    return stuffed(FULL, text)


def granted(hearing: Hearing) -> Hearing:
    """Let a request be granted, and approvals count: only so there are edits and agreement."""
    request = hearing.request and replace(hearing.request, refusal="")
    return replace(hearing, request=request, specs=tuple(map(_approved, hearing.specs)))


def _approved(spec: HeardSpec) -> HeardSpec:
    if spec.standing is None:
        return spec
    agreed = tuple(
        replace(each, voices=tuple(replace(voice, why="") for voice in each.voices))
        for each in spec.standing.approvals
    )
    return replace(spec, standing=replace(spec.standing, approvals=agreed))


def texts(hearing: Hearing, note: str) -> list[str]:
    return [
        render_comment(hearing, ADDRESS),
        render_comment(granted(hearing), ADDRESS),
        render_summary(hearing, ADDRESS, [note, f"grant `{note}`"]),
        check_text(hearing).summary,
    ]


def assert_harmless(page: Page, text: str) -> None:
    assert set(page.elements) <= OURS, text
    assert page.other == [], text
    assert page.live == [], text
    for name, value in page.attributes:
        if name == "href":
            assert OWN_PLACE.match(value or ""), value
        else:
            assert (name, value) == ("class", "language-markdown") or value == "language-mermaid"


@settings(times_as_many(0.25))
@given(text=TEXT)
def test_no_text_is_live(text: str) -> None:
    for written in texts(hostile(text), text):
        assert_not_live(written, read(written), text)


def assert_not_live(written: str, page: Page, text: str) -> None:
    assert_harmless(page, text)
    assert "<!--" not in re.sub(r"(?ms)^(`{3,})\w*\n.*?^\1$", "", written)


@pytest.mark.limits
@pytest.mark.parametrize("text", ATTACKS)
def test_no_attack_is_live_or_adds_or_ends_an_element(text: str) -> None:
    told = texts(hostile(text), text)
    pages = [read(written) for written in told]
    for written, page in zip(told, pages, strict=True):
        assert_not_live(written, page, text)
    if text.strip():
        assert tuple(_shape(page) for page in pages) == _plain_shapes(
            "team/word" if "/" in text else "word"
        )


@cache
def _plain_shapes(word: str) -> tuple[Sequence[str], ...]:
    return tuple(_shape(read(written)) for written in texts(hostile(word), word))


def _shape(page: Page) -> list[str]:
    loose = {"span", "br", "code", "a"}  # words of code are written in two ways, help in lines
    return [name for name in page.elements if name not in loose]


@settings(times_as_many(0.25))
@given(text=TEXT)
def test_the_one_liners_are_harmless_too(text: str) -> None:
    calm = replace(
        FULL,
        specs=tuple(
            replace(
                s,
                questions=(),
                standing=None,
                report=replace(s.report, findings=(), waivers=()),
            )
            for s in FULL.specs
        ),
        own_rules=None,
        is_whole=True,
        request=None,
        works=Works(waiting=3),
        answers=(),
        exceptions=(),
    )
    stuffed_one = replace(stuffed(calm, text), fell="", contested="", put_back="", ended=None)
    for stage in PullStage:
        pull = replace(stuffed_one.pull, stage=stage)
        written = render_comment(replace(stuffed_one, pull=pull), ADDRESS)
        assert len(written.splitlines()) == 1
        assert_harmless(read(written), text)


@given(text=TEXT)
def test_a_remark_is_plain(text: str) -> None:
    for finding in hostile(text).findings:
        title, message = annotation_text(replace(finding, rule=text))
        for said in (title, message):
            assert not LIVE.search(said)
            assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", said)
            assert len(said.encode()) < 64_000
        assert title
        assert message


@settings(times_as_many(0.5))
@given(text=TEXT)
def test_a_diagram_speaks_no_language_but_ours(text: str) -> None:
    # in full, or a long text would leave no room for it
    page = arrange(hostile(text), ADDRESS, Detail())
    written = printed("comment.md.j2", {}, page=page)
    assert ("```mermaid\n" in written) is bool(text)  # which is the specs' id as well
    if not text:
        return
    diagram = written.split("```mermaid\n")[1].split("\n```")[0].splitlines()
    assert diagram[0] == "graph LR"
    node = re.compile(r'  (s\d+\[|o\d+\(\[)"[\w ,()/+…-]*"\]?\)?\]?')
    arrow = re.compile(r"  s\d+ -->\|(requires|blocks|implements|supersedes)\| [so]\d+")
    assert all(node.fullmatch(line) or arrow.fullmatch(line) for line in diagram[1:])


@settings(times_as_many(0.1))
@given(text=TEXT)
def test_the_same_hearing_is_told_in_the_same_bytes(text: str) -> None:
    assert texts(hostile(text), text) == texts(hostile(text), text)


def test_a_name_stays_readable() -> None:
    written = render_comment(hostile("@octocat fixes #12"), ADDRESS)
    assert f"@{BREAK}octocat fixes \\#{BREAK}12" in written
