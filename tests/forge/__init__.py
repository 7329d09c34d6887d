"""Doors: the in-memory model, and what all of them must do."""
