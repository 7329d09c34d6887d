"""Markdown that anybody wrote, written anew: what it shows stays, what it could do is gone."""
