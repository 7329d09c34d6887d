"""References are ids of other specs and paths of documents, of the kind that their line says."""

import pytest

from bot.markdown.parse import parse_lines
from bot.schema.derive import derive
from bot.schema.references import read_references

TEMPLATE = ("# ADR-XXX: Title", "", "## Context", "")
GUIDE = ("# ADR-XXX Implementation Guide", "", "## Steps", "")


def _read(
    text: str, template: tuple[str, ...] = TEMPLATE, own: str | None = None
) -> list[tuple[str, str, int]]:
    schema = derive(template, "adr.md", {}, "adr")
    found = read_references(parse_lines(tuple(text.split("\n"))), schema, own)
    return [(reference.kind, reference.target, reference.line) for reference in found]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("See ADR-004, ADR-004 and ADR-007.", [("mentions", "ADR-004"), ("mentions", "ADR-007")]),
        ("- **Requires**: ADR-004", [("requires", "ADR-004")]),
        ("Dependencies: ADR-004", [("requires", "ADR-004")]),
        ("Superseded by ADR-009", [("superseded-by", "ADR-009")]),
        ("Supersedes: ADR-002", [("supersedes", "ADR-002")]),
        ("- Blocks: ADR-002", [("blocks", "ADR-002")]),
        ("It integrates with ADR-002", [("integrates-with", "ADR-002")]),
        ("Implements: ADR-002", [("implements", "ADR-002")]),
        ("Note: this requires ADR-002", [("mentions", "ADR-002")]),
        ("This is ADR-001 itself", []),
        ("XADR-002 and ADR-002-b", []),
        ("Edit `src/app/main.py` of `src/app/main.py`", [("document", "src/app/main.py")]),
        ("[`docs/ADR-002-x.md`](docs/ADR-002-x.md)", [("document", "docs/ADR-002-x.md")]),
        ("[a](other.md#part) or [b](other.md)", [("document", "other.md")]),
        ("[a](https://x.example/y.md), [b](mailto:a@x.example), [c](#part)", []),
        ("nothing at all", []),
    ],
)  # fmt: skip
def test_what_a_line_points_at(line: str, found: list[tuple[str, str]]) -> None:
    assert [(kind, target) for kind, target, _ in _read(line, own="ADR-001")] == found


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("- ADR-004", "requires"),
        ("- [ ] ADR-004 is done: it brings the store", "requires"),
        ("| ADR-004 | high |", "requires"),
        ("- **Blocks**: ADR-004", "blocks"),
        ("- **See also**: ADR-004", "mentions"),
    ],
)
@pytest.mark.parametrize(
    "title", ["## Dependencies", "### 3. External dependencies", "## Requires"]
)
def test_where_dependencies_are_listed_an_id_is_one(title: str, line: str, kind: str) -> None:
    assert _read(f"# T\n{title}\n{line}") == [(kind, "ADR-004", 3)]


@pytest.mark.parametrize("title", ["# Dependencies", "## Related specs", "## Context"])
def test_elsewhere_an_id_is_a_mention(title: str) -> None:
    assert _read(f"{title}\n- ADR-004\n## Context\n") == [("mentions", "ADR-004", 2)]


def test_code_points_at_nothing_and_lines_are_counted() -> None:
    text = "# ADR-001: A\n\n```\nADR-002\n```\n\nADR-003\n"
    assert _read(text, own="ADR-001") == [("mentions", "ADR-003", 7)]


def test_a_guide_implements_what_it_is_named_after() -> None:
    text = "# ADR-001 Implementation Guide\n\nImplements: ADR-001\n\nAs ADR-001 says"
    assert _read(text, GUIDE, "ADR-001") == [
        ("implements", "ADR-001", 1),
        ("implements", "ADR-001", 3),
    ]


def test_ids_are_unknown_without_a_pattern() -> None:
    assert _read("Requires ADR-004, see [x](x.md)", ("# Note", "", "## Context", "")) == [
        ("document", "x.md", 1)
    ]
