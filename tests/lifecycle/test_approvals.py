"""Who has to approve, and who did."""

import pytest

from bot.lifecycle.approvals import Circle, Stance, asked_of, needs_of, weigh
from bot.lifecycle.content import HEAD, Content, Part
from bot.model.policy import ApprovalPolicy, Policy, TemplatePolicy
from bot.model.role import Role
from bot.model.stage import Stage
from bot.model.standing import Approvals

_NOW = Content(
    (Part("Spec", "1"), Part("Context", "2", ("context",)), Part("Risks", "3", ("risks",)))
)
_BEFORE = Content(
    (Part("Spec", "1"), Part("Context", "9", ("context",)), Part("Risks", "3", ("risks",)))
)
_LONG_AGO = Content((Part(HEAD, "7"), Part("Plan", "8", ("plan",)), *_BEFORE.parts[:2]))

_ONE_OWNER = ApprovalPolicy(1, ("codeowners",))
_TWO = ApprovalPolicy(2, ("bob",))


def _stance(said: str, content: Content | None = _NOW, at: str = "1") -> Stance:
    """Read ``login``, ``-login`` for a request for changes, ``login!`` for one who may write."""
    login = said.strip("-!")
    bot = login.endswith("[bot]")
    return Stance(login, bot, not said.startswith("-"), at, said.endswith("!"), content)


@pytest.mark.parametrize(
    ("general", "own", "owners", "expected"),
    [
        ({}, {}, (), {}),
        ({}, {}, ("@a",), {Stage.APPROVED: _ONE_OWNER}),
        ({Stage.APPROVED: _TWO}, {}, ("@a",), {Stage.APPROVED: _TWO}),
        ({Stage.APPROVED: _TWO}, {Stage.APPROVED: _ONE_OWNER}, (), {Stage.APPROVED: _ONE_OWNER}),
        ({Stage.APPROVED: ApprovalPolicy(0)}, {}, ("@a",), {}),
        ({Stage.APPROVED: _TWO}, {Stage.APPROVED: ApprovalPolicy(0)}, ("@a",), {}),
        (
            {Stage.REVIEWING: _TWO, Stage.CLOSED: _TWO},
            {Stage.DONE: _TWO},
            ("@a",),
            {Stage.REVIEWING: _TWO, Stage.APPROVED: _ONE_OWNER, Stage.DONE: _TWO},
        ),
    ],
)
def test_what_entering_stages_needs(
    general: dict[Stage, ApprovalPolicy],
    own: dict[Stage, ApprovalPolicy],
    owners: tuple[str, ...],
    expected: dict[Stage, ApprovalPolicy],
) -> None:
    templates = (TemplatePolicy("other", approvals={Stage.DONE: ApprovalPolicy(9)}),)
    policy = Policy((*templates, TemplatePolicy("spec", approvals=own)), approvals=general)
    entered = (Stage.DRAFTING, Stage.REVIEWING, Stage.APPROVED, Stage.BUILDING, Stage.DONE)
    assert needs_of(policy, "spec", owners, entered) == tuple(expected.items())


def test_a_template_without_an_entry_has_what_is_said_for_all() -> None:
    policy = Policy(approvals={Stage.DONE: _TWO})
    entered = (Stage.DONE, Stage.DONE, Stage.APPROVED)
    assert needs_of(policy, "spec", (), entered) == ((Stage.DONE, _TWO),)


@pytest.mark.parametrize(
    ("approvers", "owners", "expected"),
    [
        ((), (), ((), False)),
        (("bob", "codeowners"), (), ((), False)),
        (("@Acme/x", "codeowners"), ("@acme/X", "@b/y", "c", "d@e"), (("acme/x", "b/y"), False)),
        (("role:maintain",), ("@acme/x",), ((), True)),
        (("role:write",), (), ((), False)),
        (("role:triage", "role:write"), (), ((), True)),
    ],
)
def test_what_has_to_be_looked_up(
    approvers: tuple[str, ...], owners: tuple[str, ...], expected: tuple[tuple[str, ...], bool]
) -> None:
    assert asked_of([(Stage.APPROVED, ApprovalPolicy(1, approvers))], owners) == expected


_CIRCLE = Circle(
    owners=("@Ann", "@Acme/owners", "dora@example.com", "@acme/lost"),
    members={"acme/owners": frozenset({"olga", "ann"}), "acme/architects": frozenset({"arno"})},
    roles={"mia": Role.MAINTAIN, "adam": Role.ADMIN, "tim": Role.TRIAGE},
)


def _weighed(need: str, *stances: Stance, author: str | None = "Author") -> Approvals:
    policy = ApprovalPolicy(1, tuple(need.split()))
    return weigh(Stage.APPROVED, policy, stances, _NOW, author, _CIRCLE)


@pytest.mark.parametrize(
    ("need", "said", "why"),
    [
        ("bob", "Bob", ""),
        ("bob", "eve!", "is not among the approvers"),
        ("bob author", "author!", "is the author"),
        ("bob", "lint[bot]!", "is a bot"),
        ("lint[bot]", "lint[bot]", ""),
        ("codeowners", "ann", ""),
        ("codeowners", "olga", ""),
        (
            "codeowners",
            "arno",
            "may belong to @acme/lost, which this token may not look up",
        ),
        (
            "acme/a acme/b",
            "arno",
            "may belong to @acme/a or @acme/b, which this token may not look up",
        ),
        ("dora@example.com", "arno", "is not among the approvers"),
        ("@ACME/architects", "Arno", ""),
        ("role:maintain", "mia", ""),
        ("role:maintain", "Adam", ""),
        ("role:maintain", "eve!", "is not among the approvers"),
        ("role:write", "eve!", ""),
        ("role:write", "tim", "is not among the approvers"),
        ("role:maintain role:triage", "tim", ""),
        ("", "eve!", ""),
        ("", "adam", ""),
        ("", "eve", "has no write access"),
        ("", "lint[bot]!", "is a bot"),
        ("", "author!", "is the author"),
    ],
)
def test_who_counts(need: str, said: str, why: str) -> None:
    approvals = _weighed(need, _stance(said))
    assert [voice.why for voice in approvals.voices] == [why]
    assert approvals.is_met is (not why)


def test_a_deleted_author_is_nobody() -> None:
    assert _weighed("", _stance("author!"), author=None).is_met


@pytest.mark.parametrize(
    ("content", "why", "changed"),
    [
        (None, "approved a commit that is gone", ()),
        (_BEFORE, "approved an earlier text: “Context” was changed since", ("Context",)),
        (
            _LONG_AGO,
            f"approved an earlier text: “Context”, “Risks”, “{HEAD}” and 1 more were changed since",
            ("Context", "Risks", HEAD, "Plan"),
        ),
        (Content(_NOW.parts[::-1]), "", ()),
    ],
)
def test_an_approval_is_for_a_text(
    content: Content | None, why: str, changed: tuple[str, ...]
) -> None:
    (voice,) = _weighed("bob", _stance("bob", content)).voices
    assert (voice.why, voice.changed) == (why, changed)
    assert voice.counts is (not why)


@pytest.mark.parametrize(
    ("said", "vetoes"),
    [
        ("-bob", ("bob",)),
        ("-eve!", ("eve",)),
        ("-eve", ()),
        ("-author!", ()),
        ("-lint[bot]!", ()),
        ("-gate[bot]", ("gate[bot]",)),
    ],
)
def test_who_may_object(said: str, vetoes: tuple[str, ...]) -> None:
    approvals = _weighed("bob carol gate[bot]", _stance("carol"), _stance(said, None))
    assert approvals.vetoes == vetoes
    assert approvals.is_met is (not vetoes)


def test_a_name_counts_in_any_case() -> None:
    need = ApprovalPolicy(2, ("bob", "carol"))
    approvals = weigh(Stage.DONE, need, [_stance("BOB")], _NOW, None, _CIRCLE)
    assert [voice.login for voice in approvals.voices if voice.counts] == ["BOB"]
    assert (approvals.stage, approvals.minimum, approvals.missing) == (Stage.DONE, 2, 1)


def test_those_whom_nobody_knows_are_told() -> None:
    approvals = _weighed("bob @bob @acme/architects @acme/none codeowners role:admin @ann")
    owners = ("@Ann", "@Acme/owners", "dora@example.com", "@acme/lost")
    assert approvals.wanted == ("bob", "@acme/architects", "@acme/none", *owners, "role:admin")
    assert approvals.unknown == ("@acme/none", "dora@example.com", "@acme/lost")


def test_code_owners_that_a_path_has_not_are_unknown() -> None:
    need = ApprovalPolicy(1, ("codeowners",))
    approvals = weigh(Stage.APPROVED, need, [_stance("bob!")], _NOW, None, Circle())
    assert (approvals.wanted, approvals.unknown) == (("codeowners",), ("codeowners",))
    assert approvals.missing == 1


@pytest.mark.parametrize(
    ("need", "minimum", "said", "left", "beyond"),
    [
        ("bob carol", 2, "bob", "carol", 0),
        ("bob @Author", 2, "bob", "", 1),
        ("author", 1, "", "", 1),
        ("bob @author", 2, "", "bob", 1),
        ("bob @acme/architects", 3, "BOB", "@acme/architects", 1),
        ("@acme/architects", 2, "arno", "", 1),
        ("bob @acme/none", 3, "bob", "@acme/none", 0),
        ("bob role:admin", 3, "bob", "role:admin", 0),
        ("dora@example.com", 1, "", "", 1),
        ("", 2, "eve!", "", 0),
        ("bob carol", 1, "bob", "carol", 0),
    ],
)
def test_who_is_left_to_approve(need: str, minimum: int, said: str, left: str, beyond: int) -> None:
    policy = ApprovalPolicy(minimum, tuple(need.split()))
    stances = [_stance(said)] if said else []
    approvals = weigh(Stage.APPROVED, policy, stances, _NOW, "Author", _CIRCLE)
    assert (" ".join(approvals.left), approvals.beyond) == (left, beyond)
    assert approvals.can_come == approvals.missing - beyond


def test_a_team_that_nobody_has_asked_about_may_have_people_left() -> None:
    circle = Circle(members={"acme/x": frozenset()})
    need = ApprovalPolicy(1, ("@acme/x",))
    approvals = weigh(Stage.APPROVED, need, [], _NOW, "ann", circle)
    assert (approvals.left, approvals.beyond) == (("@acme/x",), 0)
