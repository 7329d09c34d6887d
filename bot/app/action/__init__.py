"""The Action: a pull request looked at, judged, and told of, whatever event led to it."""
