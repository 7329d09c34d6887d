"""What a comment tells the Steward."""

from dataclasses import replace

import pytest

from bot.lifecycle.commands import (
    Approve,
    Check,
    Command,
    Help,
    PlanAsked,
    Said,
    SetStatus,
    Unknown,
    Waive,
)
from bot.lifecycle.reading_commands import READERS, read_commands
from bot.lifecycle.reading_waivers import LONGEST_REASON, WAIVABLE
from bot.model.command_help import HELP
from bot.model.pull import Comment, Person

ANN = Person("ann")
ORIGIN = Said(7, ANN, "2026-03-01T09:00:00Z")


def commented(body: str) -> Comment:
    return Comment(7, "IC_7", "https://forge.example/7", ANN, body, mine=False, at=ORIGIN.at)


def read(body: str) -> list[Command]:
    return list(read_commands(commented(body)))


def only(body: str) -> Command:
    found = read(body)
    assert len(found) == 1
    return found[0]


def refused(body: str) -> Unknown:
    found = only(body)
    assert isinstance(found, Unknown)
    return found


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("/spec", Help(ORIGIN)),
        ("/spec  \t", Help(ORIGIN)),
        ("/spec help", Help(ORIGIN)),
        ("/SPEC Help!", Help(ORIGIN)),
        ("   /spec\thelp me", Help(ORIGIN)),
        ("/spec\N{NO-BREAK SPACE}check", Check(ORIGIN)),
        ("/spec check again, please", Check(ORIGIN)),
        ("/spec plan", PlanAsked(ORIGIN)),
        ("/spec **approve**", Approve(ORIGIN)),
        ("/spec approve!", Approve(ORIGIN)),
        ("/spec approve, thanks @bob", Approve(ORIGIN)),
        ("/spec status draft", SetStatus(ORIGIN, "draft")),
        ("/spec status In review", SetStatus(ORIGIN, "In review")),
        ("/spec status: `approved`.", SetStatus(ORIGIN, "approved")),
        ("/spec status “spec: In review”", SetStatus(ORIGIN, "In review")),
        ("/spec status `Spec:done`", SetStatus(ORIGIN, "done")),
        ("/spec status dra\u202eft", SetStatus(ORIGIN, "draft")),
        ("/spec status " + "x" * 50, SetStatus(ORIGIN, "x" * 50)),
    ],
)
def test_a_command_is_read(body: str, expected: Command) -> None:
    assert only(body) == expected


@pytest.mark.parametrize(
    ("said", "rule", "section", "reason"),
    [
        ("placeholder: a sample", "placeholder", None, "a sample"),
        ("placeholder:a sample", "placeholder", None, "a sample"),
        ("`Missing_Section` : none", "missing-section", None, "none"),
        ('missing-section "Data model": no data', "missing-section", "Data model", "no data"),
        ("missing-section Data model: no data", "missing-section", "Data model", "no data"),
        ("missing-section “Data model” : no data", "missing-section", "Data model", "no data"),
        ("missing-section „Data model“: no data", "missing-section", "Data model", "no data"),
        ("missing-section «Users' data»: none", "missing-section", "Users' data", "none"),
        ("missing-section 'Users' data': none", "missing-section", "Users' data", "none"),
        ("missing-section `Data model`: no data", "missing-section", "Data model", "no data"),
        ('missing-section "Data: model": a: b', "missing-section", "Data: model", "a: b"),
        ('missing-section "Data model: no data', "missing-section", "Data model", "no data"),
        ('missing-section "": no data', "missing-section", None, "no data"),
        ("missing-section 数据\N{FULLWIDTH COLON}没有", "missing-section", "数据", "没有"),
    ],
)
def test_a_waiver_is_read(said: str, rule: str, section: str | None, reason: str) -> None:
    assert only(f"/spec waive {said}") == Waive(ORIGIN, rule, section, reason)


def test_a_long_reason_is_cut_so_that_it_shows() -> None:
    found = only("/spec waive placeholder: " + "ä" * 1_000)
    assert isinstance(found, Waive)
    assert found.reason.endswith("ä…")
    assert len(found.reason.encode()) <= LONGEST_REASON


@pytest.mark.parametrize(
    ("body", "said", "nearest", "why"),
    [
        ("aprove", "aprove", "approve", "did you mean “/spec approve”?"),
        ("Waiver x", "Waiver", "waive", "did you mean “/spec waive”?"),
        ("fly me to the moon", "fly", None, "“/spec help” lists"),
        ("👍", "👍", None, "“/spec help” lists"),
        ("status", "status", None, "write for example “/spec status"),
        ("status ``.", "status", None, "write for example “/spec status"),
        ("status spec: ", "status", None, "write for example “/spec status"),
        ("status " + "x" * 51, "x" * 51, None, "50 letters"),
        ("waive", "waive", None, "names no rule"),
        ("waive : because", "waive", None, "names no rule"),
        ("waive missing-sction: none", "waive missing-sction", "missing-section", "did you mean"),
        ("waive wurst: none", "waive wurst", None, "no rule “wurst”: write"),
        ("waive unreadable: none", "waive unreadable", None, "cannot be waived"),
        ("waive invalid-waiver: none", "waive invalid-waiver", None, "cannot be waived"),
        ("waive missing-approval: haste", "waive missing-approval", None, "ask those to approve"),
        ("waive placeholder", "waive placeholder", None, "gives no reason: write “/spec waive"),
        ('waive placeholder "A":', "waive placeholder", None, "gives no reason"),
        ('waive placeholder "A" no storage', "waive placeholder", None, "gives no reason"),
        ("waive placeholder: …", "waive placeholder", None, "gives no reason"),
        (f"waive placeholder {'ä' * 61}: x", "waive placeholder", None, "so long a name"),
    ],
)
def test_what_is_not_understood_is_told_what_to_write(
    body: str, said: str, nearest: str | None, why: str
) -> None:
    found = refused(f"/spec {body}")
    assert (found.said, found.nearest) == (said, nearest)
    assert why in found.why


def test_every_rule_but_those_that_nobody_may_waive_can_be_waived() -> None:
    assert all(isinstance(only(f"/spec waive {rule}: x"), Waive) for rule in WAIVABLE)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "Thanks!\n\nLooks good.",
        "Say /spec approve",
        "/specs\n/spec-approve\n/spec: approve\n//spec approve\nspec approve",
        "/\N{LATIN SMALL LETTER LONG S}pec approve",
        "\t/spec approve",
        "# /spec approve",
        "a\n    /spec approve",
        # a quote, also where a line goes on with it
        "> /spec approve",
        "> Why not?\n/spec approve",
        "> > deep\n/spec approve\n/spec plan",
        # code
        "```\n/spec approve\n```",
        "~~~ text\n/spec approve",
        "````\n```\n/spec approve\n````",
        "    /spec approve",
        "Write `\n/spec approve\n` then",
        "Write ``a\n/spec approve\nb`` then",
        "/ `\n/spec approve\n/spec plan\n/spec help `",
        # HTML
        "<!--\n/spec approve\n-->",
        "<!-- one\n\n/spec approve",
        "Well, <!--\n/spec approve\n--> no",
        "<details>\n/spec approve\n</details>",
        "<pre>\n\n/spec approve\n\n</pre>",
        "<b>\n/spec approve\n</b>",
        "> a\n</b>\n/spec approve",
        "<?php\n/spec approve\n?>",
        # lists and notes
        "- /spec approve",
        "- a\n/spec approve",
        "- a\n\n  /spec approve",
        "1. a\n   /spec approve",
        "[^1]: a\n/spec approve",
        # what GitHub does not show
        "[a]: /u '\n/spec approve\n'",
        "[//]: # (\n/spec approve\n)",
        # a row of a table
        "a | b\n--|--\n/spec approve",
        # deeper than anybody nests, and longer than GitHub takes
        "> " * 101 + "a\n\n/spec approve",
        "/spec approve\n" + "x" * 65_536,
    ],
)
def test_nothing_but_plain_text_at_the_start_of_a_line_is_a_command(body: str) -> None:
    assert read(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "Thanks!\n/spec approve\nBye",
        "Thanks!\r\n\r\n/spec approve\r\n",
        "a\r/spec approve\rb",
        "> Why not?\n\n/spec approve",
        "```\ncode\n```\n/spec approve",
        "- a\n\n/spec approve",
        "<!-- a -->\n/spec approve",
        "<details>\n\n/spec approve\n\n</details>",
        "# Title\n/spec approve",
        "a\n<b>\n/spec approve",
        "/spec approve\n-- \nAnn, by mail",
        "a `b` and \\`\n/spec approve\n`",
        "costs 5` more\n/spec approve",
        "a <!-- b\n/spec approve",
        "a <!-- b --> `c`\n/spec approve\n`",
        "a <!-- b\n--> c\n/spec approve",
        "`a`\n/spec approve",
        "`a\nb`\n/spec approve",
        "[a]: /u\n/spec approve",
        "[a]: /u\n[b]: /u '\nb'\n/spec approve",
    ],
)
def test_plain_text_around_it_changes_nothing(body: str) -> None:
    assert only(body) == Approve(ORIGIN)


def test_commands_of_one_comment_are_read_in_order() -> None:
    body = "/spec plan\n/spec check\n\n`\n/spec approve\n`\n/spec help\n2. a\n/spec"
    assert read(body) == [PlanAsked(ORIGIN), Check(ORIGIN), Help(ORIGIN), Help(ORIGIN)]


def test_ten_commands_of_a_comment_are_enough() -> None:
    assert len(read("/spec plan\n" * 11)) == 10


@pytest.mark.parametrize(
    "comment",
    [
        replace(commented("/spec approve"), author=None),
        replace(commented("/spec approve"), author=Person("robot", is_bot=True)),
        replace(commented("/spec approve"), mine=True),
        replace(commented("/spec approve"), is_edited=True),
    ],
)
def test_only_a_persons_own_words_are_commands(comment: Comment) -> None:
    assert read_commands(comment) == ()


def test_the_help_tells_all_commands_and_each_line_of_it_is_one() -> None:
    assert [line.usage.split()[1] for line in HELP] == list(READERS)
    assert all(line.does and line.who for line in HELP)
