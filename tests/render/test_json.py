import json
import re
import unicodedata
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.model.report import Report
from bot.model.schema import (
    FieldKind,
    FieldSchema,
    Schema,
    SectionKind,
    SectionSchema,
    StatusSchema,
    Tier,
)
from bot.model.stage import Stage
from bot.render.as_json import render_json, schema_json
from bot.render.jsontext import dumps
from tests.render.attacks import ATTACKS
from tests.render.samples import EMPTY, LOGIN, REPORT, spec

# The keys of the contract, in its order.
TOP = ["version", "specs", "summary"]
SPEC = [
    *["path", "template", "affinity", "id", "title", "status", "stage", "fields", "sections"],
    *["questions", "items", "references", "findings", "waivers"],
]
PARTS = {
    "fields": ["name", "value", "line"],
    "sections": ["title", "path", "level", "line", "required", "state"],
    "questions": ["text", "line", "resolved"],
    "items": ["text", "line", "done", "phase", "kind", "issue"],
    "references": ["kind", "target", "line"],
    "findings": [
        *["rule", "severity", "path", "line", "message", "help", "section", "introduced"],
    ],
    "waivers": ["rule", "section", "reason", "line", "findings"],
}
VOCABULARY: Any = {"values": ("Draft", "Done"), "closed": True}
SCHEMA = Schema(
    name="tech-spec",
    source="docs/tech-spec/TEMPLATE.md",
    sections=(
        SectionSchema(
            index=0,
            title="Data model",
            path=("Proposed design", "Data model"),
            level=3,
            line=40,
            parent=-1,
            tier=Tier.OPTIONAL,
            why="(as applicable)",
            kind=SectionKind.PROSE,
            repeatable=False,
            keys=frozenset({"data model"}),
        ),
    ),
    fields=(FieldSchema("Status", kind=FieldKind.STATUS, **VOCABULARY, required=True, key="s"),),
    status=StatusSchema(**VOCABULARY, stages={"Draft": Stage.DRAFTING, "Done": Stage.DONE}),
    placeholders=("<goal 1>",),
    id_pattern="\\d{3}",
    path_pattern="docs/tech-spec/NNN-short-title.md",
)


def test_a_report_has_the_keys_of_the_contract_in_its_order() -> None:
    report = json.loads(render_json(REPORT))
    assert list(report) == TOP
    assert report["version"] == 1
    assert report["summary"] == {"specs": 3, "errors": 4, "warnings": 1, "notes": 1}
    login = report["specs"][0]
    assert list(login) == SPEC
    for part, keys in PARTS.items():
        assert [list(entry) for entry in login[part]] == [keys] * len(login[part])
        assert login[part], part


def test_a_report_has_the_values_of_the_contract() -> None:
    login = json.loads(render_json(REPORT))["specs"][0]
    assert (login["path"], login["affinity"], login["stage"]) == (LOGIN, 0.93, "drafting")
    assert login["sections"][2] == {
        "title": "Data Flow",
        "path": ["Design", "Data Flow"],
        "level": 3,
        "line": None,
        "required": True,
        "state": "missing",
    }
    assert [entry["introduced"] for entry in login["findings"]] == [True, True, None, None, False]
    assert login["waivers"][0]["findings"] == 1


def test_an_unreadable_document_has_no_template() -> None:
    broken = json.loads(render_json(REPORT))["specs"][2]
    assert broken["template"] is broken["status"] is broken["stage"] is None
    assert broken["findings"][0]["rule"] == "unreadable"


def test_nothing_found_is_still_a_report() -> None:
    assert json.loads(render_json(EMPTY)) == {
        "version": 1,
        "specs": [],
        "summary": {"specs": 0, "errors": 0, "warnings": 0, "notes": 0},
    }


def test_a_schema_is_as_in_the_contract() -> None:
    schema = json.loads(schema_json(SCHEMA))
    assert list(schema) == [
        *["version", "name", "source", "id_pattern", "path_pattern"],
        *["fields", "status", "sections", "placeholders"],
    ]
    assert schema["fields"] == [
        {
            "name": "Status",
            "required": True,
            "kind": "status",
            "values": ["Draft", "Done"],
            "closed": True,
        }
    ]
    assert schema["status"]["stages"] == {"Draft": "drafting", "Done": "done"}
    assert list(schema["sections"][0]) == [
        *["title", "path", "level", "tier", "why", "kind", "repeatable"],
    ]


def test_a_schema_without_status_says_null() -> None:
    bare = Schema("bare", "bare.md", (), (), None, ())
    assert json.loads(schema_json(bare))["status"] is None


WORDS = st.text(st.characters(exclude_categories=["Cs"]))
LEAVES = st.none() | st.booleans() | st.integers() | WORDS


@given(st.recursive(LEAVES, lambda v: st.lists(v) | st.dictionaries(WORDS, v)))
def test_json_says_what_it_was_given(value: object) -> None:
    assert json.loads(dumps(value)) == value


@given(st.text() | st.sampled_from(ATTACKS))
def test_json_is_safe_to_print(text: str) -> None:
    printed = render_json(Report((spec(title=text),)))
    assert "##[" not in printed
    assert not any(line.lstrip().startswith("::") for line in printed.splitlines())
    assert {unicodedata.category(c) for c in printed} & {"Cc", "Cs", "Zl", "Zp"} <= {"Cc"}
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", printed)
    title = json.loads(printed)["specs"][0]["title"]
    assert title == re.sub("[\ud800-\udfff]", "\ufffd", text)


def test_letters_stay_readable_and_objects_stand_on_lines() -> None:
    printed = dumps({"a": [{"b": "é日本"}, {"b": []}], "c": {"d": ["x"]}})
    assert printed == (
        '{\n  "a": [\n    {"b": "é日本"},\n    {"b": []}\n  ],\n  "c": {"d": ["x"]}\n}\n'
    )


def test_hidden_characters_are_escaped_not_lost() -> None:
    assert dumps("\u202e\U000e0041\x7f##[") == '"\\u202e\\udb40\\udc41\\u007f#\\u0023["\n'
