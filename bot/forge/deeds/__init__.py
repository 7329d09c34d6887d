"""Deeds on GitHub, each safe to be done again."""
