"""What the templates that ship ask for: derived once per installation, and kept.

It is kept where Python keeps what it has compiled of our own files, and under the same trust:
whoever may write there may change the code as well.
"""

import hashlib
import os
import pickle
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import bot
from bot.app.code_version import code_version
from bot.app.templates import TemplateFile, shipped_names, shipped_template
from bot.markdown.decode import decode
from bot.model.schema import Schema
from bot.schema.derive import derive

_FILE = Path(bot.__file__).parent / "__pycache__" / "templates.pickle"


def shipped_schemas() -> tuple[Schema, ...]:
    """Give the schema of each template that ships."""
    files = [shipped_template(name) for name in shipped_names()]
    key = _key(files)
    with suppress(Exception):  # whatever stands there that is not ours is derived anew
        kept, schemas = pickle.loads(_FILE.read_bytes())  # noqa: S301 - as good as our own code
        if kept == key:
            return tuple(schemas)
    derived = tuple(derive(decode(file.data), file.source, name=file.name) for file in files)
    _keep(pickle.dumps((key, derived), pickle.HIGHEST_PROTOCOL))
    return derived


def _key(files: Sequence[TemplateFile]) -> str:
    state = hashlib.sha256(code_version().encode())
    for file in files:
        state.update(f"{file.source}\0{len(file.data)}\0".encode() + file.data)
    return state.hexdigest()


def _keep(data: bytes) -> None:
    """Put it in its place at once; an installation that nobody may write to goes without."""
    with suppress(OSError):
        _FILE.parent.mkdir(exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=_FILE.parent, delete=False) as file:
            file.write(data)
        os.replace(file.name, _FILE)  # noqa: PTH105 - it is atomic, and needs no path
