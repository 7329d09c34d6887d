"""What stands on the default branch: every spec with work, with the status that it has there."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from bot.app.action.hear import court_of
from bot.app.action.merged import MergedLabels, least
from bot.app.action.reader import Commit
from bot.app.action.rulebook import open_commit, open_rules, own_pages, rule_paths
from bot.app.action.shelf import CommitShelf
from bot.app.asked import Asked
from bot.app.court import Court
from bot.app.landing.conflicted import is_conflicted
from bot.app.landing.standing import standing
from bot.forge.door import Door
from bot.lifecycle.family import same_word
from bot.lifecycle.subject import FIRST
from bot.markdown.decode import Unreadable
from bot.model.policy import Policy
from bot.model.spec import Spec
from bot.model.stage import Stage
from bot.model.work import Checklist
from bot.registry.globs import matches
from bot.registry.names import may_be_spec
from bot.schema.read import read_spec
from bot.schema.status import vocabulary
from bot.sources.walk import is_markdown
from bot.work.checklist import read_checklist

_AT_ONCE = 100  # texts in one question; where the rules leave room in it, specs come along


@dataclass(frozen=True, slots=True)
class Ground:
    """The default branch at one commit.

    ``texts`` are the files of all that has a checklist, ``bare`` those of specs without work whose
    status only their pull requests know: nobody asks for these. ``stands`` tells at which of some
    paths a file stands that is no spec now, so that it was not deleted, and what has become of it:
    nothing where it cannot be read, and may be back soon.
    """

    branch: str
    commit: str
    policy: Policy
    court: Court
    checklists: tuple[Checklist, ...]
    texts: Mapping[str, bytes]
    overrides: Mapping[str, str]
    bare: frozenset[str] = frozenset()
    stands: Callable[[Collection[str]], Mapping[str, str]] = lambda _: {}


def survey_ground(door: Door, repository: str, config_path: str) -> Ground:
    """Read all that the default branch says, in as few requests as it takes."""
    branch, tip = door.default_branch()
    tree = door.tree(tip)
    commit = open_commit(door, tree, tip)
    rules = rule_paths(commit, config_path)
    commit.load((*rules, *_likely(commit)[: max(0, _AT_ONCE - len(rules))]))
    shelf = open_rules(commit, config_path, repository, branch)
    court = court_of(shelf)
    specs = list(_specs(shelf, court)) if shelf.policy.issues.enabled else []
    checklists = tuple(_checklists(specs, shelf.policy, door, tip))
    return Ground(
        branch=branch,
        commit=tip,
        policy=shelf.policy,
        court=court,
        checklists=checklists,
        texts={each.path: commit.data(each.path) or b"" for each in checklists},
        overrides=own_pages(commit),
        bare=frozenset(spec.path for spec in specs) - {each.path for each in checklists},
        stands=lambda paths: standing(shelf, court, specs, paths),
    )


def spec_of(court: Court, path: str, data: bytes) -> Spec | None:
    """Read a text as a spec; None where it is none, or nobody can read it."""
    policy = court.docket.policy
    try:
        found = court.opened(Asked(path), data)
    except Unreadable:
        return None
    if found is None or is_conflicted(found[0]):
        return None
    return read_spec(*found, path, policy.stages)


def _specs(shelf: CommitShelf, court: Court) -> Iterator[Spec]:
    """Read every document that might be one."""
    paths = sorted(p for p in shelf.commit.names if is_markdown(p) and _may_be(p, court))
    shelf.commit.load(paths)
    for path in paths:
        data = shelf.commit.data(path)
        if data is not None and (spec := spec_of(court, path, data)):
            yield spec


def _likely(commit: Commit) -> list[str]:
    """Give what is probably a spec, whatever the configuration says, which is not read yet."""
    return sorted(path for path in commit.names if is_markdown(path) and may_be_spec(path))


def _may_be(path: str, court: Court) -> bool:
    return may_be_spec(path) or any(matches(path, each.paths) for each in court.own)


def _checklists(specs: list[Spec], policy: Policy, door: Door, tip: str) -> Iterator[Checklist]:
    followed = [spec for spec in specs if spec.schema.status is not None or _has_work(spec)]
    ids = {spec.id for spec in followed if spec.schema.guide and spec.id}
    above = {spec.id or "": spec for spec in specs if spec.id in ids and not spec.schema.guide}
    asked = [*followed, *above.values()]
    labels = _labels(asked, lambda paths: door.merged_labels(paths, tip))
    stands = {spec.path: _status(spec, labels.get(spec.path, ""), policy) for spec in asked}
    for spec in followed:
        owner = above.get(spec.id or "") if spec.schema.guide else None
        word, stage = stands[(owner or spec).path]
        known = vocabulary((owner or spec).schema, policy.stages)
        found = read_checklist(spec, word, stage)
        yield replace(found, has_end=Stage.DONE in known.values())


def _has_work(spec: Spec) -> bool:
    return any(item.may_be_work for item in spec.items)


def _labels(specs: list[Spec], merged: MergedLabels) -> dict[str, str]:
    """Ask which status the specs that state none were merged with."""
    paths = {spec.path for spec in specs if spec.schema.status is None}
    found = merged(paths) if paths else {}
    return {path: least(labels) for path, labels in found.items()}


def _status(spec: Spec, label: str, policy: Policy) -> tuple[str, Stage | None]:
    if spec.schema.status is not None:
        return spec.status or "", spec.stage
    known = vocabulary(spec.schema, policy.stages)
    named = ((word, stage) for word, stage in known.items() if same_word(word, label or FIRST))
    return next(named, (FIRST, Stage.DRAFTING))
