"""The GraphQL documents about issues: all that bear a label, and some by their numbers."""

from collections.abc import Iterable

from bot.forge.fragments import PERSON, Along
from bot.plan.marker import LABEL

_AT_ONCE = 50
"""issues in one answer: each comes with its text and its relations, and GitHub has ten seconds"""

_HERE = "number repository { nameWithOwner }"
_ISSUE = f"""
fragment issue on Issue {{
  {_HERE} fullDatabaseId title body state stateReason(enableDuplicate: true) {PERSON}
  labels(first: 100) {{ nodes {{ name }} }}
  assignees(first: 10) {{ nodes {{ login }} }}
  milestone {{ title }}
  parent {{ {_HERE} }}
  subIssues(first: 100) {{ nodes {{ {_HERE} fullDatabaseId state }} }}
  blockedBy(first: 50) {{ nodes {{ {_HERE} }} }}
}}
"""

_VARIABLES = "$label: String!, $after: String"
_LISTED = f"""
    issues(
      first: {_AT_ONCE}, after: $after, labels: [$label], states: [OPEN, CLOSED],
      orderBy: {{field: CREATED_AT, direction: ASC}}
    ) {{
      pageInfo {{ hasNextPage endCursor }}
      nodes {{ ...issue }}
    }}
"""

LABELLED = f"""
query Issues($owner: String!, $name: String!, {_VARIABLES}) {{
  repository(owner: $owner, name: $name) {{{_LISTED}  }}
}}
{_ISSUE}"""

ALONG = Along(_VARIABLES, _LISTED, _ISSUE)
FIRST = {"label": LABEL, "after": None}
"""the same, along with something else: its first page"""

NUMBERED = _AT_ONCE


def numbered(numbers: Iterable[int]) -> str:
    """Write the query for issues by number; each has its own place in the answer."""
    found = "".join(
        f"    i{number}: issue(number: {number}) {{ ...issue }}\n" for number in numbers
    )
    return f"""
query Numbered($owner: String!, $name: String!) {{
  repository(owner: $owner, name: $name) {{
{found}  }}
}}
{_ISSUE}"""
