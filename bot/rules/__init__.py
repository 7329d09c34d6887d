"""What a spec is held to: one rule a file, whose docstring is its manual page."""
