"""What GraphQL is asked about each thing on a pull request, for the queries to put together."""

from dataclasses import dataclass

PERSON = "author { __typename login }"
COMMENT = f"""
fragment comment on IssueComment {{
  id fullDatabaseId url body isMinimized viewerDidAuthor createdAt lastEditedAt {PERSON}
  editor {{ __typename login }}
  reactionGroups {{ content viewerHasReacted }}
}}
"""
REVIEW = f"""
fragment review on PullRequestReview {{
  fullDatabaseId state body submittedAt authorCanPushToRepository commit {{ oid }} {PERSON}
}}
"""
LABELLING = """
fragment labelling on PullRequestTimelineItems {
  __typename
  ... on LabeledEvent { createdAt actor { __typename login } label { name } }
  ... on UnlabeledEvent { createdAt actor { __typename login } label { name } }
}
"""
CONTEXT = """
fragment context on StatusCheckRollupContext {
  __typename
  ... on CheckRun { databaseId name conclusion externalId checkSuite { app { slug } } }
  ... on StatusContext { context state description targetUrl }
}
"""
THREAD = """
fragment thread on PullRequestReviewThread {
  comments(first: 1) { nodes { fullDatabaseId body viewerDidAuthor } }
}
"""
LABEL = """
fragment label on Label { name color description }
"""


@dataclass(frozen=True, slots=True)
class Along:
    """What is asked of a repository in one question with something else: one request less."""

    variables: str = ""
    asked: str = ""
    fragments: str = ""

    @property
    def declared(self) -> str:
        """Give the variables as they follow upon others."""
        return f", {self.variables}" if self.variables else ""


ALONE = Along()
