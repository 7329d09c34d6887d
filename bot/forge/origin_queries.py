"""The GraphQL documents that ask which pull requests stand behind files and commits."""

PAGE = 100
LABELLED = 5
"""pull requests that are looked at for one commit: it was merged by one, seldom by more"""

DEEP = 10
"""changes of a file that are looked through for one whose pull request tells a status"""

PULLS_FROM = f"""
query PullsFrom($owner: String!, $name: String!, $branch: String!, $after: String) {{
  repository(owner: $owner, name: $name) {{
    pullRequests(first: {PAGE}, after: $after, headRefName: $branch, states: [OPEN]) {{
      pageInfo {{ hasNextPage endCursor }}
      nodes {{ number headRefOid }}
    }}
  }}
}}
"""


def mergers(count: int) -> str:
    """Write the query for the pull requests by which files, so many of them, were last changed.

    Paths come as variables, for they are untrusted text.
    """
    variables = "".join(f", $p{at}: String!" for at in range(count))
    asked = f"history(first: {DEEP}, path: $p"
    found = "".join(f"      h{at}: {asked}{at}) {{ ...changed }}\n" for at in range(count))
    return f"""
query Mergers($owner: String!, $name: String!, $commit: GitObjectID!{variables}) {{
  repository(owner: $owner, name: $name) {{
    defaultBranchRef {{ name }}
    object(oid: $commit) {{ ... on Commit {{
{found}    }} }}
  }}
}}
fragment changed on CommitHistoryConnection {{
  nodes {{
    associatedPullRequests(first: {LABELLED}) {{
      nodes {{ number merged baseRefName labels(first: {PAGE}) {{ nodes {{ name }} }} }}
    }}
  }}
}}
"""
