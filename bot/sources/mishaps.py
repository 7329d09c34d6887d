"""All that may go wrong with the cache's file, as the two errors that make a difference."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

_DAMAGE = frozenset(
    {
        sqlite3.SQLITE_ERROR,  # a table or a column that is not there
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_TOOBIG,
        sqlite3.SQLITE_CONSTRAINT,
        sqlite3.SQLITE_MISMATCH,
        sqlite3.SQLITE_FORMAT,
        sqlite3.SQLITE_NOTADB,
    }
)


class LostError(Exception):
    """Nothing can be kept here: locked, full, not permitted."""


class DamageError(LostError):
    """Nothing can be kept in this file, but in a new one."""


@contextmanager
def mishaps() -> Iterator[None]:
    """Translate the errors of SQLite and of the file system."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)  # undecodable: no code
        raise (DamageError if code & 0xFF in _DAMAGE else LostError) from error
    except OSError as error:
        raise LostError from error
