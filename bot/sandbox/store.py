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

from bot.sandbox import records, threads, verdicts
from bot.sandbox.record import Record

_FIRST = 2_147_483_659  # ids of GitHub have left 32 bits behind


T = TypeVar("T", bound=Record)

_TABLES: tuple[type[Record], ...] = (
    *(records.User, records.App, records.Token, records.Repository),
    *(records.Role, records.Team, records.Membership),
    *(threads.Issue, threads.Label, threads.Labelling, threads.Assignment, threads.Milestone),
    *(threads.Comment, threads.Reaction, threads.Event, threads.Dependency),
    *(verdicts.Pull, verdicts.Review, verdicts.ReviewComment, verdicts.CheckSuite),
    *(verdicts.CheckRun, verdicts.Annotation, verdicts.Status),
)
_LOOKED_UP = ("issue_id", "label_id", "parent_id", "repository_id", "run_id", "subject_id")


class Store:
    """One open database."""

    __slots__ = ("_connection",)

    def __init__(self, file: Path) -> None:
        """Open the file, or create it."""
        self._connection = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = OFF")
        with self.transaction():
            self._prepare()

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
        names = _columns(type(record))
        marks = ", ".join("?" * len(names))
        values = [getattr(record, name) for name in names]
        self._connection.execute(f'INSERT INTO "{_table(type(record))}" VALUES ({marks})', values)
        return record

    def change(self, record: T, **values: object) -> T:
        """Give some of a record's fields other values."""
        sets = ", ".join(f'"{name}" = ?' for name in values)
        query = f'UPDATE "{_table(type(record))}" SET {sets} WHERE id = ?'
        self._connection.execute(query, (*values.values(), record.id))
        return self.get(type(record), record.id)

    def drop(self, record: Record) -> None:
        """Delete a record."""
        query = f'DELETE FROM "{_table(type(record))}" WHERE id = ?'
        self._connection.execute(query, (record.id,))

    def find(self, kind: type[T], where: str = "1", *values: object) -> list[T]:
        """Return the records for which the condition holds, oldest first unless it says else."""
        order = "" if "ORDER BY" in where else " ORDER BY id"
        query = f'SELECT * FROM "{_table(kind)}" WHERE {where}{order}'
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
        query = f'SELECT count(*) FROM "{_table(kind)}" WHERE {where}'
        (number,) = self._connection.execute(query, values).fetchone()
        return int(number)

    def _prepare(self) -> None:
        for kind in _TABLES:
            columns = ", ".join(
                '"id" INTEGER PRIMARY KEY' if name == "id" else f'"{name}"'
                for name in _columns(kind)
            )
            self._connection.execute(f'CREATE TABLE IF NOT EXISTS "{_table(kind)}" ({columns})')
            for name in set(_columns(kind)) & set(_LOOKED_UP):
                self._connection.execute(
                    f'CREATE INDEX IF NOT EXISTS "{_table(kind)}_{name}" '
                    f'ON "{_table(kind)}" ("{name}")'
                )
        self._connection.execute("CREATE TABLE IF NOT EXISTS sequence (count, last)")
        if not self._connection.execute("SELECT 1 FROM sequence").fetchone():
            self._connection.execute("INSERT INTO sequence VALUES (0, ?)", (_FIRST,))


def _table(kind: type[Record]) -> str:
    return kind.__name__


def _columns(kind: type[Record]) -> list[str]:
    return [spec.name for spec in fields(kind)]
