"""The SQLite file behind the cache: how it is read, written and kept small.

Values are given back only with the checksum that they were stored with, made over version, key
and value, so that no damage and no other release's leftovers can pass for a value. A journal
that is deleted after each write keeps it one file, which works where shared memory does not.
Nothing is synced: a crash of the machine may damage the file, and that is then noticed.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from zlib import crc32

from bot.sources.layout import number, prepare
from bot.sources.mishaps import mishaps

_PATIENCE = 0.5  # seconds to wait for another writer
_CHUNK = 500  # parameters in a query; each build of SQLite allows at least 999
_SCAN = 2  # times as many entries as keys: up to there, reading all of them is quicker
_LARGEST = 16_000_000  # bytes of one value


def discard(file: Path) -> None:
    """Delete the file and what belongs to it."""
    with mishaps():
        for path in (file.with_name(f"{file.name}-journal"), file):
            path.unlink(missing_ok=True)


class Store:
    """One open file. One of another version is emptied when it is opened."""

    __slots__ = ("_connection", "_seed")

    def __init__(self, file: Path, version: str) -> None:
        """Open the file, or create it."""
        name = _encoded(version)
        self._seed = crc32(name)
        with mishaps():
            file.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(
                file, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
            )
        try:
            with mishaps():
                self._connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 2 * _LARGEST)
                prepare(self._connection, name)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the file; an unfinished write is undone."""
        self._connection.close()

    def read(self, keys: Iterable[str]) -> dict[str, bytes]:
        """Return the values of those keys that have a sound one."""
        names = {_encoded(key): key for key in keys}
        found: dict[str, bytes] = {}
        with mishaps():
            for rows in self._rows(tuple(names)):
                found |= {
                    names[key]: value
                    for key, total, value in rows
                    if key in names
                    and type(value) is bytes
                    and total == _sum(self._seed, key, value)
                }
        return found

    def write(self, values: Mapping[str, bytes], limit: int) -> None:
        """Store values in one transaction, then drop the oldest ones beyond the limit in bytes."""
        rows = (
            (key, _sum(self._seed, key, value), value)
            for key, value in ((_encoded(name), value) for name, value in values.items())
            if len(value) <= _LARGEST
        )
        statement = "INSERT OR REPLACE INTO entries (key, sum, value) VALUES (?, ?, ?)"
        with mishaps():
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany(statement, rows)
            self._prune(limit)
            self._connection.execute("COMMIT")

    def _rows(self, keys: tuple[bytes, ...]) -> Iterator[sqlite3.Cursor]:
        """Look up keys; reading everything is quicker where that is not much more than asked."""
        query = "SELECT key, sum, value FROM entries"
        first, last = self._span()
        if last - first < _SCAN * len(keys):
            yield self._connection.execute(query)
            return
        for at in range(0, len(keys), _CHUNK):
            chunk = keys[at : at + _CHUNK]
            marks = ",".join("?" * len(chunk))
            yield self._connection.execute(f"{query} WHERE key IN ({marks})", chunk)

    def _prune(self, limit: int) -> None:
        """Drop a quarter of the entries, those that were written first, until the rest fits."""
        while self._used() > limit:
            first, last = self._span()
            if first > last:
                return
            oldest = first + (last - first) // 4
            self._connection.execute("DELETE FROM entries WHERE id <= ?", (oldest,))

    def _span(self) -> tuple[int, int]:
        """Return the ids of the oldest and the newest entry."""
        first = number(self._connection, "SELECT coalesce(min(id), 1) FROM entries")
        return first, number(self._connection, "SELECT coalesce(max(id), 0) FROM entries")

    def _used(self) -> int:
        pages = number(self._connection, "PRAGMA page_count") - number(
            self._connection, "PRAGMA freelist_count"
        )
        return pages * number(self._connection, "PRAGMA page_size")


def _sum(seed: int, key: bytes, value: bytes) -> int:
    return crc32(value, crc32(key, seed) ^ len(key))


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
