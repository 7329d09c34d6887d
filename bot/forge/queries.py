"""The GraphQL documents, each for something that REST answers in many requests.

They keep to the schema that GitHub publishes. What is not in it (merge bases, the names that files
had before) is asked of REST.
"""

from collections.abc import Sequence

from bot.forge.fragments import (
    ALONE,
    COMMENT,
    CONTEXT,
    LABEL,
    LABELLING,
    PERSON,
    REVIEW,
    THREAD,
    Along,
)

PAGE = 100

_PAGING = "pageInfo { hasNextPage endCursor }"
_LABELLINGS = "itemTypes: [LABELED_EVENT, UNLABELED_EVENT]"


def _more(name: str, listed: str, fragment: str) -> str:
    """Write the query for a further page of something on a pull request."""
    return f"""
query {name}($owner: String!, $name: String!, $number: Int!, $after: String) {{
  repository(owner: $owner, name: $name) {{
    pullRequest(number: $number) {{
      {listed} {{ {_PAGING} nodes {{ ...{name.casefold()} }} }}
    }}
  }}
}}
{fragment}"""


COMMENTS = _more("Comment", f"comments(first: {PAGE}, after: $after)", COMMENT)
REVIEWS = _more("Review", f"reviews(first: {PAGE}, after: $after)", REVIEW)
LABELLING_PAGES = _more(
    "Labelling", f"timelineItems(first: {PAGE}, after: $after, {_LABELLINGS})", LABELLING
)
THREADS = _more("Thread", f"reviewThreads(first: {PAGE}, after: $after)", THREAD)

LABELS = f"""
query Labels($owner: String!, $name: String!, $after: String) {{
  repository(owner: $owner, name: $name) {{
    labels(first: {PAGE}, after: $after, query: "spec") {{ {_PAGING} nodes {{ ...label }} }}
  }}
}}
{LABEL}"""

PULL = f"""
query Pull($owner: String!, $name: String!, $number: Int!) {{
  viewer {{ login }}
  repository(owner: $owner, name: $name) {{
    defaultBranchRef {{ name }}
    labels(first: {PAGE}, query: "spec") {{ {_PAGING} nodes {{ ...label }} }}
    pullRequest(number: $number) {{
      number title url state isDraft {PERSON}
      baseRefName baseRefOid headRefName headRefOid isCrossRepository
      baseRef {{ target {{ oid }} refUpdateRule {{ requiredStatusCheckContexts }} }}
      headRepository {{ nameWithOwner }}
      mergedAt mergeCommit {{ oid }}
      labels(first: {PAGE}) {{ nodes {{ name }} }}
      comments(first: {PAGE}) {{ {_PAGING} nodes {{ ...comment }} }}
      reviews(first: {PAGE}) {{ {_PAGING} nodes {{ ...review }} }}
      reviewThreads(first: {PAGE}) {{ {_PAGING} nodes {{ ...thread }} }}
      timelineItems(first: {PAGE}, {_LABELLINGS}) {{ {_PAGING} nodes {{ ...labelling }} }}
      commits(last: 1) {{
        nodes {{
          commit {{
            oid
            statusCheckRollup {{ contexts(first: {PAGE}) {{ {_PAGING} nodes {{ ...context }} }} }}
          }}
        }}
      }}
    }}
  }}
}}
{COMMENT}{REVIEW}{LABELLING}{CONTEXT}{THREAD}{LABEL}"""

VIEWER = "query Viewer { viewer { login } }"

HOME = """
query Home($owner: String!, $name: String!) {
  viewer { login }
  repository(owner: $owner, name: $name) { defaultBranchRef { name target { oid } } }
}
"""

MINIMISE = """
mutation Minimise($subject: ID!, $why: ReportedContentClassifiers!) {
  minimizeComment(input: {subjectId: $subject, classifier: $why}) {
    minimizedComment { isMinimized }
  }
}
"""

UNMINIMISE = """
mutation Unminimise($subject: ID!) {
  unminimizeComment(input: {subjectId: $subject}) {
    unminimizedComment { isMinimized }
  }
}
"""


def files(wanted: Sequence[Sequence[int]], along: Along = ALONE) -> str:
    """Write the query for files: for each commit, the numbers of the paths that it is asked for.

    Commits and paths come as variables, for they are untrusted text. Something else of the
    repository may come ``along``.
    """
    paths = sorted({path for each in wanted for path in each})
    variables = "".join(f", $c{at}: GitObjectID!" for at in range(len(wanted)))
    variables += "".join(f", $p{path}: String!" for path in paths)
    found = "".join(
        f"    c{at}: object(oid: $c{at}) {{ ... on Commit {{"
        + "".join(f" f{path}: file(path: $p{path}) {{ ...file }}" for path in each)
        + " } }\n"
        for at, each in enumerate(wanted)
    )
    return f"""
query Files($owner: String!, $name: String!{variables}{along.declared}) {{
  repository(owner: $owner, name: $name) {{
{found}{along.asked}  }}
}}
fragment file on TreeEntry {{
  mode oid type object {{ ... on Blob {{ byteSize isTruncated text }} }}
}}
{along.fragments}"""
