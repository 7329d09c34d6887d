"""Metadata that tells where a text stands and not what it asks for: status, dates, version.

A date counts as bookkeeping by its name and its value: ``Due: 2026-12-01`` is a promise, and
``Date: at the latest two days after the order`` a requirement.
"""

import re
from collections.abc import Iterable

from bot.markdown.inline import plain
from bot.model.document import Field
from bot.schema.fieldset import is_status

_LONGEST_STATUS = 120  # characters; "Superseded by X, since …" is a status, a paragraph is text
_WORDS = re.compile(r"[^\W_]+")
_DATE_NAMES = frozenset(
    """
    date day time at on last first initial latest document doc spec status created creation written
    authored updated update modified modification changed change edited edit revised revision
    reviewed review approved approval accepted acceptance decided decision published publication
    """.split()
)
_DATE_WORD = re.compile(
    r"\d{1,4}(?:st|nd|rd|th|t\d\d)?|\d\dz|[tz]|utc|yyyy|mm|dd|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|"
    r"july|august|september|october|november|december)"
)
_MOST_WORDS = 8  # 21st November 2026 at 14:30:00 UTC
_VERSION_NAME = re.compile(r"(?:(?:document|doc|spec|file) )?(?:version|revision)", re.I)
_VERSION = re.compile(
    r"v?\d{1,9}(?:\.\d{1,9}){0,4}(?:[-+ .]?(?:draft|alpha|beta|rc)\.?\d{0,4})?", re.I
)


def bookkeeping(fields: Iterable[Field]) -> dict[int, tuple[Field, ...]]:
    """Give the fields that say nothing of the content, by line."""
    found: dict[int, tuple[Field, ...]] = {}
    for field in fields:
        if _is_status(field) or _is_date(field) or _is_version(field):
            found[field.line] = (*found.get(field.line, ()), field)
    return found


def _is_status(field: Field) -> bool:
    return is_status(field.name) and len(field.value) <= _LONGEST_STATUS


def _is_date(field: Field) -> bool:
    names = _WORDS.findall(field.name.casefold())
    if not _DATE_NAMES.issuperset(names):
        return False
    words = _WORDS.findall(field.value.casefold())
    return len(words) <= _MOST_WORDS and all(map(_DATE_WORD.fullmatch, words))


def _is_version(field: Field) -> bool:
    if not _VERSION_NAME.fullmatch(field.name):
        return False
    value = plain(field.value)
    return not value or _VERSION.fullmatch(value) is not None
