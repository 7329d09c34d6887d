"""What bears our names and is not ours, and what of ours GitHub shows only to who asks for it."""

from dataclasses import replace

import pytest
import requests

from bot.errors import ForgeError
from bot.forge.door import FileName
from bot.forge.gateway import Gateway
from bot.forge.queries import PAGE
from bot.model.pull import Check, Label
from bot.plan.desired import CheckWish, LabelWish
from bot.sandbox.wire.faults import Fault
from tests.forge.conftest import WORKFLOW, Served
from tests.forge.stories import DRAFT, Told

GONE = "f" * 40
OURS = {"Authorization": f"Bearer {WORKFLOW}"}


def _job(served: Served, head: str) -> None:
    """Let a job of a workflow run that is named like our check; the app is the same."""
    said = {"name": "spec-steward", "head_sha": head, "external_id": "0b9d6e6e-a2b4-uuid"}
    url = f"{served.home}/check-runs"
    answer = requests.post(url, json=said, headers=OURS, timeout=30)
    assert answer.status_code == 201


@pytest.mark.parametrize("is_plain", [False, True], ids=["graphql", "rest"])
def test_a_job_of_our_name_is_not_our_check(served: Served, is_plain: bool) -> None:
    if is_plain:
        served.desk.faults.add(Fault(path="/graphql", times=1_000, status=403, body="{}"))
    told = Told.at(served.gateway(), 1)
    wish = CheckWish("spec-steward", told.head, "success", "All well", "Nothing to mend.")
    desired = told.on_pull(check=wish)
    for first in (["write-check"], [], []):
        _job(served, told.head)
        assert [action.kind for action in told.run(desired).done] == first


def test_a_label_among_hundreds_that_look_like_it_is_found(served: Served) -> None:
    for at in range(PAGE + 20):
        served.scene.define_label(f"special {at:03}")
    served.scene.define_label(DRAFT.name)
    gateway = served.gateway()
    served.desk.journal.clear()
    state = gateway.pull(1)
    assert DRAFT.name in {label.name for label in state.known_labels}
    assert len(served.desk.journal.entries) == 2
    told = Told.at(gateway, 1)
    outcome = told.run(told.on_pull(label=LabelWish("spec: ", DRAFT)))
    assert [action.kind for action in outcome.done] == ["add-label"]


def _plain(served: Served) -> Gateway:
    served.desk.faults.add(Fault(path="/graphql", times=1_000, status=403, body="{}"))
    return served.gateway()


@pytest.mark.parametrize("is_plain", [False, True], ids=["graphql", "rest"])
def test_a_commit_that_is_gone_has_no_files(served: Served, is_plain: bool) -> None:
    gateway = served.gateway()
    head = gateway.pull(1).pull.head
    if is_plain:
        gateway = _plain(served)
    there, gone = (FileName(commit, "docs/specs/001-new.md") for commit in (head, GONE))
    assert set(gateway.read([there, gone], 1_000)) == {there}


def test_a_tree_that_is_refused_is_no_commit_that_is_gone(served: Served) -> None:
    gateway = _plain(served)
    served.desk.faults.add(Fault(path="/git/trees/", status=403, body="{}"))
    with pytest.raises(ForgeError, match="may not read"):
        gateway.read([FileName(GONE, "a")], 1_000)


def test_what_the_model_calls_ours_is_what_the_wire_calls_so(served: Served) -> None:
    gateway = served.gateway()
    head = gateway.pull(1).pull.head
    _job(served, head)
    (job,) = gateway.pull(1).checks
    assert replace(job, id=0) == Check(
        0, "spec-steward", None, "0b9d6e6e-a2b4-uuid", "github-actions"
    )
    assert Label("spec: draft") not in gateway.pull(1).known_labels
