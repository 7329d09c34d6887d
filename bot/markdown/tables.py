"""What makes two lines the top of a table, by GitHub's rule: as many dashes as headings."""

import re

_PIPE = re.compile(r"(?<!\\)\|")
_DASHES = re.compile(r":?-+:?")


def is_table(header: str, rule: str) -> bool:
    """Tell whether the second line makes the first one the head of a table."""
    rule = rule.strip(" \t")
    if "|" not in header or "-" not in rule or rule.strip("|:- \t"):
        return False
    columns = cells(rule)
    if not all(_DASHES.fullmatch(column) for column in columns):
        return False
    return len(columns) == len(cells(header))


def cells(row: str) -> list[str]:
    """Part a row at its pipes; those at its ends are decoration, and a backslash hides one."""
    row = row.strip(" \t").removeprefix("|")
    if row.endswith("|") and not row.endswith("\\|"):
        row = row[:-1]
    return [cell.strip(" \t") for cell in _PIPE.split(row)]
