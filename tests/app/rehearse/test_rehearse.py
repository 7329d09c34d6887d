"""steward rehearse: what it shows of a branch, what it leaves, and what it never touches."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.app.conftest import COMPLETE, TEMPLATE, Repository

pytestmark = pytest.mark.wire  # each plays a whole run over a socket; test_example.py does once

SPEC = "docs/specs/002-parcel-labels.md"
FINE = COMPLETE.replace("001 - Parcel search", "002 - Parcel labels")
BARE = FINE.partition("## Acceptance")[0]


@pytest.fixture
def branch(repository: Repository) -> Repository:
    """Stand on a branch without a commit of its own."""
    repository.git("checkout", "-q", "-b", "labels")
    return repository


def _add(repository: Repository, text: str = FINE, path: str = SPEC) -> None:
    repository.write(path, text)
    repository.commit("Specify labels")


def _json(repository: Repository, *words: str) -> tuple[int, Any]:
    code, out, err = repository.steward("rehearse", "--format", "json", *words)
    assert err == ""
    return code, json.loads(out)


def _bytes(folder: Path) -> dict[str, bytes]:
    """Give every file there is, git's own included."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_branch_with_a_gap_fails(branch: Repository) -> None:
    _add(branch, BARE)
    code, out, err = branch.steward("rehearse")
    assert (code, err) == (1, "")
    lines = out.splitlines()
    assert lines[:2] == [
        "Specify labels #1",
        "main ← labels, 1 commit, as if writing-team had opened a pull request",
    ]
    assert "Label    spec: draft" in lines
    assert any(line.startswith("Check    ✗ failure: ") for line in lines)
    assert any(line.startswith("  │ ") and "missing" in line for line in lines)
    assert "<!--" not in out
    assert "127.0.0.1" not in out
    page = branch.folder.resolve() / ".spec-steward" / "rehearsal.html"
    assert lines[-1] == f"Open {page.as_uri()} (it has the folded parts ▸ in full)"
    assert "Specify labels" in page.read_text("utf-8")


def test_a_branch_in_order_passes(branch: Repository) -> None:
    _add(branch)
    code, out, _ = branch.steward("rehearse", "--quiet")
    assert code == 0
    assert re.fullmatch("pass: .*nothing to mend\n", out)


def test_everything_is_in_the_json(branch: Repository) -> None:
    _add(branch, BARE)
    code, found = _json(branch)
    assert (code, found["version"], found["verdict"]) == (1, 1, "fail")
    assert (found["base"]["name"], found["head"]["name"], found["commits"]) == (
        "main",
        "labels",
        1,
    )
    assert found["pull"] == {"number": 1, "title": "Specify labels", "author": "writing-team"}
    assert found["comment"].startswith("<!-- spec-steward:comment v1 ")
    assert found["label"] == "spec: draft"
    assert found["check"]["conclusion"] == "failure"
    assert {note["path"] for note in found["check"]["annotations"]} == {SPEC}
    kinds = [action["kind"] for action in found["plan"]["actions"]]
    assert kinds == ["create-label", "add-label", "create-comment", "write-check"]
    assert [spec["path"] for spec in found["report"]["specs"]] == [SPEC]
    assert found["requests"] > len(kinds)
    assert Path(found["page"]).is_file()
    assert (found["merged"], found["address"]) == (None, None)


def test_the_page_needs_nothing_from_elsewhere(branch: Repository) -> None:
    _add(branch, BARE)
    branch.steward("rehearse", "--html", "page.html")
    html = (branch.folder / "page.html").read_text("utf-8")
    assert not re.search(r'(?:src|href)="(?!#)', html)
    anchors = re.findall(r'href="#([^"]+)"', html)
    assert set(anchors) <= set(re.findall(r' id="([^"]+)"', html))
    assert any(re.fullmatch(r"diff-[0-9a-f]{12}R\d+", anchor) for anchor in anchors)
    assert not (branch.folder / ".spec-steward").exists()


def test_a_branch_without_a_commit_has_no_pull_request(branch: Repository) -> None:
    branch.write(SPEC, BARE)
    code, out, _ = branch.steward("rehearse")
    assert code == 0
    assert "labels has no commit that main lacks" in out
    assert f"Not committed, so not part of this: {SPEC}" in out
    assert "steward rehearse --example" in out
    assert "Open" not in out
    assert branch.steward("rehearse", "--quiet")[:2] == (0, "skipped\n")
    _, found = _json(branch)
    assert (found["verdict"], found["pull"], found["comment"]) == ("skipped", None, None)
    assert found["uncommitted"] == [SPEC]


@pytest.mark.parametrize("is_named", [False, True])
def test_rules_that_are_not_committed_are_named(branch: Repository, *, is_named: bool) -> None:
    rules = "rules.yml" if is_named else ".github/spec-steward.yml"
    for path in (rules, ".github/spec-steward/comment.md.j2"):
        branch.write(path, "version: 1\n")
    branch.commit("Configure")
    branch.git("branch", "-f", "main")
    for path in (rules, ".github/spec-steward/comment.md.j2", "notes.yml"):
        branch.write(path, "version: 2\n")
    named = ("--config", rules) if is_named else ()
    assert _json(branch, *named)[1]["uncommitted"] == sorted(
        [".github/spec-steward/comment.md.j2", rules]
    )


def test_on_the_default_branch_it_says_what_to_do(repository: Repository) -> None:
    code, out, _ = repository.steward("rehearse")
    assert code == 0
    assert out.startswith(
        "You stand on main, which is what it would be merged into; "
        "make a branch, or name one: --head BRANCH\n"
    )
    _, out, _ = repository.steward("rehearse", "--head", "main")
    assert out.startswith("main is what it would be merged into; name another branch: --head")


def test_a_branch_that_changes_no_spec_says_so(branch: Repository) -> None:
    branch.write("src/app.py", "print()\n")
    branch.commit("Begin")
    code, out, _ = branch.steward("rehearse")
    assert code == 0
    assert "It changes no spec, so nothing would be posted." in out
    assert "steward rehearse --example" in out


def test_merging_goes_on_past_the_merge(branch: Repository) -> None:
    _add(branch, BARE)
    code, found = _json(branch, "--merge")
    assert code == 1
    assert found["comment"] != found["merged"]["comment"]
    code, out, _ = branch.steward("rehearse", "--merge")
    _, _, after = out.partition("\nOnce it is merged\n")
    assert "Merged" in after
    assert "Issues" not in after
    assert " merged 1 commit " in re.sub(
        "<[^>]+>", "", (branch.folder / ".spec-steward/rehearsal.html").read_text("utf-8")
    )


def test_what_conflicts_cannot_be_merged(branch: Repository) -> None:
    _add(branch, BARE)
    branch.git("checkout", "-q", "main")
    _add(branch, FINE)
    branch.git("checkout", "-q", "labels")
    code, out, err = branch.steward("rehearse", "--merge")
    assert (code, out) == (2, "")
    assert err.endswith("labels cannot be merged: it conflicts with main; rebase it on main\n")


def test_nothing_of_the_repository_is_touched_and_no_hook_runs(
    branch: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _add(branch, BARE)
    trap = tmp_path / "sprung"
    for hook in ("post-checkout", "reference-transaction", "post-index-change", "pre-receive"):
        place = branch.write(f".git/hooks/{hook}", f"#!/bin/sh\ntouch '{trap}'\n")
        place.chmod(0o755)
    branch.write("docs/specs/001-parcel-search.md", BARE)
    before = _bytes(branch.folder)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    code, out, _ = branch.steward("rehearse", "--repo", os.fspath(branch.folder), "--merge")
    assert code == 1
    assert "Not committed, so not part of this: docs/specs/001-parcel-search.md" in out
    assert _bytes(branch.folder) == before
    assert not trap.exists()
    assert sorted(_bytes(elsewhere)) == [".spec-steward/.gitignore", ".spec-steward/rehearsal.html"]


def test_the_page_is_nothing_to_commit(branch: Repository) -> None:
    _add(branch)
    branch.steward("rehearse")
    said = subprocess.run(
        ["git", "status", "--porcelain"], cwd=branch.folder, check=True, capture_output=True
    )
    assert said.stdout == b""


@pytest.mark.wire
def test_a_team_without_a_template_is_judged_by_ours(branch: Repository) -> None:
    branch.git("rm", "-q", "docs/specs/TEMPLATE.md")
    branch.commit("No template")
    branch.git("branch", "-f", "main")
    template = "docs/tech-specs/007-search.md"
    _add(branch, "# Tech Spec: 007 - Search\n\n- **Status:** Draft\n\n## Context\n\nx\n", template)
    code, found = _json(branch)
    assert code in {0, 1}
    assert found["pull"]["title"] == "Specify labels"


@pytest.mark.wire
def test_a_branch_may_bring_the_first_template(branch: Repository) -> None:
    branch.git("rm", "-q", "-r", "docs")
    branch.commit("Begin anew")
    branch.git("branch", "-f", "main")
    branch.write("docs/specs/TEMPLATE.md", TEMPLATE)
    _add(branch)
    code, found = _json(branch)
    assert code == 0
    assert found["verdict"] in {"pass", "skipped"}


def test_a_detached_head_and_another_head_than_this(branch: Repository) -> None:
    _add(branch)
    branch.git("checkout", "-q", "--detach")
    _, found = _json(branch)
    assert found["head"]["name"] == f"commit-{found['head']['commit'][:7]}"
    branch.git("checkout", "-q", "main")
    branch.write("docs/specs/003.md", BARE)
    _, found = _json(branch, "--head", "labels", "--base", "main")
    assert (found["head"]["name"], found["uncommitted"]) == ("labels", [])
    _, found = _json(branch, "--head", "labels", "--base", "labels~1")
    assert found["base"]["name"].startswith("commit-")


def test_what_others_wrote_is_only_shown(branch: Repository) -> None:
    name = "x/<img-onerror=1>;$(touch${IFS}x)&#42@ann'\""
    branch.git("checkout", "-q", "-b", name)
    path = "docs/specs/002 größe & `x` <b>.md"
    branch.write(path, BARE.replace("Parcel labels", "\x1b[31m<script>alert(1)</script> @ann"))
    branch.commit("\x1b]0;title\x07 ::error::<script>alert(2)</script> @ann #1\n\nBody")
    code, out, err = branch.steward("rehearse", "--html", "page.html")
    assert (code, err) == (1, "")
    assert "\x1b" not in out
    assert "\x07" not in out
    assert "::error::" not in out
    assert f"main ← {name}," in out
    html = (branch.folder / "page.html").read_text("utf-8")
    assert "<script>alert" not in html
    assert "<img-onerror" not in html
    code, found = _json(branch)
    assert [spec["path"] for spec in found["report"]["specs"]] == [path]


def test_a_path_that_is_no_text_is_shown_as_github_does(branch: Repository) -> None:
    file = os.fsencode(branch.folder) + b"/docs/specs/002-gr\xf6sse.md"
    Path(os.fsdecode(file)).write_text(BARE)
    branch.commit("Specify labels")
    code, out, err = branch.steward("rehearse", "--format", "json")
    assert (code, err) in {(0, ""), (1, "")}
    assert "\\udc" not in out


def test_several_commits_are_named_after_their_branch(branch: Repository) -> None:
    _add(branch)
    branch.git("checkout", "-q", "-b", "more_of-this")
    branch.commit("Second")
    assert _json(branch)[1]["pull"]["title"] == "More of this"
    branch.git("checkout", "-q", "-b", "silent", "main")
    branch.write(SPEC, FINE)
    branch.git("add", "-A")
    branch.git("commit", "-q", "--allow-empty-message", "-m", "")
    assert _json(branch)[1]["pull"]["title"] == "Silent"


@pytest.mark.wire
def test_a_shallow_clone_will_do_where_it_reaches_the_base(
    branch: Repository, tmp_path: Path
) -> None:
    branch.commit("first of two")
    branch.git("branch", "-f", "main")
    _add(branch, BARE)
    clone = tmp_path / "clone"
    words = ("clone", "-q", "--depth=2", "--no-single-branch", branch.folder.as_uri())
    subprocess.run(["git", *words, os.fspath(clone)], check=True)
    code, found = _json(branch, "--repo", os.fspath(clone), "--base", "origin/main")
    assert (code, found["commits"], found["base"]["name"]) == (1, 1, "main")


@pytest.mark.wire
def test_a_partial_clone_that_lacks_texts_says_so(branch: Repository, tmp_path: Path) -> None:
    _add(branch, BARE)
    branch.git("config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "clone"
    words = ("clone", "-q", "--filter=blob:none", "--no-checkout", branch.folder.as_uri())
    subprocess.run(["git", *words, os.fspath(clone)], check=True)
    words = ("rehearse", "--repo", os.fspath(clone), "--base", "origin/main")
    code, out, err = branch.steward(*words)
    assert (code, out) == (2, "")
    assert "this clone is partial" in err
    subprocess.run(["git", "checkout", "-q", "labels"], cwd=clone, check=True)
    assert branch.steward(*words)[0] == 1


@pytest.mark.wire
def test_a_linked_work_tree_is_one_too(branch: Repository, tmp_path: Path) -> None:
    _add(branch)
    branch.git("checkout", "-q", "main")
    other = tmp_path / 'a "b"\\c'
    branch.git("worktree", "add", "-q", os.fspath(other), "labels")
    _, found = _json(branch, "--repo", os.fspath(other))
    assert (found["head"]["name"], found["verdict"]) == ("labels", "pass")


def test_a_proxy_hears_nothing_of_it(branch: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    _add(branch)
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "elsewhere.example")
    monkeypatch.delenv("NO_PROXY", raising=False)
    assert branch.steward("rehearse")[0] == 0
    assert (os.environ.get("no_proxy"), os.environ.get("NO_PROXY")) == ("elsewhere.example", None)


def test_the_configuration_is_that_of_the_base(branch: Repository) -> None:
    _add(branch, BARE)
    lenient = "rules:\n  missing-section: off\n"
    branch.write("conf/steward.yml", lenient)
    branch.commit("Be lenient")
    for words in (("conf/steward.yml",), ("../steward.yml",)):
        code, out, err = branch.steward("rehearse", "--config", *words)
        assert (code, out) == (2, "")
        assert f"{words[0]}: main has no such file" in err
    branch.git("checkout", "-q", "main")
    branch.write("conf/steward.yml", lenient)
    branch.commit("Be lenient")
    branch.git("checkout", "-q", "labels")
    assert _json(branch, "--config", "conf/steward.yml")[0] == 0


def test_a_configuration_that_makes_no_sense_is_told_as_in_the_action(branch: Repository) -> None:
    branch.write(".github/spec-steward.yml", "rulez: {}\n")
    branch.commit("Configure")
    branch.git("branch", "-f", "main")
    _add(branch)
    code, out, err = branch.steward("rehearse")
    assert (code, out) == (2, "")
    assert err.startswith("steward: .github/spec-steward.yml:1 on “main”: ")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("--repo", "nowhere"), "nowhere: there is no such folder; check --repo"),
        (("--repo", "../bare"), "no work tree"),
        (("--repo", "../plain"), "there is no git repository with a work tree here"),
        (("--base", "nowhere"), "--base: git does not know the ref “nowhere” here; name one of"),
        (("--head", "lables"), "--head: git does not know the ref “lables” here; did you mean “l"),
        (("--head", "x\x1b[m"), "--head: “x\\x1b[m” is no git ref; "),
        (("--html", "docs"), "docs: the page cannot be written: Is a directory"),
        (("--html", "no/such/place.html"), "name another place: --html FILE"),
        (("--format", "yaml"), "invalid choice"),
        (("--base", ""), "it is empty"),
        (("here",), "unrecognized arguments: here"),
    ],
)
def test_a_wrong_call_is_told_in_one_line(
    branch: Repository, words: tuple[str, ...], complaint: str
) -> None:
    _add(branch)
    branch.git("clone", "-q", "--bare", ".", "../bare")
    (branch.folder.parent / "plain").mkdir()
    code, out, err = branch.steward("rehearse", *words)
    assert (code, out) == (2, "")
    assert complaint in err
    assert err.count("\n") == 1


def test_without_the_extra_it_says_how_to_come_by_it(
    branch: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    _add(branch)
    monkeypatch.setitem(sys.modules, "bot.app.rehearse.stage", None)
    code, _, err = branch.steward("rehearse")
    assert code == 2
    assert "install Spec Steward with its extra `sandbox`" in err
