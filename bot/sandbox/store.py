"""The database: records in, records out.

Each record's class is a table, its fields are the columns. One connection serves all, guarded by
the hub's lock; what a refused request has begun is undone.
"""

# ruff: noqa: S608 - the names in queries are those of our own tables and columns, never a caller's

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import TypeVar

from bot.errors import StewardError
from bot.sandbox.record import Record
from bot.sandbox.tables import columns, prepare, table

T = TypeVar("T", bound=Record)


class Store:
    """One open database."""

    __slots__ = ("_connection",)

    def __init__(self, place: Path | str) -> None:
        """Open a file or ``:memory:``, or create it; nobody else may have it open."""
        self._connection = sqlite3.connect(
            place, timeout=0, isolation_level=None, check_same_thread=False
        )
        try:
            for setting in ("locking_mode = EXCLUSIVE", "journal_mode = WAL", "synchronous = OFF"):
                self._connection.execute(f"PRAGMA {setting}")
            with self.transaction():
                prepare(self._connection)
        except (sqlite3.DatabaseError, StewardError) as error:
            self._connection.close()
            raise _unusable(Path(place), error) from error

    def copy(self) -> "Store":
        """Return how things stand now, in memory."""
        other = Store(":memory:")
        other.become(self)
        return other

    def become(self, other: "Store") -> None:
        """Hold what another one holds."""
        other._connection.backup(self._connection)  # noqa: SLF001 - it is one of us

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep what is done inside, or none of it; one inside another belongs to that one."""
        if self._connection.in_transaction:
            yield
            return
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def next_id(self) -> int:
        """Return the next id of all: rising, with gaps, as nobody is alone on GitHub."""
        query = "UPDATE sequence SET count = count + 1, last = last + 1 + (count * 7919) % 61"
        self._connection.execute(query)
        (last,) = self._connection.execute("SELECT last FROM sequence").fetchone()
        return int(last)

    def add(self, record: T) -> T:
        """Insert a record."""
        names = columns(type(record))
        marks = ", ".join("?" * len(names))
        values = [getattr(record, name) for name in names]
        self._connection.execute(f'INSERT INTO "{table(type(record))}" VALUES ({marks})', values)
        return record

    def change(self, record: T, **values: object) -> T:
        """Give some of a record's fields other values."""
        sets = ", ".join(f'"{name}" = ?' for name in values)
        query = f'UPDATE "{table(type(record))}" SET {sets} WHERE id = ?'
        self._connection.execute(query, (*values.values(), record.id))
        return self.get(type(record), record.id)

    def drop(self, record: Record) -> None:
        """Delete a record."""
        query = f'DELETE FROM "{table(type(record))}" WHERE id = ?'
        self._connection.execute(query, (record.id,))

    def find(self, kind: type[T], where: str = "1", *values: object) -> list[T]:
        """Return the records for which the condition holds, oldest first unless it says else."""
        order = "" if "ORDER BY" in where else " ORDER BY id"
        query = f'SELECT * FROM "{table(kind)}" WHERE {where}{order}'
        flags = [spec.type is bool for spec in fields(kind)]
        return [
            kind(*(bool(value) if flag else value for flag, value in zip(flags, row, strict=True)))
            for row in self._connection.execute(query, values)
        ]

    def first(self, kind: type[T], where: str = "1", *values: object) -> T | None:
        """Return the first of such records."""
        return next(iter(self.find(kind, where, *values)), None)

    def get(self, kind: type[T], key: int) -> T:
        """Return the record that has to be there."""
        (record,) = self.find(kind, "id = ?", key)
        return record

    def count(self, kind: type[Record], where: str = "1", *values: object) -> int:
        """Count such records."""
        query = f'SELECT count(*) FROM "{table(kind)}" WHERE {where}'
        (number,) = self._connection.execute(query, values).fetchone()
        return int(number)


def _unusable(file: Path, error: Exception) -> StewardError:
    """Say why the file cannot be used."""
    where = str(file.parent)
    if isinstance(error, StewardError):
        return StewardError(error.what, where=where, mend=error.mend)
    if "locked" in str(error):
        what = "another embedded GitHub is at work on this folder"
        return StewardError(what, where=where, mend="end that one, or name another folder")
    what = f"this cannot be read: {error}"
    return StewardError(what, where=where, mend="begin anew with an empty folder")
