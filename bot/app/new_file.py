"""A file that is made where there was none; what is there stays."""

from pathlib import PurePosixPath

from bot.app.workspace import Workspace
from bot.errors import StewardError


def write_new(target: PurePosixPath, data: bytes, workspace: Workspace, otherwise: str) -> None:
    """Write a file; ``otherwise`` says what to do where there is one already."""
    file = workspace.root / target
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as stream:
            stream.write(data)
    except OSError as error:
        if isinstance(error, FileExistsError) and file.parent.is_dir():
            what, mend = "there is such a file already, and it stays", otherwise
        else:
            what = f"cannot be written: {error.strerror}"
            mend = "see what stands at its folder's place, and who may write there"
        raise StewardError(what, where=workspace.display(str(target)), mend=mend) from None
