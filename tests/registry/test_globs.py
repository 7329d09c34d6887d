"""Path patterns."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.registry.globs import glob, matches


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("docs/*.md", "docs/a.md", True),
        ("docs/*.md", "docs/sub/a.md", False),
        ("./docs/*.md", "docs/a.md", True),
        ("docs/**/*.md", "docs/a.md", True),
        ("docs/**/*.md", "docs/x/y/a.md", True),
        ("**/a.md", "a.md", True),
        ("**/a.md", "ba.md", False),
        ("docs/**", "docs/x/y", True),
        ("docs/**", "other/x", False),
        ("rfc-?.md", "rfc-1.md", True),
        ("rfc-?.md", "rfc-12.md", False),
        ("a?b", "a/b", False),
        ("a.md", "abmd", False),
        ("[ab].md", "a.md", False),
        ("[ab].md", "[ab].md", True),
        ("", "", True),
        ("a*a", "a", False),
        ("a**/b", "ab", True),
        ("a**/b", "axx/b", True),
        ("a**/b", "ax/b/ab", False),
        ("**/a/**", "x/a/y/z", True),
        ("**", "x/y", True),
        ("**.md", "x/y.md", True),
        ("a*/**/?c*d", "ab/x/y/bc--d", True),
        ("a*/**/?c*d", "ab/x/y/c--d", False),
    ],
)
def test_a_pattern_fits_a_path(pattern: str, path: str, fits: bool) -> None:
    assert glob(pattern).fits(path) is fits


@pytest.mark.parametrize(
    ("path", "patterns", "fits"),
    [
        ("docs/x/a.md", ("docs",), True),
        ("docs/x/a.md", ("docs/",), True),
        ("docs2/a.md", ("docs",), False),
        ("a.md", ("b.md", "a.*"), True),
        ("a.md", (), False),
    ],
)
def test_one_pattern_is_enough_and_a_folder_is_all_in_it(
    path: str, patterns: tuple[str, ...], fits: bool
) -> None:
    assert matches(path, patterns) is fits


@pytest.mark.parametrize("pattern", [".", "./"])
def test_the_top_of_the_repository_is_all_of_it(pattern: str) -> None:
    assert matches("docs/a.md", (pattern,))


def test_a_folder_may_be_named_from_the_top() -> None:
    assert matches("docs/a.md", ("./docs",))


def _regex(pattern: str) -> re.Pattern[str]:
    """Say the same as a regular expression: easily read, and slow beyond any bound."""
    means = {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    pieces = re.findall(r"\*\*/|\*\*|\*|.", pattern.removeprefix("./"), re.S)
    return re.compile("".join(means.get(piece, re.escape(piece)) for piece in pieces), re.S)


_pieces = st.sampled_from(["a", "b", "/", "*", "**", "**/", "?", ".", "[", "\n"])


@given(st.lists(_pieces, max_size=8).map("".join), st.text("ab/.[\n", max_size=9))
def test_it_means_what_the_expression_means(pattern: str, path: str) -> None:
    assert glob(pattern).fits(path) is (_regex(pattern).fullmatch(path) is not None)


# Each would take an expression longer than anybody lives; the least that goes wrong here hangs.
@pytest.mark.parametrize("piece", ["*a", "**a", "**/a", "a**/", "***/", "?*", "*a*/"])
@pytest.mark.parametrize("text", ["a", "a/", "aa/", "/"])
def test_no_pattern_runs_away(piece: str, text: str) -> None:
    pattern = piece * (250 // len(piece)) + "b"
    for end in ("c", "b/c", "cb"):
        glob(f"{pattern}*{end[-1]}").fits(text * 1_000 + end)
