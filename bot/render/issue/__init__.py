"""What people read on the issues of a spec, and on the pull request that writes back to it."""
