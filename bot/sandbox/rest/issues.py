"""Issues: listed, read, opened, changed."""

from bot.sandbox.refusal import Refusal, invalid
from bot.sandbox.rest.adorning import adorn
from bot.sandbox.rest.finding import issue_of, require_issues
from bot.sandbox.shapes.issues import issue
from bot.sandbox.state.issues import Words, open_issue, reword, set_state
from bot.sandbox.state.milestones import find_milestone
from bot.sandbox.state.people import find_user, may
from bot.sandbox.threads import Issue
from bot.sandbox.wire.call import Call, Reply
from bot.sandbox.wire.paging import paged
from bot.sandbox.wire.route import ISSUES, OPEN_ISSUE, SAY, THREADS, Route

_SORTS = {"created": "created_at", "updated": "updated_at", "comments": "created_at"}


def _list(call: Call) -> Reply:
    where, values = _conditions(call)
    sort = _SORTS.get(call.query.get("sort", "created"), "created_at")
    way = "ASC" if call.query.get("direction") == "asc" else "DESC"
    query = f"{where} ORDER BY {sort} {way}, number {way}"
    return paged(call, call.hub.store.find(Issue, query, *values), issue)


def _conditions(call: Call) -> tuple[str, list[object]]:
    require_issues(call)
    where, values = ["repository_id = ?"], list[object]([call.repository.id])
    state = call.query.get("state", "open")
    if state != "all":
        where.append("state = ?")
        values.append(state)
    for name in filter(None, call.query.get("labels", "").split(",")):
        where.append(
            "id IN (SELECT issue_id FROM Labelling JOIN Label ON Label.id = label_id"
            " WHERE name = ? COLLATE NOCASE)"
        )
        values.append(name.strip())
    if "creator" in call.query:
        creator = find_user(call.hub, call.query["creator"])
        if creator is None:
            raise invalid("User", "creator")
        where.append("author_id = ?")
        values.append(creator.id)
    if "since" in call.query:
        where.append("updated_at >= ?")
        values.append(call.query["since"])
    return _more(call, where, values)


def _more(call: Call, where: list[str], values: list[object]) -> tuple[str, list[object]]:
    milestone = call.query.get("milestone", "*")
    if milestone == "none":
        where.append("milestone_id IS NULL")
    elif milestone.isdecimal():
        found = find_milestone(call.hub, call.repository, int(milestone))
        where.append("milestone_id = ?")
        values.append(found.id if found else 0)
    assignee = find_user(call.hub, call.query.get("assignee", ""))
    if assignee is not None:
        where.append("id IN (SELECT issue_id FROM Assignment WHERE user_id = ?)")
        values.append(assignee.id)
    return " AND ".join(where), values


def _read(call: Call) -> Reply:
    return Reply(issue(call.view, issue_of(call)))


def _open(call: Call) -> Reply:
    require_issues(call)
    if not call.has("title"):
        raise invalid("Issue", "title", "missing_field")
    words = Words(call.need("title"), call.text("body"))
    opened = open_issue(call.hub, call.repository, words, call.actor)
    said = issue(call.view, adorn(call, opened))
    return Reply(said, 201, {"Location": str(said["url"])})


def _change(call: Call) -> Reply:
    old = issue_of(call)
    own = call.actor.id == old.author_id
    if not own and not may(call.hub, call.repository, call.viewer, "triage"):
        raise Refusal(403, "Must have admin rights to Repository.")
    title = call.text("title") if call.has("title") else old.title
    body = call.text("body") if call.has("body") else old.body
    changed = reword(call.hub, old, title or "", body, call.actor)
    if call.has("state"):
        reason = call.text("state_reason")
        changed = set_state(call.hub, changed, call.text("state") or "", reason, call.actor)
    return Reply(issue(call.view, adorn(call, changed)))


ROUTES = (
    Route("GET", "/issues", _list, ISSUES),
    Route("POST", "/issues", _open, OPEN_ISSUE),
    Route("GET", "/issues/{number:int}", _read, THREADS),
    Route("PATCH", "/issues/{number:int}", _change, SAY),
)
