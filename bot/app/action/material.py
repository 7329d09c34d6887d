"""All that a judgement needs, read through the door in as few requests as it takes.

What changed comes from one comparison, at the commits that were observed; the rules come from the
base branch, whatever the pull request makes of them.
"""

from dataclasses import dataclass

from bot.app.action.changed import Changed, Spots
from bot.app.action.own import OwnShelf, overlaid, own_shelf, paths_in
from bot.app.action.question import Question
from bot.app.action.rulebook import open_commit, open_rules, own_pages, rule_paths
from bot.app.action.shelf import CommitShelf
from bot.forge.door import Door
from bot.lifecycle.codeowners import PLACES
from bot.model.change import Change
from bot.model.pull import PullStage
from bot.sources.walk import is_markdown


@dataclass(frozen=True, slots=True)
class Material:
    """What a judgement is made from. ``overrides`` are the repository's own page templates.

    ``owners`` is the text of CODEOWNERS at the base, empty where there is none.
    """

    files: tuple[Changed, ...]
    shelf: CommitShelf
    own: OwnShelf | None
    overrides: dict[str, str]
    is_whole: bool
    owners: str = ""


def gather(door: Door, question: Question) -> Material | None:
    """Read what a judgement needs; None where nothing changed that could matter.

    That costs one request.
    """
    pull = question.pull
    changes = door.changes(pull)
    texts = sorted((c for c in changes.files if _is_text(c)), key=lambda change: change.path)
    if not texts and changes.is_whole and question.config_path not in paths_in(changes):
        return None
    tree = door.tree(pull.base)
    base = open_commit(door, tree, pull.base)
    reader, head = base.reader, overlaid(base, changes, pull.head)
    spots = [Spots.of(change, changes.merge_base, question) for change in texts]
    if pull.lands and pull.stage is PullStage.OPEN and question.seen is None:
        door.foresee()  # the first time there is most to write, and so least to spare for looking
    reader.load(
        [
            *(name for spot in spots for name in spot.names),
            *base.known((*rule_paths(base, question.config_path), *PLACES)),
            *head.known((question.config_path,)),
        ]
    )
    shelf = open_rules(base, question.config_path, question.repository, pull.base_branch)
    return Material(
        files=tuple(spot.changed(reader) for spot in spots),
        shelf=shelf,
        own=own_shelf(shelf, head, paths_in(changes)),
        overrides=own_pages(base),
        is_whole=changes.is_whole and (tree.is_whole or bool(shelf.policy.templates)),
        owners=next((base.text(path) for path in PLACES if base.has(path)), ""),
    )


def _is_text(change: Change) -> bool:
    return is_markdown(change.path) or is_markdown(change.old_path or "")
