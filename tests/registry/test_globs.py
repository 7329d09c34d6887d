"""Path patterns."""

import pytest

from bot.registry.globs import glob_regex, matches


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
    ],
)
def test_a_pattern_fits_a_path(pattern: str, path: str, fits: bool) -> None:
    assert (glob_regex(pattern).fullmatch(path) is not None) is fits


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
