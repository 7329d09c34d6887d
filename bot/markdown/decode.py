"""Bytes to lines, or a clear word on why a file cannot be read as text."""

from dataclasses import dataclass

from bot.model.policy import SIZE_CAP


@dataclass(frozen=True, slots=True)
class Unreadable(Exception):  # noqa: N818 - a state of a document that callers report, no failure
    """A text that cannot be judged: where it stops making sense, why, and the mend."""

    line: int
    message: str
    help: str


_ENCODINGS = (
    (b"\xff\xfe\0\0", "UTF-32"),
    (b"\0\0\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
    (b"+/v", "UTF-7"),
)


def decode(data: bytes, cap: int = SIZE_CAP) -> tuple[str, ...]:
    """Split a file into lines without their ends.

    Only CR, LF and CRLF end a line: ``str.splitlines`` would also break at U+2028, form feeds and
    the like, and every line number after them would differ from what editors show.
    """
    if len(data) > cap:
        raise Unreadable(
            1, f"the file is over {cap:,} bytes long", "split it, or raise limits.size"
        )
    for mark, name in _ENCODINGS:
        if data.startswith(mark):
            raise Unreadable(1, f"the file is {name}, not UTF-8", "save it as UTF-8")
    if (at := data.find(b"\0")) >= 0:
        line = _line_at(data, at)
        raise Unreadable(line, "the file is binary: it holds a NUL byte", "give a Markdown text")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        start = error.start + (3 if data.startswith(b"\xef\xbb\xbf") else 0)
        line = _line_at(data, start)
        found = f"byte 0x{data[start]:02x} at offset {start} is not UTF-8"
        raise Unreadable(line, found, "save it as UTF-8") from None
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return tuple(text.split("\n"))


def _line_at(data: bytes, at: int) -> int:
    """Give the line of a byte, by the ends that lines have here."""
    return data[:at].replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
