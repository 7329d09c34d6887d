"""The manual: each rule's docstring, taken apart into its summary, its text and its examples."""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.model.finding import Severity
from bot.model.stage import Stage
from bot.rules.base import Rule
from bot.rules.catalogue import RULES

_PART = re.compile(r"^## (.+)$", re.M)
_FENCE = re.compile(r"^(`{3,})\w*\n(.*?)^\1$", re.M | re.S)


@dataclass(frozen=True, slots=True)
class Page:
    """A rule's manual page."""

    slug: str
    summary: str
    text: str
    severity: Severity
    stages: tuple[tuple[Stage, Severity], ...]
    parts: tuple[tuple[str, str], ...]

    def example(self, part: str) -> str | None:
        """Give the fenced text of a part, such as “Fails”."""
        body = dict(self.parts).get(part)
        if body is None:
            return None
        match = _FENCE.search(body)
        return match[2] if match else body.strip()

    def markdown(self) -> str:
        """Write the page as Markdown."""
        return f"# {self.slug}\n\n{self.summary}\n\n{_weight(self)}\n\n{self.text}\n"


def page_of(rule: Rule) -> Page:
    """Read a rule's docstring."""
    summary, _, rest = rule.manual.strip().partition("\n")
    found = list(_PART.finditer(rest))
    parts = tuple(
        (match[1], rest[match.end() : following.start() if following else len(rest)].strip("\n"))
        for match, following in zip(found, [*found[1:], None], strict=True)
    )
    stages = tuple(rule.by_stage.items())
    return Page(rule.slug, summary.strip(), rest.strip(), rule.severity, stages, parts)


@cache
def pages() -> dict[str, Page]:
    """Give the pages of all rules, by slug, in the order in which they are listed."""
    return {rule.slug: page_of(rule) for rule in RULES}


def _weight(page: Page) -> str:
    if not page.stages:
        return f"By default: {_article(page.severity)}."
    at = ", ".join(f"{_article(severity)} at stage *{stage}*" for stage, severity in page.stages)
    return f"By default: {_article(page.severity)}; {at}."


def _article(severity: Severity) -> str:
    return f"an **{severity}**" if severity is Severity.ERROR else f"a **{severity}**"


def index() -> str:
    """Write the list of all rules as Markdown."""
    rows = "".join(
        f"| [{slug}]({slug}.md) | {page.severity} | {page.summary} |\n"
        for slug, page in pages().items()
    )
    return f"# The rules\n\n| rule | by default | what it says |\n|---|---|---|\n{rows}"


def files() -> Iterator[tuple[str, str]]:
    """Give the manual's files with their text."""
    yield "README.md", index()
    for slug, page in pages().items():
        yield f"{slug}.md", page.markdown()


def main(words: list[str]) -> int:
    """Write the manual into a folder, or with ``--check`` tell what is out of date there."""
    folder = Path(words[-1])
    wanted = dict(files())
    if "--check" not in words:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in wanted.items():
            (folder / name).write_text(text, "utf-8")
        return 0
    found = {path.name: path.read_text("utf-8") for path in folder.glob("*.md")}
    stale = sorted(name for name in wanted | found if wanted.get(name) != found.get(name))
    for name in stale:
        sys.stderr.write(f"{folder / name} is out of date; make docs writes it\n")
    return int(bool(stale))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
