"""The JSON bodies of GitHub's REST API, one module per family."""
