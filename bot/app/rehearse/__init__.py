"""``steward rehearse``: the Action on a branch of this machine, against the embedded GitHub."""
