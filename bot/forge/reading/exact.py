"""Bytes of a file, from the text that GraphQL makes of them.

GitHub reads a file in the encoding that it takes it for, and leaves out marks. Git's own name for
the bytes proves what they were, so that nobody has to ask for each file alone.
"""

from bot.model.blob_id import blob_id

_ENCODINGS = ("utf-8", "utf-8-sig", "cp1252", "latin-1", "utf-16")
_LOST = "\ufffd"


def bytes_of(text: str, blob: str) -> bytes | None:
    """Give the bytes that git calls by this name; None where the text does not tell them."""
    for encoding in _ENCODINGS:
        try:
            data = text.encode(encoding)
        except UnicodeEncodeError:
            continue
        if blob_id(data) == blob:
            return data
    return None


def sign_of(text: str | None) -> bytes:
    """Give a stand-in for bytes that are not known: it is refused for the reason that they are.

    They are binary, where GitHub makes no text of them; else they are no UTF-8, from where on
    GitHub could not read them.
    """
    if text is None:
        return b"\0"
    return text.partition(_LOST)[0].encode() + b"\xff"
