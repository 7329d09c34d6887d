"""Checklists and the issues that stand for them: which is which, and what follows from both."""
