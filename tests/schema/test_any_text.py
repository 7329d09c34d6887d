"""No text crashes the engine, no two runs differ, and a copy of a template has all its sections."""

from hypothesis import example, given
from hypothesis import strategies as st

from bot.errors import StewardError
from bot.markdown.decode import Unreadable
from bot.markdown.parse import parse_lines
from bot.model.document import Document
from bot.model.schema import Schema
from bot.model.spec import Spec, State
from bot.render.as_json import schema_json
from bot.schema.derive import derive, fenced_template
from bot.schema.read import read_spec
from bot.schema.references import read_references

WORDS = st.sampled_from(
    """
    Goals Non-Goals goal Phase 1 2 I II A B N : [Name] <name> {name} {{NAME}} (optional)
    (if applicable) (recommended) [optional] - & / 🚀 `code` **bold** CHRONO-XXX CHRONO-001 Meta
    Status Dependencies Open Questions Decision Log Implementation Plan Tasks ? # ## --- * ' "
    [text](url) [^1] <!-- --> N/A TBD None Draft | → , 0000 NNN YYYY-MM-DD é 漢字 \u2028 \\ <br>
    """.split(" ")
)
LINE = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
PIECE = st.one_of(
    st.builds(lambda level, text: f"{'#' * level} {text}", st.integers(1, 6), LINE),
    st.builds(lambda level, text: f"{'#' * level} {text}", st.integers(1, 3), LINE),
    LINE,
    LINE.map(lambda text: f"- [ ] {text}"),
    LINE.map(lambda text: f"  - [x] {text} (#12)"),
    LINE.map(lambda text: f"1. {text}?"),
    LINE.map(lambda text: f"- **Status:** {text}"),
    LINE.map(lambda text: f"**{text}**:"),
    LINE.map(lambda text: f"> {text}"),
    LINE.map(lambda text: f"| {text} | Status |\n|---|---|\n| High/Medium/Low | {text} |"),
    LINE.map(lambda text: f"<!-- {text} -->"),
    LINE.map(lambda text: f"<!--\nThis section is optional\n{text} -->"),
    LINE.map(lambda text: f"```\n{text}\n```"),
    LINE.map(lambda text: f"```mermaid\n{text}\n```"),
    LINE.map(lambda text: f"---\nstatus: {text}\ntitle: {text}\n---"),
    LINE.map(lambda text: f"[{text}]: # ({text})"),
    LINE.map(lambda text: f"{text}\n==="),
    LINE.map(lambda text: f"Copy `{text}.md` to `docs/NNN-{text}.md`"),
    st.just(""),
)
PIECES = st.lists(PIECE, min_size=1, max_size=14)
TEXT = st.one_of(
    PIECES.map("\n".join),
    PIECES.map("\n\n".join),
    PIECES.map(lambda pieces: "\n\n".join([f"## {pieces[0]}", *pieces])),
    st.text(max_size=300),
)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n"))


def _derived(text: str) -> Schema | None:
    try:
        return derive(_lines(text), "docs/template.md")
    except (StewardError, Unreadable):
        return None


def _parsed(text: str) -> Document | None:
    try:
        return parse_lines(_lines(text))
    except Unreadable:
        return None


def _read(document: Document, schema: Schema) -> Spec:
    return read_spec(document, schema, "docs/CHRONO-001-x.md", {})


@given(TEXT)
def test_any_template_has_one_schema_or_is_refused(text: str) -> None:
    schema = _derived(text)
    assert schema == _derived(text)
    if schema is not None:
        assert schema.sections
        assert schema_json(schema)


@given(TEXT, TEXT)
def test_any_document_can_be_held_against_any_template(template: str, text: str) -> None:
    schema, document = _derived(template), _parsed(text)
    if schema is None or document is None:
        return
    spec = _read(document, schema)
    assert spec == _read(document, schema)
    assert 0 <= spec.affinity <= 1
    last = len(document.lines)
    assert all(1 <= leftover.line <= last for leftover in spec.leftovers)
    assert all(1 <= section.line <= last for section in spec.sections if section.line)
    read_references(document, schema, spec.id)


@given(TEXT)
@example("## [A]\n\n### [B]\n\n## [C]")
@example("# Title\n\n## Phase 1\n\n## Phase 2\n\n## X\n\n### Phase 1\n\n### Phase 2")
@example("## 🚀\n\n## ---\n\n## (optional)")
@example("# \n\n# \n\n# [Name]\n## [Name]")
@example("# A\n\n# [Name]\n\n# Goals N")
@example("## [A]0\n\n## [0]")
@example("## [A]0\n\n## [A0]")
@example("## [A]0\n\n### [0]")
@example("# Goals\n\n## Goals [Name]\n\n## [Other]")
@example("# 0000\n\n# [Name]\n\n## [Name]")
@example("# Meta\n\n## [Name]")
@example("# Guide\n\n## How\n\n# RFC: [Name]\n\n## How")
def test_a_copy_of_a_template_has_all_its_sections(text: str) -> None:
    schema, document = _derived(text), _parsed(text)
    if schema is None or document is None or fenced_template(document):
        return
    assert not [s.title for s in _read(document, schema).sections if s.state is State.MISSING]
