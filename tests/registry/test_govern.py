"""Which template governs which document."""

from dataclasses import replace

import pytest

from bot.markdown.parse import parse_lines
from bot.model.document import Document
from bot.model.policy import TemplatePolicy
from bot.model.schema import Schema
from bot.registry.govern import Governor, closeness, configured, govern, governor_of
from bot.schema.derive import derive


def _schema(name: str, *titles: str, head: str = "") -> Schema:
    lines = ["# T", "", head, ""]
    for title in titles:
        lines += [f"## {title}", "", "words", ""]
    return derive(tuple(lines), f"{name}.md", {}, name)


ADR = _schema("adr", "Context", "Decision", "Consequences")
RFC = _schema("rfc", "Context", "Design", "Risks")
TEXT = parse_lines(("# Tea", "## Context", "a", "## Design", "b", "## Risks", "c"))


def _unread() -> Document | None:
    pytest.fail("paths decide, so the text is not to be read")


def _name(governor: Governor | None) -> str | None:
    return governor.schema.name if governor else None


@pytest.mark.parametrize(
    ("path", "folders"),
    [(None, ()), ("docs/adr/template.md", ("docs/adr",)), ("template.md", ())],
)
def test_a_template_governs_where_it_lies(path: str | None, folders: tuple[str, ...]) -> None:
    assert governor_of(ADR, path) == Governor(ADR, folders)


@pytest.mark.parametrize(
    ("pattern", "folders"),
    [
        ("docs/rfcs/NNNN-name.md", ("tpl", "docs/rfcs")),
        ("tpl/NNNN.md", ("tpl",)),
        ("docs/<area>/name.md", ("tpl",)),
        ("name.md", ("tpl",)),
    ],
)
def test_a_template_may_tell_where_copies_go(pattern: str, folders: tuple[str, ...]) -> None:
    schema = replace(RFC, path_pattern=pattern)
    assert governor_of(schema, "tpl/rfc.md").folders == folders


def test_the_configuration_goes_first() -> None:
    own = TemplatePolicy("adr", paths=("a/*.md",), exclude=("a/x.md",))
    assert configured(ADR, own, "b/t.md") == Governor(ADR, (), ("a/*.md",), ("a/x.md",))
    bare = TemplatePolicy("adr", exclude=("b/x.md",))
    assert configured(ADR, bare, "b/t.md") == Governor(ADR, ("b",), (), ("b/x.md",))


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("docs/a.md", "adr"),
        ("docs/README.md", None),
        ("docs/INDEX.md", "adr"),
        ("docs/template.md", None),
        ("adr.md", None),
        ("docs/old/a.md", None),
        ("README.md", None),
        ("rfcs/template.md", None),
        ("rfcs/a.md", "rfc"),
        ("rfcs/deep/er/a.md", "rfc"),
        ("rfcs/deep/nest/a.md", "deep"),
        ("rfcs2/a.md", None),
    ],
)
def test_paths_decide_without_the_text(path: str, name: str | None) -> None:
    governors = (
        Governor(ADR, (), ("docs/**", "docs/INDEX.md", "adr.md*"), ("docs/old",)),
        Governor(RFC, ("rfcs",)),
        Governor(_schema("deep", "Depth"), ("rfcs/deep/nest", "rfcs/none"), (), ()),
    )
    settled = name or path.endswith(("README.md", "template.md", "adr.md"))
    read = _unread if settled else lambda: None
    assert _name(govern(path, governors, read)) == name


@pytest.mark.parametrize(
    ("document", "name"), [(TEXT, "rfc"), (None, "adr"), (parse_lines(("# X", "")), "adr")]
)
@pytest.mark.parametrize(
    "where", [{"paths": ("docs/**",)}, {"folders": ("docs",)}, {"folders": ("docs", "docs")}]
)
def test_the_text_decides_between_equals(
    document: Document | None, name: str, where: dict[str, tuple[str, ...]]
) -> None:
    governors = (Governor(ADR, **where), Governor(RFC, **where))
    assert _name(govern("docs/a.md", governors, lambda: document)) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (TEXT, None),
        (parse_lines(("## Context", "## Decision")), "adr"),
        (parse_lines(("## Context", "## Depth")), "deep"),
        (parse_lines(("## Context",)), None),
        (None, None),
    ],
)
def test_elsewhere_a_document_needs_half_of_a_template(
    text: Document | None, name: str | None
) -> None:
    governors = (Governor(ADR), Governor(RFC, ("rfcs",)), Governor(ADR, (), ("x/*",)))
    shipped = (Governor(_schema("deep", "Depth")), Governor(ADR))
    assert _name(govern("a.md", governors, lambda: text, lambda: shipped)) == name


def test_of_those_that_fit_alike_the_teams_own_governs() -> None:
    own, shipped = Governor(ADR), Governor(_schema("ours", "Context", "Decision", "Consequences"))
    text = parse_lines(("## Context", "## Decision"))
    assert govern("a.md", (own,), lambda: text, lambda: (shipped,)) is own


@pytest.mark.parametrize("governors", [(), (Governor(RFC, (), ("docs/*",)),)])
def test_without_a_free_template_nothing_is_read(governors: tuple[Governor, ...]) -> None:
    assert govern("a.md", governors, _unread) is None


@pytest.mark.parametrize(
    ("titles", "text", "share"),
    [
        (("Context", "Design"), "## 1. contexts\n## Else", 0.5),
        (("Phase 1: [Name]", "Phase 2: [Name]"), "## Phase 7: Dig", 1.0),
        (("Phase 1: [Name]", "Goals"), "## Goals", 0.5),
        (("Goals (optional)",), "## Goals", 0.0),
        (("[Anything]", "Goals"), "## Goals", 1.0),
        (("Goals",), "no heading", 0.0),
    ],
)
def test_how_close_a_document_is(titles: tuple[str, ...], text: str, share: float) -> None:
    assert closeness(parse_lines(tuple(text.split("\n"))), _schema("t", *titles)) == share
