"""Specs to compare: texts held against a template, and the completed examples that ship."""

from functools import cache
from pathlib import Path

from bot.lifecycle.content import Content, content_of
from bot.markdown.decode import decode
from bot.markdown.parse import parse_lines
from bot.model.schema import Schema
from bot.schema.derive import derive
from bot.schema.read import read_spec

TEMPLATES = Path(__file__).parents[2] / "templates"
NAMES = ("design-doc", "epic-spec", "feature-spec", "implementation-guide", "tech-spec")


@cache
def schema(name: str) -> Schema:
    """Derive one of the templates that ship."""
    return derive(decode((TEMPLATES / "specs" / f"{name}.md").read_bytes()), name)


@cache
def example_text(name: str) -> str:
    """Read the completed example of a template."""
    return (TEMPLATES / "examples" / f"{name}.md").read_text("utf-8")


def content(text: str, name: str = "tech-spec") -> Content:
    """Read the content of a text."""
    document = parse_lines(decode(text.encode()))
    return content_of(read_spec(document, schema(name), "a.md", {}))


@cache
def example(name: str) -> Content:
    """Read the content of the completed example."""
    return content(example_text(name), name)
