"""The folder of ours in somebody's checkout: what we leave there is nobody's to commit."""

from pathlib import Path

FOLDER = ".spec-steward"


def own_folder(top: Path) -> Path:
    """Make the folder; a link that somebody left in its place leads nowhere."""
    folder = top / FOLDER
    if folder.is_symlink():  # a checkout of a strange branch may hold one
        folder.unlink()
    folder.mkdir(exist_ok=True)
    put(folder / ".gitignore", "*\n")
    return folder


def put(file: Path, text: str) -> None:
    """Replace a file as such, whatever it may link to."""
    file.unlink(missing_ok=True)
    file.write_text(text, encoding="utf-8", errors="backslashreplace", newline="")
