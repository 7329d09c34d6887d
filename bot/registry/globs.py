"""Path patterns as the configuration writes them: ``*`` stays within a folder, ``**`` does not."""

import re
from functools import lru_cache


@lru_cache(maxsize=512)
def glob_regex(pattern: str) -> re.Pattern[str]:
    """Translate a path pattern; Python learnt ``**`` only in 3.13."""
    parts: list[str] = []
    at = 0
    pattern = pattern.removeprefix("./")
    while at < len(pattern):
        if pattern.startswith("**/", at):
            parts.append(r"(?:[^/]+/)*")
            at += 3
        elif pattern.startswith("**", at):
            parts.append(r".*")
            at += 2
        elif pattern[at] == "*":
            parts.append(r"[^/]*")
            at += 1
        elif pattern[at] == "?":
            parts.append(r"[^/]")
            at += 1
        else:
            parts.append(re.escape(pattern[at]))
            at += 1
    return re.compile("".join(parts))


def matches(path: str, patterns: tuple[str, ...]) -> bool:
    """Tell whether a path fits one of the patterns; one that names a folder means all in it."""
    return any(glob_regex(p).fullmatch(path) or _is_within(path, p) for p in patterns)


def _is_within(path: str, pattern: str) -> bool:
    folder = pattern.removeprefix("./").rstrip("/")
    return folder in ("", ".") or path.startswith(f"{folder}/")
