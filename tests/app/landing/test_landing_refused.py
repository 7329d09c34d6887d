"""What a token may not do, or a repository is not set to: said once, with what would change it."""

import json

import pytest

from bot.sandbox.wire.faults import ALWAYS, Fault
from tests.app.landing.farm import SPEC, WHOLE
from tests.app.landing.wired import Wired, grown
from tests.forge.conftest import Served

ALL = "contents:write issues:write pull_requests:write checks:write"
WRITES = ("POST", "PATCH", "PUT", "DELETE")
pytestmark = pytest.mark.wire


@pytest.fixture
def wired(served: Served, tmp_path_factory: pytest.TempPathFactory) -> Wired:
    return grown(served, tmp_path_factory.mktemp("runs"), {SPEC: WHOLE})


def _told(wired: Wired, note: str, *, opens: int) -> None:
    """Let it run twice: it says so in one line of log and summary, and tries it once a run."""
    first, again = wired.pushed(), wired.pushed()
    assert (first.plan.count("create-issue"), again.plan) == (opens, ())
    assert len(again.writes) == 1
    for ran in (first, again):
        assert (ran.code, ran.outputs["verdict"]) == (0, "pass")
        (line,) = [line for line in ran.lines if "refused" in line]
        assert line.strip() == note
        assert f"- {note}\n" in ran.summary
        assert "  nothing to write" not in ran.lines


NOT_BACK = "of the write-back: no numbers and no ticks get into the specs"
PULLS = f"the pull request {NOT_BACK}"
RIGHTS = {
    "issues": ("to open or change issues", "issues", "issues", 0),
    "pull_requests": (PULLS, "pull requests", "pull-requests", 7),
    "contents": (f"the branch {NOT_BACK}", "contents", "contents", 7),
}


@pytest.mark.parametrize("right", RIGHTS)
def test_a_right_that_is_lacking_is_named(wired: Wired, right: str) -> None:
    deed, name, permission, opens = RIGHTS[right]
    rights = ALL.replace(f"{right}:write", f"{right}:read")
    wired.secret = wired.served.scene.workflow("weak", rights)
    why = f"The token may not write {name} (Resource not accessible by integration)."
    grant = f"Grant it: `permissions: {{{permission}: write}}`."
    _told(wired, f"GitHub refused {deed}. {why} {grant}", opens=opens)
    assert len(wired.issues()) == opens
    wired.secret = "workflow"  # noqa: S105 - no secret
    assert wired.pushed().plan
    assert wired.pushed().writes == []


def test_a_setting_of_the_repository_is_named(wired: Wired) -> None:
    said = "GitHub Actions is not permitted to create or approve pull requests."
    wired.served.desk.faults.add(_refusal("POST", "/pulls$", 403, said))
    note = f"GitHub refused {PULLS}. {said} Allow it in the repository's settings, "
    _told(wired, f"{note}under Actions, General.", opens=7)


def test_where_issues_are_switched_off_there_are_none(wired: Wired) -> None:
    said = "Issues are disabled for this repo"
    wired.served.desk.faults.add(_refusal("", "/issues", 410, said))
    ran = wired.pushed()
    assert (ran.code, ran.writes) == (0, ["POST /issues"])
    note = "  GitHub refused to open or change issues. Issues are switched off in this repository. "
    assert ran.lines[-1] == f"{note}Switch them on in its settings."


def test_an_archived_repository_is_called_so(wired: Wired) -> None:
    for method in WRITES:
        said = "Repository was archived so is read-only."
        wired.served.desk.faults.add(_refusal(method, "/repos/", 403, said))
    note = "GitHub refused to open or change issues. The repository is archived. "
    _told(wired, f"{note}Take it out of the archive, or the workflow out of it.", opens=0)


def _refusal(method: str, path: str, status: int, said: str) -> Fault:
    body = json.dumps({"message": said})
    return Fault(method, path, times=ALWAYS, status=status, body=body)
