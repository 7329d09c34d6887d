"""How requests and answers travel: tokens, permissions, pages, limits, faults."""
