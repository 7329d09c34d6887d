"""What a run has done, in plain words, for its log."""
