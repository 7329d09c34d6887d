"""The manual: each rule's docstring, taken apart into its summary, its text and its examples.

An example on a pull request has a second fence behind it, with what people say there, line by line.

``python -m bot.rules.manual FOLDER`` writes it as Markdown files; with ``--check`` before the
folder it names those that are out of date.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

from bot.model.finding import Severity
from bot.model.stage import Stage
from bot.rules.base import UNWAIVABLE, Rule
from bot.rules.catalogue import RULES

_FENCE = re.compile(r"^(`{3,})\w*\n(.*?)^\1$", re.M | re.S)
_PART = re.compile(rf"{_FENCE.pattern}|^## ([^\n]+)$", re.M | re.S)  # no heading in an example
_SHOWN = {  # how a part that sets the examples up stands on the page
    "Config": "## Configuration\n\n{}",
    "Path": "## File\n\nThe document of these examples is `{}`.",
    "Before": "## Before the change\n\n{}",
    "Bytes": "## Fails\n\nHere `\\xNN` stands for one byte:\n\n{}",
}
_INDEX = """\
# The rules

Each finding names its rule; `steward explain RULE` prints the rule's page. The pages are written
from the rules' docstrings by `make docs`.

| rule | by default | what it says |
|---|---|---|
{}
[The configuration](../configuration.md) weighs a rule otherwise, or turns it off. For a single
exception, write [a waiver](../templates.md#exceptions) into the document.
"""


@dataclass(frozen=True, slots=True)
class Page:
    """A rule's manual page: its parts as the docstring has them, its text as people read it."""

    slug: str
    summary: str
    text: str
    severity: Severity
    stages: tuple[tuple[Stage, Severity], ...]
    parts: tuple[tuple[str, str], ...]

    def example(self, part: str) -> str | None:
        """Give the fenced text of a part, such as “Fails”, or its text where it has no fence."""
        body = dict(self.parts).get(part)
        if body is None:
            return None
        match = _FENCE.search(body)
        return match[2] if match else body

    def standing(self, part: str) -> str | None:
        """Give what people say on the pull request of an example: the fence behind it, if any."""
        fences = [match[2] for match in _FENCE.finditer(dict(self.parts).get(part, ""))]
        return fences[1] if len(fences) > 1 else None

    def weights(self) -> Iterator[tuple[Severity, str]]:
        """Give what a finding weighs by default, and then where it weighs something else."""
        yield self.severity, ""
        for severity, group in groupby(self.stages, key=lambda pair: pair[1]):
            at = [stage for stage, _ in group]
            yield severity, f"when {at[0]}" if len(at) == 1 else f"from {at[0]} to {at[-1]}"

    def markdown(self) -> str:
        """Write the page as Markdown."""
        weight = "; ".join(f"{_article(severity)} {at}".strip() for severity, at in self.weights())
        head = f"# {self.slug}\n\n{self.summary}\n\nBy default: {weight}.\n\n"
        return f"{head}{self.text}\n\n## Exceptions\n\n{_exceptions(self.slug)}\n"


def page_of(rule: Rule) -> Page:
    """Read a rule's docstring."""
    summary, _, rest = rule.manual.strip().partition("\n")
    found = [match for match in _PART.finditer(rest) if match[3]]
    ends = [*(match.start() for match in found), len(rest)]
    parts = tuple(
        (match[3], rest[match.end() : end].strip())
        for match, end in zip(found, ends[1:], strict=True)
    )
    shown = (_SHOWN.get(name, f"## {name}\n\n{{}}").format(body) for name, body in parts)
    text = "\n\n".join((rest[: ends[0]].strip(), *shown))
    return Page(rule.slug, summary, text, rule.severity, tuple(rule.by_stage.items()), parts)


@cache
def pages() -> dict[str, Page]:
    """Give the pages of all rules, by slug, in the order in which they are listed."""
    return {rule.slug: page_of(rule) for rule in RULES}


def _article(severity: Severity) -> str:
    return f"an **{severity}**" if severity is Severity.ERROR else f"a **{severity}**"


def _exceptions(slug: str) -> str:
    one = f"In one document: `<!-- steward: waive {slug}: REASON -->`."
    if slug in UNWAIVABLE:
        one = "No waiver takes it away."
    everywhere = f"`rules: {{{slug}: off}}` in the configuration (or `note`, `warning`, `error`)"
    return f"{one} In all documents: {everywhere}."


def files() -> dict[str, str]:
    """Give the manual as files: a page for each rule, and the list of them."""
    rows = ""
    for slug, page in pages().items():
        weight = ", ".join(f"{severity} {at}".strip() for severity, at in page.weights())
        rows += f"| [{slug}]({slug}.md) | {weight} | {page.summary} |\n"
    own = {f"{slug}.md": page.markdown() for slug, page in pages().items()}
    return {"README.md": _INDEX.format(rows), **own}


def main(words: Sequence[str]) -> int:
    """Write the manual into a folder, or with ``--check`` name what is out of date there."""
    checks, given = "--check" in words, [word for word in words if word != "--check"]
    if len(given) != 1 or given[0].startswith("-"):
        sys.stderr.write("usage: python -m bot.rules.manual [--check] FOLDER\n")
        return 2
    folder, wanted = Path(given[0]), files()
    if not checks:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in wanted.items():
            (folder / name).write_text(text, "utf-8", newline="\n")
    found = {path.name: path.read_text("utf-8") for path in folder.glob("*.md")}
    stale = sorted(name for name in {*wanted, *found} if wanted.get(name) != found.get(name))
    for name in stale:
        mend = "make docs writes it" if name in wanted else "no rule has this page: remove it"
        sys.stderr.write(f"{folder / name} is out of date; {mend}\n")
    return int(bool(stale))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
