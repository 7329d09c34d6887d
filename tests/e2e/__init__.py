"""The Action as its users run it: its image, in a workflow, on a runner, against a GitHub."""
