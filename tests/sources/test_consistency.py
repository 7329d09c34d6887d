"""Whatever is done to a repository, what is said of it holds."""

import os
import subprocess
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.model.blob_id import blob_id
from bot.model.change import ChangeKind
from tests.searching import times_as_many
from tests.sources.conftest import Repository

NAMES = ("a.md", "b.md", "c d.md", "docs/a.md", "docs/#e\n.md", "-f.txt", "\udcff.md")
TEXTS = ("one\n", "two\n", "".join(f"line {n}\n" for n in range(9)), "crlf\r\nends\r\n", "")
ATTRIBUTES = ("* text=auto\n", "*.md text\n", "", "*.md ident\n")

names = st.sampled_from(NAMES)
steps = st.one_of(
    st.tuples(st.just("write"), names, st.sampled_from(TEXTS)),
    st.tuples(st.just("append"), names, st.sampled_from(TEXTS)),
    st.tuples(st.just("delete"), names, st.none()),
    st.tuples(st.just("touch"), names, st.none()),
    st.tuples(st.just("move"), names, names),
    st.tuples(st.just("add"), names, st.none()),
    st.tuples(st.just("untrack"), names, st.none()),
    st.tuples(st.just("intend"), names, st.none()),
    st.tuples(st.just("hide"), names, st.none()),
    st.tuples(st.just("commit"), st.none(), st.none()),
    st.tuples(st.just("attributes"), st.none(), st.sampled_from(ATTRIBUTES)),
)


def take(repo: Repository, step: tuple[str, str | None, str | None]) -> None:
    """Take a step; one that is not possible changes nothing."""
    what, name, other = step
    file = repo.path / (name or ".gitattributes")
    if what == "write":
        repo.write(name or "", other or "")
    elif what == "attributes":
        repo.write(".gitattributes", other or "")
    elif what == "append" and file.exists():
        file.write_bytes(file.read_bytes() + (other or "").encode())
    elif what == "delete":
        file.unlink(missing_ok=True)
    elif what == "touch" and file.exists():
        os.utime(file, (1, 1))
    elif what == "move" and file.exists():
        target = repo.path / (other or "")
        target.parent.mkdir(exist_ok=True)
        file.rename(target)
    else:
        commands = {
            "add": ("add", "--all", "--", f":(literal){name}"),
            "untrack": ("rm", "-q", "--cached", "--", f":(literal){name}"),
            "intend": ("add", "-N", "--", f":(literal){name}"),
            "hide": ("update-index", "--skip-worktree", "--", name or ""),
            "commit": ("commit", "-q", "-m", "next"),
        }
        if what in commands:
            subprocess.run(
                ["git", *commands[what]], cwd=repo.path, check=False, capture_output=True
            )


def standing(top: Path) -> dict[str, bytes]:
    """Read all that stands in a work tree."""
    return {
        os.path.relpath(file, top): file.read_bytes()
        for file in top.rglob("*")
        if file.is_file() and ".git" not in file.parts
    }


@settings(times_as_many(0.5), suppress_health_check=list(HealthCheck))
@given(before=st.lists(steps, max_size=6), after=st.lists(steps, max_size=6))
def test_files_and_changes_hold(
    before: list[tuple[str, str | None, str | None]],
    after: list[tuple[str, str | None, str | None]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        repo = Repository(Path(folder).resolve())
        repo.git("init", "-q", "--template=", "-b", "main")
        for step in before:
            take(repo, step)
        base = repo.commit("base")
        for step in after:
            take(repo, step)
        git, stands = repo.open(), standing(repo.path)

        entries = {entry.path: entry for entry in git.files()}
        assert entries.keys() == stands.keys()
        for path, entry in entries.items():
            assert entry.blob in {None, blob_id(stands[path])}

        changes = git.changes(base)
        tree = [
            path for path in repo.git("ls-tree", "-rz", "--name-only", base).split("\0") if path
        ]
        stood = {path: blob.data or b"" for path, blob in git.read_blobs(base, tree, 999).items()}
        arrived = {change.path for change in changes if change.kind in NEW}
        left = {change.old_path or change.path for change in changes if change.kind in GONE}
        hidden = {path for path in stood if not (repo.path / path).exists()} - left
        assert arrived == stands.keys() - stood.keys()
        assert left | hidden == stood.keys() - stands.keys()
        modified = {change.path for change in changes if change.kind is ChangeKind.MODIFIED}
        unseen = {line[2:] for line in repo.git("ls-files", "-zt").split("\0") if line[:1] == "S"}
        for path in stood.keys() & stands.keys() - unseen - modified:
            assert stands[path].replace(b"\r\n", b"\n") == stood[path].replace(b"\r\n", b"\n")
        for change in changes:
            old = git.read_objects([change.old_blob], 999) if change.old_blob else {}
            if change.kind is ChangeKind.ADDED:
                assert not old
            else:
                assert old[change.old_blob or ""].data == stood[change.old_path or change.path]


NEW = {ChangeKind.ADDED, ChangeKind.RENAMED}
GONE = {ChangeKind.DELETED, ChangeKind.RENAMED}
