"""The image that ours is built on, made of Debian's packages where no image registry is reached."""

import configparser
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.e2e.machine import run, succeeds

BASE = "docker.io/library/debian:trixie-slim"
_TRUSTED = "usr/local/share/ca-bundle.crt"
_CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")


def has_base(env: Mapping[str, str]) -> bool:
    """Tell whether it stands in the store from an earlier run."""
    return succeeds(("podman", "image", "exists", BASE), env)


def make_base(env: Mapping[str, str]) -> None:
    """Make it: the same packages as in the published one, and none that these need not."""
    with tempfile.TemporaryDirectory(prefix="steward-") as made:
        root = Path(made) / "root"
        words = ("debootstrap", "--variant=minbase", "trixie", os.fspath(root))
        run((*words, *_mirror()), timeout=600)
        _slim(root)
        _trust(root)
        archive = os.fspath(Path(made) / "root.tar")
        run(("tar", "-C", os.fspath(root), "-cf", archive, "."))
        run(("podman", "import", archive, BASE), env)


def _mirror() -> list[str]:
    """Return where this machine takes Debian from; nothing where that is not said."""
    words = ("apt-get", "indextargets", "--format", "$(SITE)", "Origin: Debian", "Component: main")
    return run(words).split()[:1]


def _slim(root: Path) -> None:
    """Leave out what Debian's slim images leave out, and what only brought the packages here."""
    for each in ("usr/share/doc", "usr/share/man", "usr/share/locale", "usr/share/info"):
        run(("rm", "-rf", os.fspath(root / each)))
    run(("sh", "-c", 'rm -rf "$0"/var/cache/apt/* "$0"/var/lib/apt/lists/*', os.fspath(root)))


def _trust(root: Path) -> None:
    """Let pip inside trust and ask whom it trusts and asks outside.

    A machine may reach the package index by a mirror, or through a proxy with a certificate of its
    own; an image knows of neither.
    """
    said = {"cert": os.environ.get("PIP_CERT"), "index-url": os.environ.get("PIP_INDEX_URL")}
    certificates = Path(said["cert"] or _CERTIFICATES)
    if certificates.is_file():
        (root / _TRUSTED).write_bytes(certificates.read_bytes())
        said["cert"] = f"/{_TRUSTED}"
    parser = configparser.RawConfigParser()
    parser["global"] = {name: value for name, value in said.items() if value}
    with (root / "etc/pip.conf").open("w") as file:
        parser.write(file)
