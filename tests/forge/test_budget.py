"""How many requests it takes to see a pull request, and what is asked instead of guessed."""

from dataclasses import replace

import pytest
import requests

from bot.forge.door import FileName
from bot.forge.gateway import Gateway
from bot.forge.queries import PAGE
from bot.model.change import ChangeKind
from bot.model.entry import FileKind
from bot.model.pull import PullState
from bot.plan import actions as a
from bot.plan.converge import Known
from bot.plan.desired import CheckWish, Desired, StatusWish
from bot.plan.marker import write_marker
from bot.plan.pulls import own_comments
from bot.sandbox.clock import SteadyClock
from bot.sandbox.state import placing
from bot.sandbox.state.comments import add_comment
from bot.sandbox.state.families import add_child
from bot.sandbox.state.issues import Words, open_issue
from bot.sandbox.state.labels import add_labels
from bot.sandbox.state.people import find_user
from bot.sandbox.state.remarks import add_remark
from bot.sandbox.state.reviews import add_review
from bot.sandbox.viewer import Actor
from bot.sandbox.wire.faults import Fault
from tests.forge.conftest import Served
from tests.forge.stories import Told, family

EVE = {"Authorization": "Bearer token-eve"}
SPECS = {f"docs/specs/{at:03}-spec.md": f"# Spec {at}\n" for at in range(500)}
_SIGNED = ("-c", "user.name=Ann", "-c", "user.email=ann@example.com")
CONFIGURED = [".github/spec-steward.yml", "CODEOWNERS", "docs/specs/TEMPLATE.md"]


def _change(served: Served, count: int) -> int:
    served.scene.push("main", SPECS)
    changed = {f"docs/specs/{at:03}-spec.md": f"# Spec {at}\n\nnew\n" for at in range(count)}
    served.scene.push("more", changed)
    number = served.scene.pull("ann", "more").number
    served.desk.journal.clear()
    return number


def _observe(gateway: Gateway, number: int) -> tuple[PullState, int]:
    """Take the look that a run takes: all that it needs before it judges."""
    state = gateway.pull(number)
    changes = gateway.changes(state.pull)
    gateway.tree(state.pull.base)
    names = [FileName(state.pull.base, path) for path in CONFIGURED]
    for change in changes.files:
        if change.kind is not ChangeKind.DELETED:
            names.append(FileName(state.pull.head, change.path))
        if change.kind is not ChangeKind.ADDED:
            names.append(FileName(changes.merge_base, change.old_path or change.path))
    texts = gateway.read(names, cap=1_000_000)
    return state, len(texts)


@pytest.mark.parametrize(("count", "requests"), [(3, 4), (100, 6)])
def test_a_pull_request_is_seen_in_few_requests(served: Served, count: int, requests: int) -> None:
    number = _change(served, count)
    _, texts = _observe(served.gateway(), number)
    assert texts == 2 * count
    assert len(served.desk.journal.entries) == requests


def test_without_graphql_rest_tells_the_same(served: Served) -> None:
    number = _change(served, 3)
    served.scene.comment("eve", number, "Words")
    said = served.scene.comment("eve", number, "Please:\n/spec check")
    here = f"{served.home}/issues/comments/{said.id}"
    for login, content in (("bob", "heart"), ("eve", "eyes")):
        by = {"Authorization": f"Bearer token-{login}"}
        requests.post(f"{here}/reactions", json={"content": content}, headers=by, timeout=30)
    served.gateway().perform(a.React(number, said.id, "eyes"), Known())
    clock = served.desk.hub.clock
    assert isinstance(clock, SteadyClock)
    clock.advance(1)
    requests.patch(here, json={"body": "Please:\n/spec help"}, headers=EVE, timeout=30)
    served.scene.label("bob", number, "spec: draft", "bug")
    served.scene.unlabel("bob", number, "bug")
    served.scene.review("bob", number, body="Fine")
    head = served.gateway().pull(number).pull.head
    made = Known()
    served.gateway().perform(a.Suggest(number, head, "docs/specs/000-spec.md", 3, "words"), made)
    path = f"{served.home}/pulls/{number}/comments"
    answer = requests.post(
        path,
        json={"in_reply_to": next(iter(made.remarks)), "body": "Why?"},
        headers=EVE,
        timeout=30,
    )
    assert answer.status_code == 201
    served.scene.push("more", {"docs/specs/000-spec.md": "# Spec 0\n\nelse\n"})  # it is outdated
    at_once, texts = _observe(served.gateway(), number)
    refusing = served.gateway()
    served.desk.faults.add(Fault(path="/graphql", times=1_000, status=403, body="{}"))
    plainly, same_texts = _observe(refusing, number)
    assert not refusing.can("graphql")
    assert same_texts == texts
    known = [label for label in plainly.known_labels if label.name.startswith("spec")]
    assert known == [label for label in at_once.known_labels if label.name.startswith("spec")]
    assert [remark.mine for remark in plainly.remarks] == [True]
    same = ("pull", "me", "labels", "labellings", "checks", "statuses", "remarks")
    for name in same:
        assert getattr(plainly, name) == getattr(at_once, name), name
    assert [review.can_push for review in at_once.reviews] == [True, True, False]
    one, own, other = at_once.reviews
    # REST tells who belongs to the repository: those who may only triage, too, and no app
    belong = replace(own, can_push=False), replace(other, can_push=True)
    assert plainly.reviews == (one, *belong)
    told = [(c.is_edited, c.reactions) for c in at_once.comments]
    assert told == [(False, frozenset()), (True, {"eyes"})]
    # REST tells neither whether a comment is hidden nor who has changed it
    plain = (replace(c, hidden=None, editor=None) for c in at_once.comments)
    assert plainly.comments == tuple(plain)


def test_the_own_comment_is_found_on_page_seven(served: Served) -> None:
    hub = served.desk.hub
    eve, bot = find_user(hub, "eve"), find_user(hub, "github-actions[bot]")
    assert eve is not None
    assert bot is not None
    with hub.lock, hub.store.transaction():
        thread = served.scene.thread(1)
        for at in range(6 * PAGE + 5):
            add_comment(hub, thread, f"words {at}", Actor(eve.id))
        add_comment(hub, thread, write_marker("comment", {}), Actor(bot.id))
    served.desk.journal.clear()
    state = served.gateway().pull(1)
    assert len(own_comments(state)) == 1
    assert len(state.comments) == 6 * PAGE + 6
    assert len(served.desk.journal.entries) == 7


def test_suggestions_are_found_on_page_two(served: Served) -> None:
    hub = served.desk.hub
    bot = find_user(hub, "github-actions[bot]")
    assert bot is not None
    with hub.lock, hub.store.transaction():
        thread = served.scene.thread(1)
        pull = served.scene._pull(thread)
        for at in range(PAGE + 5):
            review = add_review(hub, thread, pull.head_sha, "COMMENT", "words", Actor(bot.id))
            remark = placing.Remark("docs/specs/001-new.md", f"words {at}", 1)
            add_remark(hub, pull, review, remark, Actor(bot.id))
    served.desk.journal.clear()
    remarks = served.gateway().pull(1).remarks
    assert [remark.body for remark in remarks] == [f"words {at}" for at in range(PAGE + 5)]
    assert all(remark.mine for remark in remarks)
    assert len(served.desk.journal.entries) == 3  # each suggestion comes with a review of its own


@pytest.mark.parametrize(("count", "pages"), [(299, 0), (350, 4)])
def test_more_files_than_a_comparison_lists_are_listed(
    served: Served, count: int, pages: int
) -> None:
    number = _change(served, count)
    gateway = served.gateway()
    pull = gateway.pull(number).pull
    served.desk.journal.clear()
    changes = gateway.changes(pull)
    assert changes.is_whole
    assert len({change.path for change in changes.files}) == count
    assert len(served.desk.journal.entries) == 1 + pages


def test_without_graphql_issues_hang_together_the_same(served: Served) -> None:
    told = Told.at(served.gateway(), 1)
    told.run(Desired(issues=family(is_open=False)))
    refusing = served.gateway()
    served.desk.faults.add(Fault(path="/graphql", times=1_000, status=403, body="{}"))
    assert refusing.issues() == told.door.issues()
    assert len(refusing.issues()) == 3
    # what was not observed is asked for: the database's own names of issues
    numbers = [issue.number for issue in told.door.issues()]
    fresh = served.gateway()
    fresh.perform(a.RemoveSubIssue(numbers[0], numbers[1]), Known())
    assert [issue.parent for issue in fresh.issues()][1] is None


def test_many_issues_come_in_pages(served: Served) -> None:
    hub = served.desk.hub
    bot = find_user(hub, "github-actions[bot]")
    assert bot is not None
    with hub.lock, hub.store.transaction():
        made = [
            open_issue(hub, hub.repository, Words(f"Issue {at}", "Words"), Actor(bot.id))
            for at in range(PAGE + 5)
        ]
        for issue in made:
            add_labels(hub, issue, ["spec-steward"], Actor(bot.id))
        for child in made[1:4]:
            add_child(hub, made[0], child, Actor(bot.id), replace=False)
    found = served.gateway().issues()
    assert [issue.number for issue in found] == [issue.number for issue in made]
    assert [child.number for child in found[0].children] == [each.number for each in made[1:4]]
    assert all(issue.mine for issue in found)


def test_a_check_among_hundreds_is_asked_for_by_name(served: Served) -> None:
    gateway = served.gateway()
    head = gateway.pull(1).pull.head
    for at in range(PAGE):
        wish = StatusWish(f"context {at}", head, "success", "d")
        gateway.perform(a.SetStatus(wish), Known())
    check = CheckWish("spec-steward", head, "success", "t", "s")
    gateway.perform(a.WriteCheck(check), Known())
    assert [each.digest for each in gateway.pull(1).checks] == [check.digest]


def test_links_and_submodules_are_told_from_texts(served: Served) -> None:
    """A specification may turn into either; both ways of reading say so."""
    mirror = served.desk.hub.mirror
    pull = served.gateway().pull(1).pull
    link = mirror.line("hash-object", "-w", "--stdin", stdin=b"elsewhere.md")
    entries = (
        f"120000 blob {link}\tlink.md\n160000 commit {pull.head}\tmodule\n"
        f"100644 blob {link}\ttext.md\n"
    )
    tree = mirror.line("mktree", "--missing", stdin=entries.encode())
    commit = mirror.line(*_SIGNED, "commit-tree", tree, "-m", "odd")
    names = [FileName(commit, path) for path in ("link.md", "module", "text.md")]
    at_once = served.gateway().read(names, 1_000)
    kinds = [FileKind.SYMLINK, FileKind.SUBMODULE, FileKind.REGULAR]
    assert [at_once[name].kind for name in names] == kinds
    assert [entry.kind for entry in served.gateway().tree(commit).files] == kinds
    served.desk.faults.add(Fault(path="/graphql", times=9, status=403, body="{}"))
    plainly = served.gateway().read(names, 1_000)
    assert [plainly[name].kind for name in names] == kinds
    assert plainly[names[2]].data == at_once[names[2]].data == b"elsewhere.md"
