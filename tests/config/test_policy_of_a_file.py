"""What a configuration without a fault comes to."""

import subprocess
import sys
from dataclasses import replace

import pytest
import yaml

from bot.config import tree
from bot.config.load import load_policy
from bot.model.finding import Severity
from bot.model.policy import ApprovalPolicy, IssuePolicy, Policy, TemplatePolicy
from bot.model.schema import Tier
from bot.model.stage import Stage
from tests.config.example import EXAMPLE

EXPECTED = Policy(
    templates=(
        TemplatePolicy(
            template="docs/tech-spec/TEMPLATE.md",
            paths=("docs/tech-spec/*.md",),
            tiers=(
                ("Context", Tier.REQUIRED),
                ("Diagrams", Tier.EXPECTED),
                ("Appendix", Tier.OPTIONAL),
            ),
        ),
    ),
    severities={
        ("placeholder", None): Severity.WARNING,
        ("missing-section", Stage.DRAFTING): Severity.WARNING,
    },
    stages={"Accepted": Stage.APPROVED},
    transitions={"Draft": ("Accepted",), "Accepted": ("Implementing", "Deprecated")},
    approvals={
        Stage.APPROVED: ApprovalPolicy(
            2, ("bob", "@acme/architects", "codeowners", "role:maintain")
        ),
    },
    issues=IssuePolicy(enabled=True, when=Stage.APPROVED, labels=("work",), max_new=200),
)


def load(text: str) -> Policy:
    return load_policy(text, "spec-steward.yml")


def test_the_example_of_the_contract() -> None:
    assert replace(load(EXAMPLE), digest="") == EXPECTED


def test_the_loader_without_libyaml_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "_LOADER", yaml.SafeLoader)
    assert replace(load(EXAMPLE), digest="") == EXPECTED


@pytest.mark.parametrize(
    "text",
    ["", "\n", "# nothing yet\n", "---\n", "~", "null", "{}", "version: 1", "\ufeffversion: 1\n"],
)
def test_a_file_that_says_nothing_leaves_the_defaults(text: str) -> None:
    assert load(text) == Policy()


@pytest.mark.parametrize("typed", ["off", "'off'", '"off"'])
def test_off_is_a_severity_and_no_boolean(typed: str) -> None:
    assert load(f"rules: {{placeholder: {typed}}}").severities == {
        ("placeholder", None): Severity.OFF
    }


@pytest.mark.parametrize("word", ["on", "off", "yes", "no", "true", "1.10", "2024", "2024-01-02"])
def test_a_word_stays_as_it_is_typed_where_text_is_wanted(word: str) -> None:
    policy = load(f"issues: {{labels: [{word}]}}\nstatus: {{stages: {{{word}: done}}}}")
    assert policy.issues.labels == (word,)
    assert policy.stages == {word: Stage.DONE}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("yes", True), ("on", True), ("true", True), ("no", False), ("off", False), ("False", False)],
)
def test_a_switch_takes_the_words_that_yaml_files_use(typed: str, meant: bool) -> None:
    assert load(f"issues: {{enabled: {typed}}}").issues.enabled is meant


@pytest.mark.parametrize(
    ("typed", "size"),
    [
        ("500000", 500_000),
        ("2 MB", 2_000_000),
        ("1.5MB", 1_500_000),
        ("64 kb", 64_000),
        ("9 B", 9),
    ],
)
def test_a_size_in_bytes_or_with_a_unit(typed: str, size: int) -> None:
    assert load(f"limits: {{size: {typed}}}").size_cap == size


def test_numbers_are_decimal() -> None:
    assert load("issues: {max-new: 010}").issues.max_new == 10


def test_approvers_in_the_spellings_that_people_use() -> None:
    text = 'approvals: {done: {from: ["@bob", CODEOWNERS, "dependabot[bot]", "@acme/x"]}}'
    approvers = ("bob", "codeowners", "dependabot[bot]", "@acme/x")
    assert load(text).approvals == {Stage.DONE: ApprovalPolicy(1, approvers)}


def test_approvals_of_a_template_alone() -> None:
    text = """
        approvals: {approved: {minimum: 2}, done: {from: [bob]}}
        templates:
        - template: docs/adr/TEMPLATE.md
          approvals: {approved: {from: ["@acme/x", CODEOWNERS]}}
        - template: tech-spec
        """
    policy = load(text)
    own, none = policy.templates
    assert own.approvals == {Stage.APPROVED: ApprovalPolicy(1, ("@acme/x", "codeowners"))}
    assert none.approvals == {}
    assert policy.approvals == {
        Stage.APPROVED: ApprovalPolicy(2),
        Stage.DONE: ApprovalPolicy(1, ("bob",)),
    }
    assert own.place("c.yml", "approvals", "approved", "from", 0) == (
        "c.yml:5: templates, entry 1, approvals.approved.from, entry 1"
    )
    assert len({own, none}) == 2  # a policy can be looked up by its entries


def test_paths_begin_at_the_root_however_that_is_written() -> None:
    text = "templates: [{template: ./a.md, paths: [/b/*.md], exclude: [.github/c.md, ../d.md]}]"
    assert load(text).templates == (
        TemplatePolicy("a.md", ("b/*.md",), (".github/c.md", "../d.md")),
    )


def test_a_commit_is_made_only_where_it_is_asked_for() -> None:
    assert load("status: {commit: yes}").commits is True
    for text in ("", "status: {}", "status: {commit: false}"):
        assert (load(text).commits, load(text).digest) == (False, "")


def test_what_new_issues_get() -> None:
    text = """
        issues:
          assignees: ["@bob", "renovate[bot]"]
          milestone: phase
          type: User story
          title: " {id} {phase}: {text} "
          dry-run: yes
        """
    assert load(text).issues == IssuePolicy(
        assignees=("bob", "renovate[bot]"),
        milestone="phase",
        type="User story",
        title="{id} {phase}: {text}",
        dry_run=True,
    )
    assert load("issues: {title: '{id}: {text}', milestone: none}") == Policy()


def test_no_transitions_are_not_an_empty_list_of_them() -> None:
    assert load("status: {transitions: }").transitions is None
    assert load("status: {transitions: {}}").transitions == {}


def test_aliases_and_merge_keys() -> None:
    policy = load(
        """
        approvals:
          approved: &strict {minimum: 3, from: &who [bob, ann, cid, "@acme/x"]}
          building: {from: *who}
          done: {<<: *strict, minimum: 1}
          closed: {<<: [{minimum: 4}, *strict]}
        """
    )
    who = ("bob", "ann", "cid", "@acme/x")
    assert policy.approvals == {
        Stage.APPROVED: ApprovalPolicy(3, who),
        Stage.BUILDING: ApprovalPolicy(1, who),
        Stage.DONE: ApprovalPolicy(1, who),
        Stage.CLOSED: ApprovalPolicy(4, who),
    }


def test_the_digest_is_of_what_is_said_and_not_of_how() -> None:
    said = load("limits: {size: 2 MB}\nrules: {placeholder: off, open-gate: note}").digest
    same = load('rules:\n  open-gate: "note"\n  placeholder: off\nlimits: {size: 2000000}\n').digest
    assert said == same
    assert len(said) == 64
    assert said != load("limits: {size: 2 MB}").digest
    assert not load("issues: {max-new: 200}").digest


def test_the_package_itself_costs_nothing() -> None:
    script = "import sys, bot.config; print({'pydantic', 'yaml'} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize(
    "said",
    [
        "minimum: 2, from: [bob, ann]",
        "minimum: 9, from: [bob, '@acme/x']",
        "minimum: 9, from: [codeowners]",
        "minimum: 9, from: [CODEOWNERS, bob]",
        "minimum: 9, from: [bob, 'role:write']",
        "minimum: 9, from: []",
        "minimum: 9",
        "minimum: 0, from: [bob]",
    ],
)
def test_approvals_that_may_come_are_believed(said: str) -> None:
    assert load(f"approvals: {{done: {{{said}}}}}").approvals


def test_complaints_can_name_where_a_template_is_configured() -> None:
    text = "templates:\n- template: a\n- paths:\n  - b\n  template: /c.md\n"
    _, entry = load_policy(text, "c.yml").templates
    assert (entry.template, entry.written) == ("c.md", "/c.md")
    assert entry.place("c.yml", "paths", 0) == "c.yml:4: templates, entry 2, paths, entry 1"
    assert entry.place("c.yml", "template") == "c.yml:5: templates, entry 2, template"
    assert TemplatePolicy("a").place("c.yml", "template") == "c.yml"
    assert entry == TemplatePolicy("c.md", ("b",))
    assert repr(entry) == repr(TemplatePolicy("c.md", ("b",)))
