"""What people and other tools read of a check: one file per format, each a pure function."""
