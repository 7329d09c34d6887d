"""The benchmark: what must be fast, against what others take for the same in the same run."""
