"""Which pull requests stand behind files and commits: by which they came, and which are at them."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.forge import origin_queries as queries
from bot.forge.answer import Answer
from bot.forge.line import Line
from bot.forge.reading.paging import Names, all_pages
from bot.lifecycle.family import word_of

_AT_ONCE = 50  # files in one question, for each of which GitHub walks through the history
Labels = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Merged:
    """A pull request that was merged, and whether that was into the default branch."""

    is_landed: bool
    labels: tuple[str, ...]


def read_merged_labels(line: Line, paths: Collection[str], commit: str) -> Labels:
    """Read the labels of the pull requests that files came by; what none has brought is absent.

    What GraphQL leaves open, as it does where it runs out of time, is asked of REST.
    """
    found: Labels = {}
    wanted = sorted(set(paths))
    for at in range(0, len(wanted), _AT_ONCE):
        part = wanted[at : at + _AT_ONCE]
        words = {f"p{nth}": path for nth, path in enumerate(part)}
        names: Names = {"owner": line.owner, "name": line.name, "commit": commit, **words}
        answer = line.query(queries.mergers(len(part)), **names).at("repository")
        default = answer.text("defaultBranchRef", "name")
        for nth, path in enumerate(part):
            pulls = _behind(answer.at("object", f"h{nth}"), default)
            pulls = _behind_plainly(line, path, commit) if pulls is None else pulls
            found |= _labels(path, pulls)
    return found


def read_merged_labels_plainly(line: Line, paths: Collection[str], commit: str) -> Labels:
    """Read them in REST, by two requests for each file."""
    found: Labels = {}
    for path in sorted(set(paths)):
        found |= _labels(path, _behind_plainly(line, path, commit))
    return found


def read_pulls_at(line: Line, head: str, branch: str) -> tuple[int, ...]:
    """Find the open pull requests at a commit, from a branch of that name here or in a fork."""
    names: Names = {"owner": line.owner, "name": line.name, "branch": branch}
    place = ("repository", "pullRequests")
    first = line.query(queries.PULLS_FROM, **names, after=None).at(*place)
    listed = all_pages(line, first, queries.PULLS_FROM, names, place)
    return _at(head, ((pull.number("number"), pull.text("headRefOid")) for pull in listed))


def read_pulls_at_plainly(line: Line, head: str, branch: str) -> tuple[int, ...]:
    """Find them in REST among all that are open: it looks for a branch only with its owner."""
    listed = line.pages("/pulls", state="open", sort="created", direction="asc")
    ours = (pull for pull in listed if pull.text("head", "ref") == branch)
    return _at(head, ((pull.number("number"), pull.text("head", "sha")) for pull in ours))


def _behind(history: Answer, default: str) -> list[_Merged] | None:
    """Read by which pull requests a file was last changed; None where that is left open.

    What was pushed past all pull requests, or merged by one that tells no status, says nothing of
    it: what was said before holds.
    """
    if not isinstance(history.at("nodes").value, list):
        return None
    found: list[_Merged] = []
    for change in history.parts("nodes"):
        pulls = change.at("associatedPullRequests", "nodes")
        if not isinstance(pulls.value, list):
            return None
        merged = list(_merged(pulls, default))
        if any(word_of(label) for pull in merged for label in pull.labels):
            return merged
        found = found or merged
    return found


def _merged(pulls: Answer, default: str) -> Iterator[_Merged]:
    return (
        _Merged(
            is_landed=pull.text("baseRefName") == default,
            labels=tuple(label.text("name") for label in pull.parts("labels", "nodes")),
        )
        for pull in pulls.parts()
        if pull.flag("merged")
    )


def _behind_plainly(line: Line, path: str, commit: str) -> list[_Merged]:
    """Read the same; what is further back is asked for only where it is needed."""
    found: list[_Merged] = []
    for change in line.get("/commits", sha=commit, path=path, per_page=queries.DEEP).parts():
        merged = [
            _Merged(
                is_landed=base.text("ref") == base.text("repo", "default_branch"),
                labels=tuple(label.text("name") for label in pull.parts("labels")),
            )
            for pull in line.pages(f"/commits/{change.text('sha')}/pulls")
            for base in (pull.at("base"),)
            if pull.text("merged_at")
        ]
        if any(word_of(label) for pull in merged for label in pull.labels):
            return merged
        found = found or merged
    return found


def _labels(path: str, pulls: Sequence[_Merged]) -> Labels:
    """Give those of the pull request that was merged into the default branch, the last of such."""
    landed = [pull for pull in pulls if pull.is_landed] or pulls
    return {path: landed[-1].labels} if landed else {}


def _at(head: str, pulls: Iterable[tuple[int, str]]) -> tuple[int, ...]:
    """Give those that are at a commit, or else, since somebody has pushed, all of them."""
    found = list(pulls)
    return tuple(n for n, oid in found if oid == head) or tuple(n for n, _ in found)
