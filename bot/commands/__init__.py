"""The command line: one file per command, with its words, and with what they ask of the app."""
