"""Golden folders: a template, the schema it comes to, documents, and what is found in them.

Each folder of ``tests/golden`` whose name does not start with ``_`` is a case:

``template.md`` (or ``template.path``, which names a template of this repository)
    → ``schema.json``, exactly as ``steward schema --format json`` prints it
``input.md``, ``input-*.md`` (or ``.path``)
    → ``report.json``, ``report-*.json``, as ``steward check --format json`` prints them, less what
    other tests hold: the wording of findings

``python -m tests.tools.golden --write`` writes the JSON files anew, ``… --write CASE`` those of one
case. A golden file is only worth what its reader has seen: read the difference, line by line,
before you keep it, and say in the case's ``WHY.md`` what is not plain.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from bot.app.assess import assess
from bot.markdown.decode import decode
from bot.markdown.parse import parse
from bot.model.policy import Policy
from bot.model.report import Report
from bot.model.schema import Schema
from bot.registry.names import template_name
from bot.render.as_json import render_json, schema_json
from bot.render.jsontext import dumps
from bot.schema.derive import derive

ROOT = Path(__file__).parent.parent.parent
GOLDEN = ROOT / "tests" / "golden"
_VOLATILE = ("message", "help", "introduced", "path")


def cases() -> list[Path]:
    """Find all cases."""
    return sorted(p for p in GOLDEN.iterdir() if p.is_dir() and p.name[0] not in "_.")


def schema_of(case: Path) -> Schema:
    """Derive the schema of a case, named as the command would name it."""
    told = case / "template.path"
    source, data = _content(told if told.exists() else case / "template.md")
    return derive(decode(data), source, {}, template_name(source))


def _content(file: Path) -> tuple[str, bytes]:
    """Give the name and the text of a file, or of the one that it names."""
    if file.suffix != ".path":
        return f"{file.parent.name}/{file.name}", file.read_bytes()
    source = file.read_text(encoding="utf-8").strip()
    return source, (ROOT / source).read_bytes()


def inputs(case: Path) -> list[Path]:
    """Find the documents of a case."""
    return sorted([*case.glob("input*.md"), *case.glob("input*.path")])


def report_path(document: Path) -> Path:
    """Give the file that holds what is found in a document."""
    return document.with_name(f"report{document.stem.removeprefix('input')}.json")


def report_json(document: Path, schema: Schema) -> str:
    """Judge a document and print the report, less what is volatile."""
    name, data = _content(document)
    report = assess(parse(data), name, schema, Policy())
    value = json.loads(render_json(Report((report,))))
    spec = value["specs"][0]
    spec["findings"] = [
        {key: part for key, part in finding.items() if key not in _VOLATILE}
        for finding in spec["findings"]
    ]
    return dumps(value)


def expected(case: Path) -> Iterator[tuple[Path, str]]:
    """Give each golden file of a case with the text that it has to have."""
    schema = schema_of(case)
    yield case / "schema.json", schema_json(schema)
    for document in inputs(case):
        yield report_path(document), report_json(document, schema)


def main(arguments: list[str]) -> int:
    """Write golden files anew, and say which have changed."""
    if arguments[:1] != ["--write"]:
        print(__doc__)
        return 2
    for case in cases():
        if arguments[1:] and case.name not in arguments[1:]:
            continue
        for path, text in expected(case):
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                path.write_text(text, encoding="utf-8")
                print("wrote", path.relative_to(ROOT), "- read it before you keep it")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
