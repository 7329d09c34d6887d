"""Dates in another form that can mean only one day, as ISO dates."""

import re

_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_NAMED = re.compile(
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?\s+(?P<month>[a-z]{3,9})\.?,?\s+(?P<year>\d{4})|"
    r"(?P<month2>[a-z]{3,9})\.?\s+(?P<day2>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{4}))(?!\d)",
    re.I,
)


def iso_date(value: str) -> tuple[str, str] | None:
    """Give the part of a value that is a date, and that date as ISO; None where it is not sure."""
    if match := _YEAR_FIRST.match(value):
        return match[0], f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}"
    if match := _YEAR_LAST.match(value):
        one, other = int(match[1]), int(match[2])
        if max(one, other) <= len(_MONTHS) and one != other:
            return None  # the 5th of June, or the 6th of May
        return match[0], f"{match[3]}-{min(one, other):02}-{max(one, other):02}"
    if match := _NAMED.match(value):
        name = (match["month"] or match["month2"]).casefold()
        months = [at for at, month in enumerate(_MONTHS, start=1) if month.startswith(name)]
        if len(months) == 1:
            day, year = match["day"] or match["day2"], match["year"] or match["year2"]
            return match[0], f"{year}-{months[0]:02}-{int(day):02}"
    return None
