"""What others take for the same documents: linters of Markdown, where they can be installed."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Reference:
    """Another tool: its name with version, and the words that run it on a folder or file."""

    name: str
    words: Sequence[str]

    def on(self, place: str) -> list[str]:
        """Give the command for a place."""
        return [word.replace("{}", place) for word in self.words]


def references(folder: Path) -> tuple[list[Reference], list[str]]:
    """Install the other tools into a folder; say which could not be had, and why."""
    found, missing = [], []
    for make in (_rumdl, _markdownlint):
        try:
            found.append(make(folder))
        except (OSError, subprocess.CalledProcessError) as error:
            missing.append(f"{make.__name__.strip('_')} could not be installed: {error}")
    return found, missing


def _rumdl(folder: Path) -> Reference:
    place = folder / "rumdl"
    binary = place / "bin" / "rumdl"
    if not binary.exists():
        _quietly(sys.executable, "-m", "venv", str(place))
        _quietly(str(place / "bin" / "python"), "-m", "pip", "install", "--quiet", "rumdl")
    return Reference(_version(str(binary)), (str(binary), "check", "--no-cache", "{}"))


def _markdownlint(folder: Path) -> Reference:
    binary = folder / "node_modules" / ".bin" / "markdownlint-cli2"
    if not binary.exists():
        npm = shutil.which("npm")
        if npm is None:
            raise OSError("there is no npm here")
        _quietly(npm, "install", "--silent", "--prefix", str(folder), "markdownlint-cli2")
    return Reference(_version(str(binary)), (str(binary), "{}"))


def _quietly(*words: str) -> None:
    subprocess.run(words, check=True, capture_output=True)


def _version(binary: str) -> str:
    said = subprocess.run([binary, "--version"], check=False, capture_output=True, text=True).stdout
    return said.strip().split("\n")[0].split("(")[0].strip() or Path(binary).name
