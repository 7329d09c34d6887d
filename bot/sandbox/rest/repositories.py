"""The repository itself, its forks, its branches."""

from bot.sandbox.git.objects import read_commit
from bot.sandbox.git.refs import Ref, find_refs
from bot.sandbox.records import Repository, User
from bot.sandbox.refusal import not_found
from bot.sandbox.shapes.commits import commit
from bot.sandbox.shapes.repository import brief, full
from bot.sandbox.state.forks import add_fork
from bot.sandbox.state.renaming import rename
from bot.sandbox.state.required import PROTECTION, required_checks
from bot.sandbox.view import View
from bot.sandbox.wire.call import Call, Reply
from bot.sandbox.wire.paging import paged
from bot.sandbox.wire.route import CONTENTS, METADATA, Need, Route


def _repository(call: Call) -> Reply:
    return Reply(full(call.view, call.repository))


def _change(call: Call) -> Reply:
    name = call.text("name") or call.repository.name
    found = call.repository
    if name != found.name:
        found = rename(call.hub, found, name)
    return Reply(full(call.view, found))


def _forks(call: Call) -> Reply:
    where = "parent_id = ? AND NOT deleted ORDER BY id DESC"
    return paged(call, call.hub.store.find(Repository, where, call.repository.id), brief)


def _fork(call: Call) -> Reply:
    owner = call.hub.store.get(User, call.actor.id)
    return Reply(full(call.view, add_fork(call.hub, owner)), 202)


def _branches(call: Call) -> Reply:
    prefix = f"{call.repository.prefix}heads/"

    def short(view: View, ref: Ref) -> object:
        address = f"{view.at(call.repository)}/commits/{ref.sha}"
        name = ref.name.removeprefix(prefix)
        tip = {"sha": ref.sha, "url": address}
        return {"name": name, "commit": tip, "protected": bool(_required(call, name))}

    return paged(call, find_refs(call.hub.mirror, prefix.rstrip("/")), short)


def _branch(call: Call) -> Reply:
    name = call.words["branch"]
    full_name = f"{call.repository.prefix}heads/{name}"
    found = [ref for ref in find_refs(call.hub.mirror, full_name) if ref.name == full_name]
    if not found:
        raise not_found()
    here = f"{call.view.at(call.repository)}/branches/{name}"
    page = f"{call.view.page(call.repository)}/tree/{name}"
    tip = read_commit(call.hub.mirror, found[0].sha)
    names = _required(call, name)
    checks = {
        "enforcement_level": "non_admins" if names else "off",
        "contexts": names,
        "checks": [{"context": each, "app_id": None} for each in names],
    }
    return Reply(
        {
            "name": name,
            "commit": commit(call.view, call.repository, tip),
            "_links": {"self": here, "html": page},
            "protected": bool(names),
            "protection": {"enabled": bool(names), "required_status_checks": checks},
            "protection_url": f"{here}/protection",
        }
    )


def _required(call: Call, branch: str) -> list[str]:
    return [each.name for each in required_checks(call.hub, call.repository, branch, PROTECTION)]


ROUTES = (
    Route("GET", "", _repository, METADATA),
    Route("PATCH", "", _change, Need(("administration",), "write", "admin")),
    Route("GET", "/forks", _forks, METADATA),
    Route("POST", "/forks", _fork, Need(("administration",), "write")),
    Route("GET", "/branches", _branches, CONTENTS),
    Route("GET", "/branches/{branch:path}", _branch, CONTENTS),
)
