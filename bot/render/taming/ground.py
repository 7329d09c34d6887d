"""Where a text stands, and so where its links lead; those that would do something lead nowhere."""

import posixpath
import re
from dataclasses import dataclass
from html import unescape
from urllib.parse import SplitResult, quote, unquote, urlsplit

from bot.render.comment.address import Links

_MOST = 2_000
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_SCHEME = re.compile(r"[a-z][a-z\d+.-]*:", re.IGNORECASE)
_KEPT = ":/?#@!&'*+,;=%"  # what may stand in an address as it is
_TRACED = re.compile(r"/(?:issues|pulls?|discussions|commits?)/", re.IGNORECASE)
_GITHUB = frozenset(("github.com", "www.github.com"))


@dataclass(frozen=True, slots=True)
class Ground:
    """A file at a commit, which the links of a text are relative to."""

    links: Links
    path: str

    def leads_to(self, target: str) -> str:
        """Give the address that a link leads to; empty where it may not lead there.

        An issue would show that it is linked to from here: on github.com there is an address by
        which it does not.
        """
        target = unescape(_ESCAPE.sub(r"\1", target)).strip()
        if not target or len(target) > _MOST or "\\" in target:
            return ""
        if not _SCHEME.match(target):
            return self._within(target)
        try:
            parts = urlsplit(target)
            host = parts.hostname or ""
        except ValueError:
            return ""
        if parts.scheme not in {"http", "https"} or not host:
            return ""
        if _TRACED.search(unquote(parts.path)):
            parts = self._untraced(parts, host)
        return _safe(parts.geturl())

    def _untraced(self, parts: SplitResult, host: str) -> SplitResult:
        if host in _GITHUB:
            return parts._replace(scheme="https", netloc="redirect.github.com")
        address = self.links.address
        is_ours = address is not None and host == urlsplit(address.server).hostname
        return SplitResult("", "", "", "", "") if is_ours else parts

    def _within(self, target: str) -> str:
        """Resolve a link to a file of the repository, at the commit of the text."""
        if target.startswith("//") or self.links.address is None:
            return ""
        file, mark, spot = target.partition("#")
        file = unquote(file.partition("?")[0])
        folder = "" if file.startswith("/") else posixpath.dirname(self.path)
        path = posixpath.normpath(posixpath.join(folder, file.lstrip("/"))) if file else self.path
        if path.startswith("..") or path == ".":
            return ""
        return self.links.file(path) + (mark and _safe(mark + spot))


def _safe(address: str) -> str:
    quoted = quote(address, safe=_KEPT, errors="surrogatepass")
    return quoted.replace("&", "&amp;").replace("*", "%2A")
