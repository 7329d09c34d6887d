"""The manual: every rule has its page, and the page's examples do what they say."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.markdown.decode import Unreadable, decode
from bot.markdown.parse import parse_lines
from bot.model.finding import Finding, Severity
from bot.model.slugs import RULE_SLUGS
from bot.model.stage import Stage
from bot.rules import empty_section
from bot.rules.base import Case
from bot.rules.catalogue import RULES
from bot.rules.manual import Page, page_of, pages
from tests.rules.judging import judged
from tests.rules.pull_request import standing_of

_ORDER = ("Config", "Template", "Path", "Before", "Fails", "Bytes", "Passes", "Mend")
_NEEDED = {"Template", "Passes", "Mend"}
_LONGEST = 100


def findings(page: Page, part: str) -> tuple[Finding, ...]:
    template, text = page.example("Template"), page.example(part)
    assert template
    assert text
    path = page.example("Path") or "docs/parcel-search.md"
    config, before = page.example("Config") or "", page.example("Before")
    said = page.standing(part)
    standing = None if said is None else standing_of(said)
    return judged(
        template, text, config=config, path=path, before=before, standing=standing
    ).findings


def prose(page: Page) -> str:
    """Give what stands between the summary and the first part."""
    return re.split(r"^## ", page.text, maxsplit=1, flags=re.M)[0].strip()


@pytest.fixture(params=pages().values(), ids=list(pages()))
def page(request: pytest.FixtureRequest) -> Page:
    assert isinstance(request.param, Page)
    return request.param


def test_every_page_has_its_parts_in_order(page: Page) -> None:
    names = [name for name, _ in page.parts]
    assert names == [name for name in _ORDER if name in names]
    assert set(names) >= _NEEDED
    assert ("Fails" in names) != ("Bytes" in names)
    assert all(body for _, body in page.parts)


def test_every_page_says_what_and_why(page: Page) -> None:
    assert re.fullmatch(r"[A-Z].{10,}\.", page.summary)
    assert len(page.summary) <= _LONGEST
    assert prose(page).endswith(".")


def test_the_example_that_fails_has_just_this_finding(page: Page) -> None:
    if page.slug != "unreadable":
        assert [finding.rule for finding in findings(page, "Fails")] == [page.slug]


def test_the_example_that_passes_has_no_finding(page: Page) -> None:
    assert findings(page, "Passes") == ()


def test_the_unreadable_example_is_told_with_its_byte() -> None:
    page = pages()["unreadable"]
    escaped, whole = page.example("Bytes"), page.example("Passes")
    assert escaped
    assert whole
    data = escaped.encode("ascii").decode("unicode_escape").encode("latin-1")
    with pytest.raises(Unreadable) as caught:
        decode(data)
    assert (caught.value.line, caught.value.message) == (
        1,
        "byte 0xe9 at offset 12 is not UTF-8",
    )
    assert decode(whole.encode())[0] == "# Title: café"


def test_the_rule_of_unreadable_files_has_nothing_to_say_of_those_that_were_read() -> None:
    rule = next(rule for rule in RULES if rule.slug == "unreadable")
    spec = judged("## Context", "## Context\n\nText.").spec
    assert list(rule.check(Case(spec))) == []


def test_rules_are_listed_once_and_known_to_configurations() -> None:
    slugs = [rule.slug for rule in RULES]
    assert len(set(slugs)) == len(slugs)
    assert set(slugs) <= set(RULE_SLUGS)
    assert list(pages()) == slugs


def headings(text: str) -> Iterator[str]:
    return (section.title for section in parse_lines(tuple(text.split("\n"))).sections)


def test_headings_within_examples_are_no_parts() -> None:
    fence = "````markdown\n## Mend\n\n```\n## Mend\n```\n````"
    manual = f"What.\n\nWhy.\n\n## Fails\n\n{fence}\n\n## Mend\n\nSo."
    page = page_of(replace(empty_section.RULE, manual=manual))
    assert [name for name, _ in page.parts] == ["Fails", "Mend"]
    assert page.example("Fails") == "## Mend\n\n```\n## Mend\n```\n"
    assert page.example("Mend") == "So."
    assert page.example("Passes") is None
    assert prose(page) == "Why."


def test_a_docstring_without_parts_is_all_text() -> None:
    page = page_of(replace(empty_section.RULE, manual="\nWhat.\n\nWhy,\nand why.\n"))
    assert (page.summary, page.text, page.parts) == ("What.", "Why,\nand why.", ())


def test_parts_that_set_an_example_up_read_naturally() -> None:
    shown = {slug: list(headings(page.markdown())) for slug, page in pages().items()}
    for titles in shown.values():
        assert not {"Path", "Bytes", "Config", "Before"} & set(titles)
        assert titles[-2:] == ["Mend", "Exceptions"]
    assert shown["unreadable"] == [
        "unreadable", "Template", "Fails", "Passes", "Mend", "Exceptions",
    ]  # fmt: skip
    assert shown["illegal-transition"][1:4] == ["Configuration", "Template", "Before the change"]
    assert "The document of these examples is `docs/SPEC-" in pages()["file-name"].text


def test_weights_are_told_by_stage() -> None:
    page = replace(
        pages()["open-question"],
        severity=Severity.NOTE,
        stages=(
            (Stage.REVIEWING, Severity.WARNING),
            (Stage.APPROVED, Severity.ERROR),
            (Stage.DONE, Severity.ERROR),
        ),
    )
    said = "a **note**; a **warning** when reviewing; an **error** from approved to done"
    assert f"\n\nBy default: {said}.\n\n" in page.markdown()
    assert "\n\nBy default: an **error**.\n\n" in pages()["placeholder"].markdown()


def test_a_page_tells_how_to_make_an_exception() -> None:
    assert (
        "## Exceptions\n\nIn one document: `<!-- steward: waive placeholder: REASON -->`. In all "
        "documents: `rules: {placeholder: off}` in the configuration ("
        in pages()["placeholder"].markdown()
    )
    assert "## Exceptions\n\nNo waiver takes it away." in pages()["unreadable"].markdown()
