"""What is remembered in a folder, and by how many."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable

import pytest

from bot.errors import StewardError
from bot.sandbox.clock import wall_clock
from bot.sandbox.git.objects import read_commit
from bot.sandbox.git.refs import find_refs
from bot.sandbox.hub import Hub
from bot.sandbox.kept import Kept
from bot.sandbox.scene import Scene
from bot.sandbox.state.pushes import Push, push

OTHER = """
import sys, pathlib
from bot.errors import StewardError
from bot.sandbox.hub import Hub
try:
    Hub.open(pathlib.Path(sys.argv[1]))
except StewardError as error:
    print(error)
"""
BUSY = "another embedded GitHub is at work on this folder; end that one, or name another folder"


def test_a_hub_is_opened_again(hub_of: Callable[..., Hub]) -> None:
    hub = hub_of()
    state, known = hub.mirror.folder.parent, hub.repository
    hub.close()
    assert Hub.is_at(state)
    again = Hub.open(state, wall_clock)
    assert again.repository == known
    again.close()


def test_a_folder_is_for_one_at_a_time(hub_of: Callable[..., Hub]) -> None:
    hub = hub_of()
    state = hub.mirror.folder.parent
    with pytest.raises(StewardError, match=BUSY):
        Hub.open(state)
    words = (sys.executable, "-c", OTHER, str(state))
    said = subprocess.run(words, capture_output=True, check=True, text=True)
    assert said.stdout == f"{state}: {BUSY}\n"
    assert hub.repository.name == "specs"


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        ("PRAGMA user_version = 7", "kept by another version of the embedded GitHub; begin anew"),
        ("not a database", "this cannot be read: file is not a database; begin anew"),
    ],
)
def test_what_cannot_be_remembered_is_said(
    hub_of: Callable[..., Hub], harm: str, said: str
) -> None:
    hub = hub_of()
    state = hub.mirror.folder.parent
    hub.close()
    (file,) = state.glob("*.sqlite")
    if harm.startswith("PRAGMA"):
        connection = sqlite3.connect(file)
        connection.execute(harm)
        connection.close()
    else:
        file.write_text(harm * 100, encoding="utf-8")
    with pytest.raises(StewardError, match=said):
        Hub.open(state)


def test_a_moment_is_gone_back_to(hub_of: Callable[..., Hub]) -> None:
    hub = hub_of()
    scene = Scene(hub)
    scene.person("ann", "admin")
    tip = scene.push("topic", {"a.md": "1"})
    scene.pull("ann", "topic")
    kept = Kept.of(hub)
    for _ in range(2):
        scene.push("topic", {"a.md": "2"})
        scene.push("other", {"b.md": "1"})
        assert scene.issue("ann", "Later").number == 2
        scene.merge("ann", 1)
        kept.restore(hub)
        names = {ref.name: ref.sha for ref in find_refs(hub.mirror, "refs/heads")}
        assert names["refs/heads/topic"] == tip
        assert "refs/heads/other" not in names
        assert scene.thread(1).state == "open"
        assert scene.event("pull_request", "opened", 1)["number"] == 1
    kept.close()


def test_the_known_sign_what_they_push(hub_of: Callable[..., Hub]) -> None:
    hub = hub_of()
    bob = Scene(hub).person("bob")
    sha = push(hub, hub.repository, Push("topic", {"a.md": "1"}, "m", by=bob))
    author = read_commit(hub.mirror, sha).author
    assert (author.name, author.email) == ("bob", f"{bob.id}+bob@users.noreply.github.com")
