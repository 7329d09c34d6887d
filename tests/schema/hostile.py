"""Templates, documents and names that would bring an engine down that compares all with all.

``python -m tests.schema.hostile`` tries each, with a limit to the CPU seconds that it may take. The
system ends a process that goes beyond, where the last name that was printed tells at which one;
what grows with a square goes far beyond, and all else stays far below.
"""

from collections.abc import Callable
from contextlib import suppress

from bot.app.assess import assess
from bot.edit.naming import holder_of, next_id
from bot.errors import StewardError
from bot.markdown.parse import parse_lines
from bot.model.policy import Policy
from bot.registry.globs import glob
from bot.schema.derive import derive
from bot.schema.file_form import is_named_so
from bot.schema.told import told_paths
from tests.markdown.limited import allow

_SECONDS = 2  # the slowest takes half of one, where each took over five before it was mended
_HEAD = "# A-XXX: [Name]\n\n"
_TOKENS = "".join(f"[tok {n}]\n" for n in range(900))
_STARS = f"{_HEAD}Copy this to `docs/{'*-' * 60}NNN-x.md`\n\n## A\n"
_SECTIONS = "".join(f"## H{n}\n\na\n" for n in range(900))
_FIELDS = "".join(f"- **F{n} word:** <val>\n" for n in range(150))
_NAME = f"docs/{'a-' * 120}b.md"


def _judged(template: str, text: str, path: str = "docs/A-001.md") -> Callable[[], object]:
    """Hold a text against what a template asks for."""

    def judged() -> None:
        with suppress(StewardError):
            schema = derive(tuple(template.split("\n")), "docs/template.md")
            assess(parse_lines(tuple(text.split("\n"))), path, schema, Policy())

    return judged


def _numbered(template: str, name: str) -> Callable[[], object]:
    def numbered() -> None:
        schema = derive(tuple(template.split("\n")), "docs/template.md")
        next_id(schema, [name], [name])
        holder_of("A-001", schema, [name], [name])

    return numbered


TRIES: dict[str, Callable[[], object]] = {
    "tags that nothing closes": _judged(f"{_HEAD}## {'<a>b ' * 45_000}", "# A"),
    "more tokens than anybody fills in": _judged(
        f"{_HEAD}## A\n\n" + "".join(f"[tok{n}]\n" for n in range(20_000)), "[tok1" * 150_000
    ),
    "tokens that begin alike": _judged(f"{_HEAD}## A\n\n{_TOKENS}", "[tok 1" * 100_000),
    "more fields than anybody fills in": _judged(
        "---\n" + "".join(f"f{n}: <v>\n" for n in range(15_000)) + "---\n\n## A\n", "## A"
    ),
    "fields and what they may be": _judged(
        f"{_HEAD}{_FIELDS}\n## A\n",
        "# T\n\n" + "".join(f"- **G{n} word:** v\n" for n in range(20_000)) + "\n## A\n",
    ),
    "a heading of spaces": _judged(f"{_SECTIONS}## Phase 1: [Name]\n", f"## a{' ' * 900_000}b"),
    "patterns of headings": _judged(
        "".join(f"## On {n} {'<a>b' * 50}\n\n" for n in range(900)), f"## On {'<a>b' * 200_000}"
    ),
    "tokens in a line with code": _judged("# T\n\n## A <a>\n", f"`b` {'<a> ' * 200_000}"),
    "a number of numbers": _judged(f"## {'1.' * 100_000}a\n", "## A"),
    "an id within an id": _judged(f"# T\n- **ID:** {'A' * 100_000}-[A-\n\n## A\n", "# T"),
    "a title that is an id": _judged(f"# {'A' * 200_000}-12\n\n## A\n", "# A"),
    "issues that nothing closes": _judged(
        "## Tasks\n\n- [ ] a\n", f"## Tasks\n\n- [ ] a {'(#1](' * 150_000}\n"
    ),
    "prompts in emphasis": _judged(
        "# T\n\n## Tests\n\n" + "- [ ] _a?_\n" * 15_000 + "- [ ] a\n",
        f"## Tests\n{'_a ' * 200_000}",
    ),
    "labels for sections": _judged(
        _SECTIONS, "## A\n\n" + "".join(f"**L{n}**\n\na\n\n" for n in range(30_000))
    ),
    "labels of sections": _judged(
        "".join(f"## H{n}\n\n" + f"**L{n}**\n\na\n\n" * 5 for n in range(900)), "# A"
    ),
    "statuses": _judged(
        f"{_HEAD}- **Status:** Draft | Done\n\n## A\n",
        "# T\n\n" + f"- **Status:** {'z' * 90}\n" * 8_000 + "\n## A\n",
    ),
    "a status without end": _judged(
        f"{_HEAD}- **Status:** Draft | Done\n\n## A\n", f"- **Status:** {'z' * 900_000}\n\n## A\n"
    ),
    "paths of stars": lambda: list(told_paths(f"Copy to {'*.md' * 100_000}")),
    "paths of brackets": lambda: list(told_paths(f"Copy to {'<a' * 100_000}")),
    "many paths": lambda: list(told_paths(f"Copy to {'in NNN.md ' * 40_000}")),
    "a name of stars": lambda: is_named_so(_NAME[5:], "*-" * 60 + "x.md"),
    "a name of words": lambda: is_named_so(_NAME[5:], "<a>-" * 60 + "x.md"),
    "a name of both": _judged(_STARS, "# A-001\n\n## A\n", _NAME),
    "a number behind stars": _numbered(_STARS, _NAME),
    "a glob of stars": lambda: glob("*a" * 100 + "b*c").fits("a" * 4_000 + "c"),
    "a glob of folders": lambda: glob("**/a" * 50 + "/b*c").fits("a/" * 2_000 + "c"),
}


def main() -> None:
    """Try them one by one."""
    for name, attempt in TRIES.items():
        print(name, flush=True)  # noqa: T201 - read by the test
        allow(_SECONDS)
        attempt()


if __name__ == "__main__":
    main()
