"""Git's refs: what points at commits."""

from bot.sandbox.git.history import is_ancestor
from bot.sandbox.git.objects import kind_of
from bot.sandbox.git.refs import Ref, create_ref, delete_ref, find_refs, is_ref_name, move_ref
from bot.sandbox.refusal import not_found, unprocessable
from bot.sandbox.shapes.commits import git_ref
from bot.sandbox.wire.call import Call, Reply
from bot.sandbox.wire.paging import paged
from bot.sandbox.wire.route import CONTENTS, PUSH, Route


def _ref(call: Call) -> Reply:
    return Reply(git_ref(call.view, call.repository, _find(call, call.words["ref"])))


def _matching(call: Call) -> Reply:
    wanted = call.repository.prefix + call.words["ref"]
    refs = [
        ref
        for ref in find_refs(call.hub.mirror, call.repository.prefix.rstrip("/"))
        if ref.name.startswith(wanted) and not ref.name.startswith(("refs/forks/", "refs/sandbox/"))
    ]
    return paged(call, refs, lambda view, ref: git_ref(view, call.repository, ref))


def _create(call: Call) -> Reply:
    name, sha = call.need("ref"), call.need("sha")
    if name.count("/") < 2 or not name.startswith("refs/"):  # noqa: PLR2004 - refs/heads/name
        raise unprocessable(
            "Reference name must start with 'refs/' and contain at least two slashes."
        )
    kind = kind_of(call.hub.mirror, sha)
    if kind is None:
        raise unprocessable("Object does not exist")
    full = call.repository.prefix + name.removeprefix("refs/")
    if not is_ref_name(call.hub.mirror, full):
        raise unprocessable(f"{name} is not a valid ref name.")
    if not create_ref(call.hub.mirror, full, sha):
        raise unprocessable("Reference already exists")
    said = git_ref(call.view, call.repository, Ref(full, sha, kind))
    return Reply(said, 201, {"Location": str(said["url"])})


def _update(call: Call) -> Reply:
    sha, name = call.need("sha"), call.repository.prefix + call.words["ref"]
    known = {ref.name: ref for ref in find_refs(call.hub.mirror, name)}
    if name not in known:
        raise unprocessable("Reference does not exist")
    if kind_of(call.hub.mirror, sha) is None:
        raise unprocessable("Object does not exist")
    old = known[name].sha
    if not call.flag("force") and not is_ancestor(call.hub.mirror, old, sha):
        raise unprocessable("Update is not a fast forward")
    if not move_ref(call.hub.mirror, name, sha, old):
        raise unprocessable("Reference cannot be updated")
    return Reply(git_ref(call.view, call.repository, _find(call, call.words["ref"])))


def _delete(call: Call) -> Reply:
    if not delete_ref(call.hub.mirror, call.repository.prefix + call.words["ref"]):
        raise unprocessable("Reference does not exist")
    return Reply(status=204)


def _find(call: Call, words: str) -> Ref:
    name = call.repository.prefix + words
    for ref in find_refs(call.hub.mirror, name):
        if ref.name == name:
            return ref
    raise not_found()


ROUTES = (
    Route("GET", "/git/ref/{ref:path}", _ref, CONTENTS),
    Route("GET", "/git/matching-refs/{ref:path}", _matching, CONTENTS),
    Route("POST", "/git/refs", _create, PUSH),
    Route("PATCH", "/git/refs/{ref:path}", _update, PUSH),
    Route("DELETE", "/git/refs/{ref:path}", _delete, PUSH),
)
