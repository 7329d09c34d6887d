"""The body of an issue, in parts: the Steward's own text, and what people have put around it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.model.sheet import BELOW_ALERT, END
from bot.work.boxes import cleared
from bot.work.memory import fingerprint


@dataclass(frozen=True, slots=True)
class Body:
    """What stands before the marker, the Steward's own text, and what comes after its end."""

    before: str
    text: str
    after: str

    @property
    def mark(self) -> str:
        """Tell the text from any other, whichever of its boxes are ticked."""
        return mark_of(self.text)

    def with_text(self, marker: str, text: str) -> str:
        """Put another text in place of the Steward's, and leave the rest as it is."""
        head = f"{self.before}\n" if self.before else ""
        tail = f"\n{self.after}" if self.after else ""
        return f"{head}{marker}\n{text}\n{END}{tail}"


def part_body(body: str, marker_at: Callable[[Sequence[str]], int | None]) -> Body:
    """Part a body; without an end line all that follows the marker is taken for ours."""
    lines = body.replace("\r\n", "\n").split("\n")
    start = marker_at(lines)
    if start is None:
        return Body("", "", body)
    ends = (n for n, line in enumerate(lines) if n > start and line.strip() == END)
    stop = next(ends, len(lines))
    return Body(
        "\n".join(lines[:start]),
        "\n".join(lines[start + 1 : stop]).strip("\n"),
        "\n".join(lines[stop + 1 :]),
    )


@lru_cache(maxsize=2_048)
def mark_of(text: str) -> str:
    """Tell a text from any other, whichever of its boxes are ticked."""
    return fingerprint(cleared(text).strip())


def alerted(text: str, alert: str) -> str:
    """Put an alert above a text, in place of one that stands there."""
    return f"{alert}\n{BELOW_ALERT}\n\n{unalerted(text)}".rstrip("\n")


def is_alerted(body: str) -> bool:
    """Tell whether the page of a spec says already that nothing is to be done for it."""
    return BELOW_ALERT in map(str.strip, body.splitlines())


def unalerted(text: str) -> str:
    """Take our alert off a text: the quote right above its line. Somebody's own quote stays."""
    lines = text.split("\n")
    at = next((n for n, line in enumerate(lines) if line.strip() == BELOW_ALERT), None)
    if at is None:
        return text
    start = at
    while start and lines[start - 1].startswith(">") and not lines[start].startswith("> [!"):
        start -= 1
    return "\n".join((*lines[:start], *lines[at + 1 :])).strip("\n")
