"""Who opens the pull request: the account that somebody of this name might have."""

import re
import unicodedata

_APART = re.compile(r"[^a-z0-9]+")
_LONGEST = 39  # characters that GitHub allows
_ANYBODY = "author"


def login_of(name: str | None) -> str:
    """Make a login of a person's name."""
    letters = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode()
    return _APART.sub("-", letters.casefold())[:_LONGEST].strip("-") or _ANYBODY
