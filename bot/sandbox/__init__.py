"""An embedded GitHub: a server over a git repository, to rehearse and to test on.

What git knows (contents, commits, differences, merges) is read from a private mirror of the
repository; everything else lives in SQLite beside it. The same requests leave the same state.
"""
