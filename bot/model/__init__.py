"""The nouns of the product: frozen data that imports nothing of ours."""
