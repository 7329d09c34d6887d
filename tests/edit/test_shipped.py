"""new and fix on the templates that ship."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.edit.mend import mend
from bot.edit.naming import file_name, next_id
from bot.edit.scaffold import Filling, scaffold
from bot.edit.splice import Edit
from bot.markdown.decode import decode
from bot.markdown.parse import parse_lines
from bot.model.policy import Policy
from bot.model.schema import Schema
from bot.model.spec import Spec
from bot.rules.judge import judge
from bot.schema.derive import derive
from bot.schema.read import read_spec
from bot.shipped import shipped
from tests.tools.mutate import mutations, read_lines

NAMES = ("design-doc", "epic-spec", "feature-spec", "implementation-guide", "tech-spec")
TEMPLATES = [shipped("specs") / f"{name}.md" for name in NAMES]
LINES = {path.stem: decode(path.read_bytes()) for path in TEMPLATES}
SCHEMAS = {name: derive(lines, f"{name}.md") for name, lines in LINES.items()}
_COPY = re.compile(r"\bcopy this\b|angle brackets|delete this block|# tech spec template", re.I)
_FILLED = {"missing-section", "missing-field", "off-template", "file-name", "unknown-status"}


def spec(schema: Schema, text: str, path: str = "docs/x.md") -> Spec:
    return read_spec(parse_lines(tuple(text.split("\n"))), schema, path, {})


def new(name: str) -> tuple[Schema, str, str]:
    """Make a document as ``steward new`` does; give its schema, its name and its text."""
    schema = SCHEMAS[name]
    given = "FEAT-012" if schema.guide else next_id(schema, ["SPEC-EPIC-011", "011-x", "FEAT-011"])
    text = scaffold(LINES[name], schema, Filling("Parcel search", "2026-11-21", given, "Ann"))
    return schema, file_name(schema, given, "Parcel search"), text


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    assert isinstance(request.param, str)
    return request.param


def test_there_are_these_templates() -> None:
    assert sorted(path.stem for path in shipped("specs").glob("*.md")) == list(NAMES)


def test_nothing_is_missing_in_a_new_document(name: str) -> None:
    schema, file, text = new(name)
    folder = (schema.path_pattern or "docs/specs/").rpartition("/")[0]
    findings, _ = judge(spec(schema, text, f"{folder}/{file}"), Policy())
    assert not _FILLED & {finding.rule for finding in findings}
    assert "untouched-section" in {finding.rule for finding in findings}


def test_a_new_document_has_what_is_known(name: str) -> None:
    schema, _, text = new(name)
    made = spec(schema, text)
    values = {field.schema.name: field.found.value for field in made.fields if field.found}
    dates = [values[f.name] for f in schema.fields if f.kind == "date"]
    assert dates == ["2026-11-21"] * len(dates)
    assert made.title == ("Implementation Guide: FEAT-012" if schema.guide else "Parcel search")
    assert made.stage == ("drafting" if schema.status else None)
    assert made.id == {
        "epic-spec": "SPEC-EPIC-012",
        "feature-spec": "FEAT-012",
        "implementation-guide": "FEAT-012",
        "tech-spec": "012",
    }.get(name)
    authors = {value for field, value in values.items() if field.casefold() == "author"}
    assert authors <= {"Ann"}
    assert not _COPY.search(text)


def test_only_lines_with_something_to_fill_in_differ_from_the_template(name: str) -> None:
    _schema, _, text = new(name)
    lines = text.rstrip("\n").split("\n")
    kept = list(LINES[name])[-len(lines) - 1 :] if LINES[name][-1] == "" else []
    changed = [(a, b) for a, b in zip(kept, lines, strict=False) if a != b]
    assert len(kept) == len(lines) + 1
    for before, after in changed:
        assert after.startswith("# ") or any(
            known in after
            for known in ("2026-11-21", "Ann", "Parcel search", "Draft", "draft", "-012")
        ), (before, after)


def completed(name: str) -> tuple[Schema, Path]:
    return SCHEMAS[name], shipped("examples") / f"{name}.md"


def test_a_completed_document_needs_no_mending(name: str) -> None:
    schema, path = completed(name)
    data = path.read_bytes()
    assert mend(data, "docs/x.md", schema, Policy()) == (data, ())


def damaged(name: str) -> Iterator[tuple[str, Schema, bytes]]:
    schema, path = completed(name)
    lines = read_lines(path)
    whole = read_spec(parse_lines(lines), schema, "docs/x.md", {})
    for mutation in mutations(whole, LINES[name]):
        if mutation.name.startswith(("delete", "swap")):
            yield mutation.name, schema, "\n".join(mutation.lines).encode()


@pytest.mark.limits
def test_what_was_taken_out_is_put_back_once(name: str) -> None:
    misplaced = {"section-order", "duplicate-section"}
    for what, schema, data in damaged(name):
        before, _ = judge(spec(schema, data.decode()), Policy())
        gone = [f.section for f in before if f.rule == "missing-section"]
        after, edits = mend(data, "docs/x.md", schema, Policy())
        assert [edit.why for edit in edits] == [f"add section “{title}”" for title in gone], what
        left = {finding.rule for finding in judge(spec(schema, after.decode()), Policy())[0]}
        assert "missing-section" not in left, what
        assert left & misplaced == {finding.rule for finding in before} & misplaced, what
        assert_kept(data, after, edits)


def assert_kept(before: bytes, after: bytes, edits: tuple[Edit, ...]) -> None:
    """Hold that all lines still stand there in their order, and how many came."""
    left = iter(after.decode().split("\n"))
    assert all(line in left for line in before.decode().split("\n"))
    assert after.count(b"\n") - before.count(b"\n") == sum(len(edit.lines) for edit in edits)
