"""The name that git would give to a text."""


def blob_id(data: bytes) -> str:
    """Return the id of a blob with this content (in a repository that uses SHA-1)."""
    from hashlib import sha1  # noqa: PLC0415 - only where a blob is not known

    return sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
