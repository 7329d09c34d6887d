"""``python -m tests.tools.picture``: draw the pictures of the manual, what commands print.

The specs of the bundled example are copied to a folder of their own, so that paths are as short as
their users see them.
"""

import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

from bot.shipped import shipped

_PLACE = Path("docs/images")
_SPEC = "docs/tech-spec/002-text-messages.md"
_WIDTHS = {"check": 145, "rehearse": 118, "merge": 118}
_PICTURES = {
    "check": ("check", _SPEC),
    "rehearse": ("rehearse", "--example"),
    "merge": ("rehearse", "--example", "--merge"),
}
_MERGED = "Once it is merged"
_FONTS = re.compile(r"\s*@font-face \{.*?\}", re.S)  # they would be fetched from elsewhere
_PAGE = re.compile(r"(?<=Open file://)\S*/")


def draw(name: str, *words: str) -> str:
    """Give the picture of a command; of a merge, what comes after it."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "parcels"
        for side in ("base", "head"):
            shutil.copytree(shipped("rehearsal", side), folder, dirs_exist_ok=True)
        (folder / "docs/tech-spec/002-notify-by-text-message.md").rename(folder / _SPEC)
        command = [str(Path(sys.executable).with_name("steward")), *words]
        environment = {**os.environ, "FORCE_COLOR": "1", "TERM": "xterm"}
        environment.pop("NO_COLOR", None)
        done = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, check=False
        )
    said = _PAGE.sub("/…/parcels/.spec-steward/", done.stdout.rstrip())
    if name == "merge":
        start = said.rindex("\n", 0, said.index(_MERGED)) + 1  # its colours are on its line
        said = f"…\n\n{said[start:]}"
    lost = io.StringIO()  # it is only recorded
    console = Console(record=True, width=_WIDTHS[name], file=lost, force_terminal=True)
    asked = " ".join(("steward", *words))
    console.print(Text.from_ansi(f"$ {asked}\n\n{said}"), soft_wrap=False)
    return _FONTS.sub("", console.export_svg(title=f"steward {words[0]}", unique_id=name))


if __name__ == "__main__":
    _PLACE.mkdir(parents=True, exist_ok=True)
    for picture, asked_for in _PICTURES.items():
        (_PLACE / f"{picture}.svg").write_text(draw(picture, *asked_for), "utf-8")
