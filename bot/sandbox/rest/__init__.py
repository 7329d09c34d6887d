"""The routes of GitHub's REST API, one module per family."""
