"""How far a section is filled in."""

import pytest

from bot.markdown.parse import parse_lines
from bot.model.spec import State
from bot.schema.derive import derive
from bot.schema.read import read_spec


def _state(template: str, text: str, head: str = "") -> State:
    schema = derive(("# Plan", "", "## Why", *template.split("\n")), "plan.md")
    lines = (head or "# Clocks", "", "## Why", *text.split("\n"))
    return read_spec(parse_lines(lines), schema, "clocks.md", {}).sections[0].state


ASK = "Describe the *need* for it."


@pytest.mark.parametrize(
    ("template", "text", "state"),
    [
        (ASK, "Clocks drift.", State.PRESENT),
        (ASK, "", State.EMPTY),
        (ASK, "\n---\n", State.EMPTY),
        (ASK, "<!-- a note -->", State.EMPTY),
        ("<!-- Say\nwhy -->", "<!-- say why -->", State.UNTOUCHED),
        ("<!-- say why -->", "<!-- say who -->", State.EMPTY),
        (ASK, "### Who\n\nMe", State.PRESENT),
        (ASK, ASK, State.UNTOUCHED),
        (ASK, "describe the\n- need for it.", State.UNTOUCHED),
        (ASK, f"{ASK}\n<!-- a note -->", State.UNTOUCHED),
        (ASK, f"Clocks drift.\n<!-- {ASK} -->", State.PRESENT),
        (ASK, f"{ASK} Clocks drift.", State.PRESENT),
        (ASK, "TBD", State.EMPTY),
        (ASK, "- **To be determined**<br>", State.EMPTY),
        (ASK, "TODO: ask around", State.EMPTY),
        (ASK, "…", State.EMPTY),
        (ASK, "- \n- ", State.EMPTY),
        (ASK, "TODO lists are kept elsewhere", State.PRESENT),
        (ASK, "N/A", State.NOT_APPLICABLE),
        (ASK, "None, since nothing moves.", State.NOT_APPLICABLE),
        (ASK, "None of these clocks drift", State.PRESENT),
        (ASK, "N/A\n\n### Who\n\nMe", State.PRESENT),
        (ASK, "TBD\n\n### Who\n\nMe", State.PRESENT),
        (ASK, "N/A " + "but for the clocks " * 40, State.PRESENT),
        ("We retry thrice.", "We retry thrice.", State.PRESENT),
    ],
)
def test_a_section_has_a_state(template: str, text: str, state: State) -> None:
    assert _state(template, text) is state


@pytest.mark.parametrize(
    ("head", "text", "state"),
    [
        ("# RFC-012: Clocks", "Describe what RFC-012 changes.", State.UNTOUCHED),
        ("# RFC-012: Clocks", "Describe what RFC-013 changes.", State.PRESENT),
        ("# RFC-012: Clocks", "Describe what RFC-012 changes. Clocks!", State.PRESENT),
        ("# Clocks", "Describe what RFC-012 changes.", State.PRESENT),
    ],
)
def test_an_id_that_was_filled_in_is_no_content(head: str, text: str, state: State) -> None:
    template = ("# RFC-XXX: [Title]", "", "## Why", "Describe what RFC-XXX changes.")
    schema = derive(template, "rfc.md")
    document = parse_lines((head, "", "## Why", text))
    assert read_spec(document, schema, "clocks.md", {}).sections[0].state is state


def test_an_id_beside_a_text_that_has_none_to_fill_in() -> None:
    schema = derive(("# RFC-XXX: [Title]", "", "## Why", ASK), "rfc.md")
    document = parse_lines(("# RFC-012", "", "## Why", f"{ASK} RFC-012 has it."))
    assert read_spec(document, schema, "clocks.md", {}).sections[0].state is State.PRESENT
