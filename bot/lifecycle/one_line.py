"""Words of a comment on one line, with nothing in them that is not seen, and cut by their bytes."""

QUOTES = "\"'`“”„‟«»‹›‘’‚‛"  # noqa: RUF001 - all that phones and word processors put there


def one_line(text: str) -> str:
    """Make every gap one space, and leave out what does not show, such as what turns text round."""
    return " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split())


def size(text: str) -> int:
    """Give the bytes that a text takes where it is kept."""
    return len(text.encode("utf-8", "surrogatepass"))


def cut(text: str, most: int) -> str:
    """Shorten a text to so many bytes, which shows."""
    if size(text) <= most:
        return text
    return text.encode()[: most - size("…")].decode(errors="ignore").rstrip() + "…"
