"""The tables of the database: one for each kind of record."""

import sqlite3
import zlib
from dataclasses import fields

from bot.errors import StewardError
from bot.sandbox import records, threads, verdicts
from bot.sandbox.record import Record

_FIRST = 2_147_483_659  # ids of GitHub have left 32 bits behind

_TABLES: tuple[type[Record], ...] = (
    *(records.User, records.App, records.Token, records.Repository),
    *(records.FormerName, records.RequiredCheck),
    *(records.Role, records.Team, records.Membership),
    *(
        threads.Issue,
        threads.IssueType,
        threads.Label,
        threads.Labelling,
        threads.Assignment,
        threads.Milestone,
    ),
    *(threads.IssueType, threads.Departure, threads.Dependency),
    *(threads.Comment, threads.Reaction, threads.Event),
    *(verdicts.Pull, verdicts.Review, verdicts.ReviewComment, verdicts.CheckSuite),
    *(verdicts.CheckRun, verdicts.Annotation, verdicts.Status),
)
_LOOKED_UP = ("issue_id", "label_id", "parent_id", "repository_id", "run_id", "subject_id")


def prepare(connection: sqlite3.Connection) -> None:
    """Make the tables that are not there yet; refuse those of another version."""
    (known,) = connection.execute("PRAGMA user_version").fetchone()
    if known not in {0, _VERSION}:
        what = "this was kept by another version of the embedded GitHub"
        raise StewardError(what, mend="begin anew with an empty folder")
    connection.execute(f"PRAGMA user_version = {_VERSION}")
    for kind in _TABLES:
        told = ", ".join(
            '"id" INTEGER PRIMARY KEY' if name == "id" else f'"{name}"' for name in columns(kind)
        )
        connection.execute(f'CREATE TABLE IF NOT EXISTS "{table(kind)}" ({told})')
        for name in set(columns(kind)) & set(_LOOKED_UP):
            connection.execute(
                f'CREATE INDEX IF NOT EXISTS "{table(kind)}_{name}" ON "{table(kind)}" ("{name}")'
            )
    connection.execute("CREATE TABLE IF NOT EXISTS sequence (count, last)")
    if not connection.execute("SELECT 1 FROM sequence").fetchone():
        connection.execute("INSERT INTO sequence VALUES (0, ?)", (_FIRST,))


def table(kind: type[Record]) -> str:
    """Return the name of the table of a kind of records."""
    return kind.__name__


def columns(kind: type[Record]) -> list[str]:
    """Return the names of its columns."""
    return [spec.name for spec in fields(kind)]


_VERSION = zlib.crc32(repr([(table(kind), columns(kind)) for kind in _TABLES]).encode()) >> 1
