"""A document of one template, as its author has it before them."""

import re

from bot.edit.restate import restate
from bot.edit.splice import apply_edits
from bot.markdown.parse import parse
from bot.model.spec import Spec
from bot.model.stage import Stage
from bot.schema.derive import derive
from bot.schema.read import read_spec
from bot.schema.status import vocabulary


class Paper:
    """Its text changes as it is written on."""

    def __init__(self, template: str, text: str, path: str) -> None:
        self.schema = derive(tuple(template.split("\n")), "TEMPLATE.md")
        self.text, self.path = text, path

    @property
    def is_stated(self) -> bool:
        """Tell whether it has a place for its status; where it has none, the label is that."""
        return self.schema.status is not None

    @property
    def spec(self) -> Spec:
        return read_spec(parse(self.text.encode()), self.schema, self.path, {})

    def word(self, stage: Stage) -> str | None:
        """Give the template's own word for a stage, or the usual one where it has none."""
        words = vocabulary(self.schema, {})
        return next((word for word, each in words.items() if each is stage), None)

    def states(self, word: str) -> None:
        """Write the status into the document, as the Steward says to."""
        edit = restate(self.text.encode(), self.spec, word, {})
        assert edit is not None
        self.text = apply_edits(self.text.encode(), (edit,)).decode()

    def unticks(self) -> None:
        """Leave all work and all gates to be done."""
        lines = self.text.split("\n")
        for item in self.spec.items:
            lines[item.line - 1] = lines[item.line - 1].replace("[x]", "[ ]")
        self.text = "\n".join(lines)


def name_of(document: str) -> str:
    """Name a file after the number that its text bears."""
    found = re.search(r"\b([A-Z]+-\d+|\d{3})\b", document)
    return f"{found[1] if found else '001'}-parcels.md"
