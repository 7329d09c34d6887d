"""Where text comes from: a git repository on this machine, or a folder without one."""
