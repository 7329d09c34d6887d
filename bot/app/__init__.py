"""The pipeline, wired: each command as one function from what was asked to what is to be said."""
