"""A report, and a schema, in the form that other tools rely on; the contract fixes its keys."""

from typing import TypeAlias

from bot.model.document import Field
from bot.model.finding import Finding, Severity
from bot.model.report import Report, SectionReport, SpecReport
from bot.model.schema import FieldSchema, Schema, SectionSchema, StatusSchema
from bot.model.spec import Item, Question, Reference, Waived
from bot.render.jsontext import dumps

VERSION = 1
Json: TypeAlias = dict[str, object]


def render_json(report: Report) -> str:
    """Write a report as ``check --format json`` prints it."""
    return dumps(
        {
            "version": VERSION,
            "specs": [_spec(spec) for spec in report.specs],
            "summary": _summary(report),
        }
    )


def schema_json(schema: Schema) -> str:
    """Write a schema as ``schema --format json`` prints it."""
    return dumps(
        {
            "version": VERSION,
            "name": schema.name,
            "source": schema.source,
            "id_pattern": schema.id_pattern,
            "path_pattern": schema.path_pattern,
            "fields": [_field_schema(field) for field in schema.fields],
            "status": None if schema.status is None else _status_schema(schema.status),
            "sections": [_section_schema(section) for section in schema.sections],
            "placeholders": list(schema.placeholders),
        }
    )


def _summary(report: Report) -> Json:
    return {
        "specs": len(report.specs),
        "errors": report.count(Severity.ERROR),
        "warnings": report.count(Severity.WARNING),
        "notes": report.count(Severity.NOTE),
    }


def _spec(spec: SpecReport) -> Json:
    return {
        "path": spec.path,
        "template": spec.template,
        "affinity": round(spec.affinity, 2),
        "id": spec.id,
        "title": spec.title,
        "status": spec.status,
        "stage": spec.stage,
        "fields": [_field(field) for field in spec.fields],
        "sections": [_section(section) for section in spec.sections],
        "questions": [_question(question) for question in spec.questions],
        "items": [_item(item) for item in spec.items],
        "references": [_reference(reference) for reference in spec.references],
        "findings": [_finding(finding) for finding in spec.findings],
        "waivers": [_waiver(waived) for waived in spec.waivers],
    }


def _field(field: Field) -> Json:
    return {"name": field.name, "value": field.value, "line": field.line}


def _section(section: SectionReport) -> Json:
    return {
        "title": section.title,
        "path": list(section.path),
        "level": section.level,
        "line": section.line,
        "required": section.required,
        "state": section.state,
    }


def _question(question: Question) -> Json:
    return {"text": question.text, "line": question.line, "resolved": question.resolved}


def _item(item: Item) -> Json:
    return {
        "text": item.text,
        "line": item.line,
        "done": item.done,
        "phase": item.phase,
        "kind": item.kind,
        "issue": item.issue,
    }


def _reference(reference: Reference) -> Json:
    return {"kind": reference.kind, "target": reference.target, "line": reference.line}


def _finding(finding: Finding) -> Json:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "path": finding.path,
        "line": finding.line,
        "message": finding.message,
        "help": finding.help,
        "section": finding.section,
        "introduced": finding.introduced,
    }


def _waiver(waived: Waived) -> Json:
    own, count = waived.waiver, waived.findings
    place = {"rule": own.rule, "section": own.section}
    return {**place, "reason": own.reason, "line": own.line, "findings": count}


def _field_schema(field: FieldSchema) -> Json:
    return {
        "name": field.name,
        "required": field.required,
        "kind": field.kind,
        "values": list(field.values),
        "closed": field.closed,
    }


def _status_schema(status: StatusSchema) -> Json:
    return {"values": list(status.values), "closed": status.closed, "stages": status.stages}


def _section_schema(section: SectionSchema) -> Json:
    return {
        "title": section.title,
        "path": list(section.path),
        "level": section.level,
        "tier": section.tier,
        "why": section.why,
        "kind": section.kind,
        "repeatable": section.repeatable,
    }
