"""The part of GitHub's GraphQL API that our queries use."""
