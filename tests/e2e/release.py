"""What a release publishes, laid out by the script that the release itself uses."""

import os
from pathlib import Path

from tests.e2e.machine import run


def release(root: Path, folder: Path, image: str) -> Path:
    """Lay out a release whose image is this one."""
    run((os.fspath(root / ".ci/release-tree"), image, os.fspath(folder)))
    return folder
