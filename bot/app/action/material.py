"""All that a judgement needs, read through the door in as few requests as it takes.

What changed comes from one comparison, at the commits that were observed; the rules come from the
base branch, whatever the pull request makes of them.
"""

from dataclasses import dataclass

from bot.app.action.changed import Changed, Spots
from bot.app.action.own import OwnShelf, overlaid, own_shelf, paths_in
from bot.app.action.question import Question
from bot.app.action.reader import Commit, Reader
from bot.app.action.shelf import CommitShelf, open_shelf, template_paths
from bot.errors import StewardError
from bot.forge.door import Door, FileName, Tree
from bot.lifecycle.codeowners import PLACES
from bot.model.change import Change
from bot.model.entry import FileKind
from bot.model.policy import CONFIG_PATH
from bot.model.pull import PullStage
from bot.render.comment.printing import FOLDER
from bot.sources.walk import is_markdown

_PAGES = f"{FOLDER}/"
_CAP = 3_200_000  # bytes: over all that counts here; GitHub reads no CODEOWNERS of over 3 MiB


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
    base = _commit(Reader(door, _CAP), tree, pull.base)
    reader, head = base.reader, overlaid(base, changes, pull.head)
    pages = [path for path in base.names if path.startswith(_PAGES) and path.endswith(".j2")]
    spots = [Spots.of(change, changes.merge_base, question) for change in texts]
    if pull.lands and pull.stage is PullStage.OPEN and question.seen is None:
        door.foresee()  # the first time there is most to write, and so least to spare for looking
    reader.load(
        [
            *(name for spot in spots for name in spot.names),
            *base.known((question.config_path, *pages, *PLACES, *template_paths(base))),
            *head.known((question.config_path,)),
        ]
    )
    if question.config_path != CONFIG_PATH and not base.has(question.config_path):
        what = f"there is no such file on “{pull.base_branch}”, whose rules count"
        raise StewardError(what, where=question.config_path, mend="check the input config")
    shelf = open_shelf(base, question.config_path, question.repository)
    if shelf.policy.size_cap > _CAP:
        reader.read_larger(shelf.policy.size_cap)
    return Material(
        files=tuple(spot.changed(reader) for spot in spots),
        shelf=shelf,
        own=own_shelf(shelf, head, paths_in(changes)),
        overrides={path.removeprefix(_PAGES): base.text(path) for path in pages},
        is_whole=changes.is_whole and (tree.is_whole or bool(shelf.policy.templates)),
        owners=next((base.text(path) for path in PLACES if base.has(path)), ""),
    )


def _commit(reader: Reader, tree: Tree, commit: str) -> Commit:
    names = {f.path: FileName(commit, f.path) for f in tree.files if f.kind is FileKind.REGULAR}
    others = frozenset(f.path for f in tree.files if f.kind is not FileKind.REGULAR)
    return Commit(reader, names, others, None if tree.is_whole else commit)


def _is_text(change: Change) -> bool:
    return is_markdown(change.path) or is_markdown(change.old_path or "")
