"""From the bytes of a file to a ``Document``; the only importer of mistletoe."""
