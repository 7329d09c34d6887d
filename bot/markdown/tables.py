"""What makes two lines the top of a table, by GitHub's rule: as many dashes as headings.

One column will do, even without a pipe in its heading; dashes alone underline it instead.
"""

import re

_PIPE = re.compile(r"(?<!\\)\|")
_DASHES = re.compile(r":?-+:?")


def is_table(header: str, rule: str) -> bool:
    """Tell whether the second line makes the first one the head of a table."""
    rule = rule.strip(" \t")
    if not ("|" in rule or ":" in rule) or rule.strip("|:- \t"):
        return False
    columns = cells(rule)
    if not all(_DASHES.fullmatch(column) for column in columns):
        return False
    return len(columns) == len(cells(header))


def cells(row: str) -> list[str]:
    """Part a row at its pipes; those at its ends are decoration, and a backslash makes one text."""
    row = row.strip(" \t").removeprefix("|")
    if row.endswith("|") and not row.endswith("\\|"):
        row = row[:-1]
    return [cell.strip(" \t").replace("\\|", "|") for cell in _PIPE.split(row)]
