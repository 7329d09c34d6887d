"""fix on whatever people may write: no crash, no other line touched, a second run does nothing."""

import re
from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from bot.edit.mend import mend
from bot.edit.splice import Edit
from bot.markdown.parse import parse
from bot.model.policy import Policy
from bot.model.schema import Schema
from bot.rules.judge import judge
from bot.schema.derive import derive
from bot.schema.read import read_spec
from bot.shipped import shipped
from tests.edit.mending import flat
from tests.rules.judging import schema_of
from tests.searching import times_as_many
from tests.tools.mutate import read_lines

SMALL = schema_of(
    flat("""
        ---
        owner: [team]
        since: YYYY-MM-DD
        ---
        # SPEC-XXX: [Name]

        - **Status:** Draft | Accepted
        - **Updated:** YYYY-MM-DD

        ## Context

        Why is this needed?

        ### Today

        What happens?

        ## Plan

        ### Phase 1: [Name]

        - [ ] [Task]

        ## Risks (recommended)

        Which?
    """)
)
FRAGMENTS = [
    "", " ", "# SPEC-007: x", "# Title", "## Context", "### Context", "### Today", "## Plan",
    "### Phase 1: x", "### Phase 2: y", "## Risks", "## Own", "Text.", "N/A", "TBD", "```", "~~~",
    "<!--", "-->", "---", "===", "- item", "  - nested", "- [ ] box", "> quote", "owner: me",
    "since: 2026/1/2", "status: Draft", "- **Status:** Draft", "- **Status:** Draft | Accepted",
    "- **Updated:** 1 May 2026", "**Updated:** 2026/2/30", "| Status | Draft |", "|---|---|",
    "Why is this needed?", "[team]", "<!-- steward: waive missing-section: so -->",
    '<!-- steward: waive missing-section "Plan": so -->', "<details>", "\ufeff", "\u2028", "\t\tx",
]  # fmt: skip
ENDS = st.sampled_from(["\n", "\n", "\n", "\r\n", "\r"])
_MARK = "\ufeff".encode()
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")


def check(data: bytes, schema: Schema) -> None:
    """Mend a text, and hold what always holds."""
    after, edits = mend(data, "docs/x.md", schema, Policy())
    assert mend(after, "docs/x.md", schema, Policy()) == (after, ())
    if not edits:
        assert after == data
        return
    assert_only_what_was_said(data, after, edits)
    before, now = (
        {f.rule for f in judge(read_spec(parse(text), schema, "docs/x.md", {}), Policy())[0]}
        for text in (data, after)
    )
    assert not {"off-template", "duplicate-section", "conflicting-status"} & now - before


def assert_only_what_was_said(data: bytes, after: bytes, edits: tuple[Edit, ...]) -> None:
    """Hold that each line still stands there in its order, or is one that an edit replaced."""
    assert data.startswith(_MARK) == after.startswith(_MARK)
    old, new = (_LINE.findall(text.removeprefix(_MARK).decode()) for text in (data, after))
    replaced = {edit.lines[0] for edit in edits if edit.replaces}
    left = iter(new)
    for line in old:
        bare, end = line.rstrip("\r\n"), line[len(line.rstrip("\r\n")) :]
        assert any(
            other == line
            or (not end and other.rstrip("\r\n") == bare)
            or (other.removesuffix(end) in replaced and other.split(":")[0] == bare.split(":")[0])
            for other in left
        )
    assert len(new) - len(old) == sum(len(edit.lines) for edit in edits if not edit.replaces)


@times_as_many(3)
@given(st.lists(st.tuples(st.sampled_from(FRAGMENTS), ENDS), max_size=30), st.booleans())
def test_lines_in_any_order(lines: list[tuple[str, str]], mark: bool) -> None:
    check(("\ufeff" * mark + "".join(line + end for line, end in lines)).encode(), SMALL)


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    check(text.encode(errors="replace"), SMALL)


@given(st.binary(max_size=100))
def test_any_bytes(data: bytes) -> None:
    after, edits = mend(data, "docs/x.md", SMALL, Policy())
    assert (after == data) == (not edits)


NAMES = ("design-doc", "feature-spec", "implementation-guide", "tech-spec")


@cache
def pair(name: str) -> tuple[Schema, tuple[str, ...]]:
    schema = derive(read_lines(shipped("specs") / f"{name}.md"), f"{name}.md")
    return schema, tuple(read_lines(shipped("examples") / f"{name}.md"))


@st.composite
def damaged(draw: st.DrawFn) -> tuple[Schema, bytes]:
    """Draw a completed document of which some passages were lost, moved, or broken."""
    schema, whole = pair(draw(st.sampled_from(NAMES)))
    lines = list(whole)
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(lines)))
        stop = draw(st.integers(start, min(len(lines), start + 40)))
        passage, lines[start:stop] = lines[start:stop], []
        if draw(st.booleans()):
            at = draw(st.integers(0, len(lines)))
            lines[at:at] = passage
        elif draw(st.booleans()):
            lines[start:start] = [draw(st.sampled_from(FRAGMENTS))]
    return schema, draw(ENDS).join(lines).encode()


@given(damaged())
def test_completed_documents_that_were_damaged(given: tuple[Schema, bytes]) -> None:
    schema, data = given
    check(data, schema)
