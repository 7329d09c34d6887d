"""steward sandbox: served, found, and gone again."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests

from bot.app import stand_in
from bot.sources.git import Git
from tests.app.conftest import Repository


@contextmanager
def _started(repository: Repository, *words: str) -> Iterator[subprocess.Popen[str]]:
    """Start it; whatever a test finds, it does not go on behind it."""
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "sandbox", *words],
        cwd=repository.folder,
        env={**os.environ, "PYTHONPATH": os.fspath(Path(stand_in.__file__).parents[2])},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.wire
def test_it_serves_until_it_is_interrupted(repository: Repository) -> None:
    repository.git("remote", "add", "origin", "git@github.com:acme/widgets.git")
    with _started(repository) as served:
        assert served.stdout is not None
        home = served.stdout.readline().strip()
        assert home.endswith("/acme/widgets")
        assert "GITHUB_TOKEN=workflow acts as a workflow" in "".join(
            served.stdout.readline() for _ in range(4)
        )
        url = home.removesuffix("/acme/widgets")
        assert requests.get(home, timeout=10).status_code == 200
        other = {"Host": "elsewhere.example"}  # a page of elsewhere under a name of its own
        assert requests.get(home, headers=other, timeout=10).status_code == 400
        headers = {"Authorization": "Bearer owner"}
        far = f"{url}/repos/acme/widgets/issues/{'9' * 30}"
        assert requests.get(far, headers=headers, timeout=10).status_code == 404
        me = requests.get(f"{url}/user", headers=headers, timeout=10).json()
        assert me["login"] == "acme"
        served.send_signal(signal.SIGINT)
        _, complaint = served.communicate(timeout=20)
        assert (served.returncode, complaint) == (130, "steward: interrupted\n")


@pytest.mark.wire
def test_it_leaves_nothing_behind_when_it_is_told_to_end(repository: Repository) -> None:
    with _started(repository) as served:
        assert served.stdout is not None
        told = "".join(served.stdout.readline() for _ in range(5))
        place = Path(told.partition("git push ")[2].partition(" ")[0])
        assert place.is_dir()
        served.send_signal(signal.SIGTERM)
        served.communicate(timeout=20)
        assert served.returncode == 130
    assert not place.parent.exists()


@pytest.mark.wire
def test_it_remembers_where_it_is_told_to(repository: Repository, tmp_path: Path) -> None:
    made = []
    for _ in range(2):
        with _started(repository, "--quiet", "--state", os.fspath(tmp_path / "kept")) as served:
            assert served.stdout is not None
            home = served.stdout.readline().strip()
            url, _, name = home.removeprefix("http://").partition("/")
            issues = f"http://{url}/repos/{name}/issues"
            headers = {"Authorization": "Bearer workflow"}
            requests.post(issues, json={"title": "One more"}, headers=headers, timeout=10)
            made.append(len(requests.get(issues, headers=headers, timeout=10).json()))
            served.send_signal(signal.SIGINT)
            served.wait(timeout=20)
    assert made == [1, 2]


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("--repo", "nowhere"), "nowhere: there is no such folder; name one that is there"),
        (("--repo", "docs/specs/TEMPLATE.md"), "TEMPLATE.md: this is no folder; name one that"),
        (("--state", "docs/specs/TEMPLATE.md"), "nothing can be kept there"),
        (("--port", "x"), "invalid int value"),
        (("--port", "99999"), "port 99999 cannot be had"),
    ],
)
def test_a_wrong_call_is_told_in_one_line(
    repository: Repository, words: tuple[str, ...], complaint: str
) -> None:
    code, out, err = repository.steward("sandbox", *words)
    assert (code, out) == (2, "")
    assert complaint in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://github.com/acme/widgets", "acme/widgets"),
        ("git@github.com:acme/wid.gets.git", "acme/wid.gets"),
        ("https://example.org/acme/widgets.git", "local/"),
        ("", "local/"),
    ],
)
def test_it_is_called_as_on_github(repository: Repository, address: str, name: str) -> None:
    if address:
        repository.git("remote", "add", "origin", address)
    assert stand_in.name_on_github(Git.require(repository.folder)).startswith(name)
