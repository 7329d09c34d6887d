"""Results that are kept between runs. Losing them costs time, and nothing else.

Whatever goes wrong (a damaged file, a full disk, a lock that stays, a folder that may not be
written, a Python without SQLite) looks to the caller like a cache that knows nothing.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

if TYPE_CHECKING:
    from bot.sources.store import Store

_LIMIT = 200_000_000  # bytes

_Result = TypeVar("_Result")


class Cache:
    """Bytes by key, in a file of the folder that is made when something is first stored.

    A cache of another version counts as empty. Without a folder nothing is kept. Each process
    needs a cache of its own; any number of them may use one folder at a time.
    """

    __slots__ = ("_file", "_limit", "_store", "_version")

    def __init__(self, folder: Path | None, version: str, *, limit: int = _LIMIT) -> None:
        """Say where; nothing is touched yet."""
        self._file = None if folder is None else folder / "cache.sqlite"
        self._version = version
        self._limit = limit
        self._store: Store | None = None

    def __enter__(self) -> Self:
        """Use it for the length of a block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of the file at the end of the block."""
        self.close()

    def get_many(self, keys: Iterable[str]) -> dict[str, bytes]:
        """Return the values of those keys that are known."""
        if self._file is None or not os.access(self._file, os.R_OK):
            return {}
        wanted = tuple(keys)
        return self._try(lambda store: store.read(wanted)) or {}

    def put_many(self, values: Mapping[str, bytes]) -> None:
        """Keep values, in place of those that were there under the same keys."""
        if values:
            self._try(lambda store: store.write(values, self._limit))

    def close(self) -> None:
        """Let go of the file; it is opened again where needed."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def _try(self, work: Callable[["Store"], _Result]) -> _Result | None:
        """Do the work, on a new file if the one that is there is no good, or give up for good."""
        if self._file is None:
            return None
        try:
            from bot.sources.mishaps import DamageError, LostError  # noqa: PLC0415 - SQLite
            from bot.sources.store import Store, discard  # noqa: PLC0415 - may not be there
        except ImportError:
            return None
        try:
            try:
                self._store = self._store or Store(self._file, self._version)
                return work(self._store)
            except DamageError:
                self.close()
                discard(self._file)
                self._store = Store(self._file, self._version)
                return work(self._store)
        except LostError:
            self.close()
            self._file = None
            return None
