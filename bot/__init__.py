"""Spec Steward: governs the specs of a repository where they live, through pull requests."""

__version__ = "0.1.0"
