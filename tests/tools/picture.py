"""``python -m tests.tools.picture``: draw the README's picture, what ``steward check`` prints.

The rehearsal repository is copied to a folder of its own, so that paths are as short as its users
see them.
"""

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

_PICTURE = Path("docs/images/check.svg")
_SPEC = "docs/tech-spec/002-text-messages.md"
_WIDTH = 145
_FONTS = re.compile(r"\s*@font-face \{.*?\}", re.S)  # they would be fetched from elsewhere


def draw() -> str:
    """Give the picture."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "parcels"
        shutil.copytree(shipped("rehearsal"), folder)
        (folder / "docs/tech-spec/002-notify-by-text-message.md").rename(folder / _SPEC)
        command = [str(Path(sys.executable).with_name("steward")), "check", _SPEC]
        environment = {**os.environ, "FORCE_COLOR": "1", "TERM": "xterm"}
        environment.pop("NO_COLOR", None)
        done = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, check=False
        )
    console = Console(record=True, width=_WIDTH, file=open(os.devnull, "w"), force_terminal=True)  # noqa: PTH123, SIM115 - it is only recorded
    console.print(
        Text.from_ansi(f"$ steward check {_SPEC}\n\n{done.stdout.rstrip()}"), soft_wrap=False
    )
    return _FONTS.sub("", console.export_svg(title="steward check", unique_id="check"))


if __name__ == "__main__":
    _PICTURE.parent.mkdir(parents=True, exist_ok=True)
    _PICTURE.write_text(draw(), "utf-8")
