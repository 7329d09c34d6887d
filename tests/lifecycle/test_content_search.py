"""The completed examples, laid out anew in every way, and changed in a single word anywhere."""

import re
from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.lifecycle.content import changed_sections
from bot.markdown.parse import parse_lines
from bot.model.document import Document
from tests.lifecycle.specs import NAMES, content, example, example_text

Change = Callable[[list[str], Random], list[str]]

_BOOKKEEPING = re.compile(r"\W*(?:status|version|created|last updated)\W", re.I)
_ITEM = re.compile(r"( *)([-*+]|\d[.)]) ")


def _document(lines: list[str]) -> Document:
    return parse_lines(tuple(lines))


def _numbers(*spans: tuple[int, int]) -> set[int]:
    return {n for start, stop in spans for n in range(start, stop)}


def _prose(lines: list[str]) -> list[int]:
    """Give the indices of lines that are prose, in a list or not."""
    doc = _document(lines)
    spans = (*doc.code, *doc.tables, *doc.metadata, *doc.comments)
    other = _numbers(*((span.start, span.stop) for span in spans))
    other |= _numbers(*((s.line, s.start) for s in doc.sections))
    other |= {field.line for field in doc.fields}
    return [n - 1 for n in range(1, len(lines) + 1) if n not in other and lines[n - 1].strip()]


def _wrap(lines: list[str], random: Random) -> list[str]:
    """Break lines before words that could not be taken for anything else there."""
    out = list(lines)
    for at in _prose(lines):
        item = _ITEM.match(lines[at])
        indent = " " * (item.end() if item else random.randrange(3))
        breaks = (f"\n{indent}", " ", "  ")
        words = re.split(r"(?<![-*+.)]) (?=[A-Za-z]{3})", lines[at])
        out[at] = words[0] + "".join(random.choice(breaks) + word for word in words[1:])
    return "\n".join(out).split("\n")


def _unwrap(lines: list[str], random: Random) -> list[str]:
    """Put a line behind the one above it, where both are prose."""
    prose = set(_prose(lines))
    out: list[str] = []
    for at, line in enumerate(lines):
        joins = {at, at - 1} <= prose and line[:1].isalnum() and not _ITEM.match(line)
        if joins and out and random.random() < 0.5:
            out[-1] = f"{out[-1].rstrip()} {line}"
        else:
            out.append(line)
    return out


def _number(lines: list[str], random: Random) -> list[str]:
    out = list(lines)
    items = {item.line - 1: item for item in _document(lines).items}
    for at, item in items.items():
        first = at - 1 not in items and lines[at - 1].strip()
        mark = random.choice("-*+") if not item.ordered else "1" if first else random.choice("1234")
        if mark.isdigit():
            mark += lines[at].lstrip()[1]  # one list, so that it need not be the first to begin
        out[at] = _ITEM.sub(rf"\g<1>{mark} ", lines[at], count=1)
        if item.ticked is not None:
            out[at] = re.sub(r"\[[ xX]\]", random.choice(("[ ]", "[x]", "[X]")), out[at], count=1)
            out[at] += random.choice(("", " (#12)", " ([#7](https://github.example/o/r/issues/7))"))
    return out


def _decorate(lines: list[str], random: Random) -> list[str]:
    out = list(lines)
    for section in _document(lines).sections:
        title = section.title
        if title == "Metadata":  # what makes the dashes below it a block
            continue
        title = random.choice((title, title.upper(), f"**{title}**", f"{title}:", f"🎯 {title}!"))
        if not re.match(r"\w\.", section.title):  # one number is enough
            title = random.choice((title, f"3. {title}", f"2.1 {title}", f"B) {title}"))
        under = "" if title.startswith("3. ") else "=-"[section.level - 1 :][:1]
        atx = f"{'#' * section.level} {title}{random.choice(('', ' ##'))}"
        setext = f"\n{title}\n{under * 5}"
        out[section.line - 1] = random.choice((atx, setext)) if under else atx
    return "\n".join(out).split("\n")


def _stuff(lines: list[str], random: Random) -> list[str]:
    """Put comments and definitions between paragraphs, and spaces behind lines."""
    doc = _document(lines)
    inside = _numbers(*((s.start + 1, s.stop) for s in (*doc.code, *doc.metadata)))
    tables = _numbers(*((s.start, s.stop) for s in doc.tables))
    extra = (
        "<!-- steward: waive placeholder: so it is -->",
        "<!--\n\n# no heading\n-->",
        "[q]: b.md",
    )
    out: list[str] = []
    for number, line in enumerate(lines, start=1):
        if number in tables and random.random() < 0.5:
            line = line.replace(" | ", "   |  ").replace("---", "-----")  # noqa: PLW2901
        out.append(line + random.choice(("", "  ", "\t")))
        below = lines[number] if number < len(lines) else ""
        between = not line.strip() and below[:1].strip() and not {number, number + 1} & inside
        if between and random.random() < 0.5:
            out += (random.choice(extra), "")
    return "\n".join(out).split("\n")


_CHANGES: list[Change] = [_wrap, _unwrap, _number, _decorate, _stuff]


@pytest.mark.limits
@pytest.mark.parametrize("name", NAMES)
@given(seed=st.integers(0, 2**32), changes=st.permutations(_CHANGES))
def test_layout_is_no_content(name: str, seed: int, changes: list[Change]) -> None:
    random = Random(seed)  # noqa: S311 - it hides nothing
    lines = example_text(name).split("\n")
    for change in changes:
        lines = change(lines, random)
    other = random.choice(("\n", "\r\n")).join(lines)
    found = content(other, name)
    assert changed_sections(example(name), found) == ()
    assert found.digest == example(name).digest


def _places(lines: list[str]) -> list[tuple[int, re.Match[str]]]:
    """Give the words of a document that say something, with the index of their line."""
    found: list[tuple[int, re.Match[str]]] = []
    for at, line in enumerate(lines):
        if _BOOKKEEPING.match(line) or "<!--" in line:
            continue
        hidden = re.compile(r"\]\([^)]*\)|^\s*\d+[.)]|^[\s\d.*-]*\[[x ]\]|^#+ \d+\.")
        bare = hidden.sub(lambda match: " " * len(match[0]), line)
        found += [(at, word) for word in re.finditer(r"[A-Za-z]+|\d+", bare)]
    return found


def _other(word: str, random: Random) -> str:
    if word.isdigit():
        return str(int(word) + random.randint(1, 9)) + random.choice(("", "0"))
    return random.choice((f"{word}x", f"not {word}", word[::-1] + "q", f"~~{word}~~"))


@pytest.mark.limits
@pytest.mark.parametrize("name", NAMES)
@given(seed=st.integers(0, 2**32))
def test_every_word_is_content(name: str, seed: int) -> None:
    random = Random(seed)  # noqa: S311 - it hides nothing
    lines = example_text(name).split("\n")
    at, word = random.choice(_places(lines))
    changed = list(lines)
    changed[at] = f"{lines[at][: word.start()]}{_other(word[0], random)}{lines[at][word.end() :]}"
    named = changed_sections(example(name), content("\n".join(changed), name))
    assert named, (lines[at], changed[at])
    around = [s for s in _document(lines).sections if s.line <= at + 1]
    if around and around[-1].start <= at + 1:
        assert len(named) == 1


@pytest.mark.limits
@pytest.mark.parametrize("name", NAMES)
@given(seed=st.integers(0, 2**32))
def test_every_item_is_content(name: str, seed: int) -> None:
    random = Random(seed)  # noqa: S311 - it hides nothing
    lines = example_text(name).split("\n")
    items = [item.line - 1 for item in _document(lines).items]
    at = random.choice([n for n in items if not _BOOKKEEPING.match(lines[n])])
    without = "\n".join((*lines[:at], *lines[at + 1 :]))
    twice = "\n".join((*lines[: at + 1], *lines[at:]))
    digests = {content(each, name).digest for each in (without, twice)}
    assert len(digests | {example(name).digest}) == 3
