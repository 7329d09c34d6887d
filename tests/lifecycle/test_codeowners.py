"""CODEOWNERS as GitHub reads it."""

import pytest

from bot.lifecycle.codeowners import LARGEST, PLACES, owners_of


def _fits(pattern: str, path: str) -> bool:
    return owners_of(f"{pattern} @a\n", path) == ("@a",)


@pytest.mark.parametrize(
    ("pattern", "inside", "outside"),
    [
        ("*", "a docs/a docs/x/a", ""),
        ("**", "a docs/a docs/x/a", ""),
        ("*.md", "a.md docs/a.md docs/x/a.md a.md/b", "a.mdx md"),
        ("docs", "docs docs/a x/docs x/docs/a/b", "docs2 docs.md"),
        ("docs/", "docs/a docs/x/a x/docs/a", "docs x/docs"),
        ("/docs/", "docs/a docs/x/a", "docs x/docs/a"),
        ("/docs", "docs docs/a/b", "x/docs docs.md"),
        ("docs/specs", "docs/specs docs/specs/a", "x/docs/specs docs/specs2"),
        ("docs/*", "docs/a.md", "docs docs/x/a.md x/docs/a.md"),
        ("/*", "a", "docs/a"),
        ("/*/", "docs/a docs/x/a", "a"),
        ("*/", "docs/a x/docs/a", "a"),
        ("f*", "foo foo/a/b x/foo", "xfoo"),
        ("/f*", "foo foo/a", "x/foo"),
        ("docs/*.md", "docs/a.md docs/a.md/b", "docs/x/a.md"),
        ("docs/*/spec.md", "docs/x/spec.md", "docs/spec.md docs/x/y/spec.md"),
        ("**/logs", "logs x/logs x/y/logs/a", "xlogs"),
        ("docs/**", "docs/a docs/x/a", "docs x/docs/a"),
        ("docs/**/", "docs/a docs/x/a", "docs"),
        ("docs/**/spec.md", "docs/spec.md docs/x/y/spec.md", "spec.md"),
        ("a**b", "ab axb x/axb", "a/b"),
        ("spec-?.md", "spec-1.md", "spec-12.md spec-/.md"),
        (r"\*.md", "*.md", "a.md"),
        (r"wh\?.md", "wh?.md", "why.md"),
        ("*", "*?", ""),
        ("c#/a", "c#/a", "c"),
        (r"c\#", "c# x/c#/a", "c"),
        ("Docs/", "Docs/a", "docs/a"),
        ("docs//a", "", "docs/a docs//"),
        ("./docs", "", "docs docs/a"),
        ("/", "", "a docs/a"),
        ("docs/é.md", "docs/é.md", "docs/e.md"),
    ],
)
def test_a_pattern(pattern: str, inside: str, outside: str) -> None:
    assert all(_fits(pattern, path) for path in inside.split())
    assert not any(_fits(pattern, path) for path in outside.split())


def test_a_path_with_spaces() -> None:
    assert owners_of(r"my\ docs/ @a @b", "my docs/a.md") == ("@a", "@b")
    assert owners_of(r"my\ docs/", "my docs/a.md") == ()
    assert owners_of("*.md @a\nmy docs/ @b\n", "my docs/a.md") == ("@a",)


_FILE = """
# the whole of it
*            @global @Org/all-of-us   # for want of others
docs/        @docs docs@example.com\t@docs
/docs/free/  # nobody's
/docs/free/but/ @but
"""


@pytest.mark.parametrize(
    ("path", "owners"),
    [
        ("a.md", ("@global", "@Org/all-of-us")),
        ("docs/a.md", ("@docs", "docs@example.com")),
        ("x/docs/a.md", ("@docs", "docs@example.com")),
        ("docs/free/a.md", ()),
        ("docs/free/but/a.md", ("@but",)),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_last_line_that_fits_wins(path: str, owners: tuple[str, ...], end: str) -> None:
    assert owners_of(_FILE.replace("\n", end), path) == owners


@pytest.mark.parametrize(
    "line",
    [
        "!docs/a.md @b",
        "docs/[ab].md @b",
        "docs/a] @b",
        r"\#a @b",
        "#docs @b",
        "docs/***/a.md @b",
        "docs/a.md bob",
        "docs/a.md @b carol",
        "docs/a.md @b, @c",
        "docs/a.md @org/team/more",
        "docs/a.md @dependabot[bot]",
        "docs/a.md \\",
        "\\",
        "   ",
    ],
)
def test_a_line_that_cannot_be_read_is_none(line: str) -> None:
    assert owners_of(f"docs/ @a\n{line}\n", "docs/a.md") == ("@a",)


def test_a_file_that_is_too_large_is_not_read() -> None:
    text = "* @a\n"
    large = text + "#" * (LARGEST - len(text))
    assert owners_of(large[:-1], "a") == ("@a",)
    assert owners_of(large, "a") == ()


def test_where_it_lies() -> None:
    assert PLACES == (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS")


@pytest.mark.parametrize("piece", ["*a", "**/", "**/a/", "a**", "?*", "\\ ", "\\", "*/"])
def test_no_pattern_runs_away(piece: str) -> None:
    line = piece * (2_000 // len(piece))
    for path in ("a" * 1_000 + "b", "a/" * 500 + "b"):
        owners_of(f"{line}b @a\n" * 3, f"{path}c")
