"""When a document is off its template."""

from dataclasses import replace

import pytest

from bot.markdown.parse import parse_lines
from bot.schema.derive import derive
from bot.schema.read import read_spec

SCHEMA = derive(("# T", "", "## Why", "", "words"), "t.md", {}, "t")


@pytest.mark.parametrize(("affinity", "off"), [(0.0, True), (0.49, True), (0.5, False), (1, False)])
def test_less_than_half_is_off_template(affinity: float, off: bool) -> None:
    spec = read_spec(parse_lines(("## Why",)), SCHEMA, "a.md", {})
    assert replace(spec, affinity=affinity).off_template is off
