"""``steward sandbox``: the embedded GitHub over a local repository, until it is interrupted."""

import re
import signal
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.errors import StewardError
from bot.sources.git import Git

_GITHUB = re.compile(r"github\.com[:/]([\w.-]+)/([\w.-]+?)(?:\.git)?/?$")
_WORD = re.compile(r"[^\w.-]+")
WORKFLOW, OWNER = "workflow", "owner"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be served: a repository, on a port (0: any free one), remembered in a folder."""

    repo: Path
    port: int = 0
    state: Path | None = None


def serve_stand_in(wanted: Wanted, say: Callable[[str], None]) -> None:
    """Serve until it is interrupted; ``say`` gets the word on how to reach it, once that is so."""
    try:
        from bot.sandbox.app import Desk  # noqa: PLC0415 - an extra, which may not be installed
        from bot.sandbox.hub import Hub  # noqa: PLC0415
        from bot.sandbox.pages.routes import pages  # noqa: PLC0415
        from bot.sandbox.scene import Scene  # noqa: PLC0415
        from bot.sandbox.serve import address, listen, serve  # noqa: PLC0415
    except ImportError as error:
        raise lacking(error) from None
    git = Git.require(wanted.repo)
    name = name_on_github(git)
    with _state(wanted.state) as state, closing(listen(wanted.port)) as bound:
        is_new = not Hub.is_at(state)
        hub = Hub.create(git.top, state, name) if is_new else Hub.open(state)
        if is_new:
            scene = Scene(hub)
            scene.workflow(WORKFLOW)
            scene.person(name.partition("/")[0], "admin", OWNER)
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that it cleans up, too
        say(_announcement(address(bound), name, state))
        serve(Desk.at(hub), bound, pages(hub))
        hub.close()


def _announcement(url: str, name: str, state: Path) -> str:
    """Say how to reach it, for people and for a workflow."""
    return (
        f"{url}/{name}\n"
        f"  GITHUB_API_URL={url} GITHUB_REPOSITORY={name}\n"
        f"  GITHUB_TOKEN={WORKFLOW} acts as a workflow, GITHUB_TOKEN={OWNER} as the owner\n"
        f"  git push {state / 'repository.git'} BRANCH brings it a branch\n"
        "Nothing leaves this machine. Ctrl-C ends it.\n"
    )


@contextmanager
def _state(folder: Path | None) -> Iterator[Path]:
    """Give the folder to remember in; without one, all is forgotten at the end."""
    if folder is not None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            what = f"nothing can be kept there: {error.strerror}"
            raise StewardError(what, where=str(folder), mend="check --state") from error
        yield folder
        return
    with tempfile.TemporaryDirectory(prefix="steward-") as made:
        yield Path(made)


def name_on_github(git: Git) -> str:
    """Name the repository as GitHub does, where it came from there."""
    if match := _GITHUB.search(git.origin() or ""):
        return f"{match[1]}/{match[2]}"
    return f"local/{_WORD.sub('-', git.top.name).strip('-') or 'repository'}"


def lacking(error: ImportError) -> StewardError:
    """Say how to come by what the embedded GitHub is made with."""
    what = f"the embedded GitHub lacks a library ({error.name})"
    mend = "install Spec Steward with its extra `sandbox`"
    return StewardError(what, mend=mend)
