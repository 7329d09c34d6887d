"""Where things stand on GitHub, as links that hold for good: each names its commit."""

from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from urllib.parse import quote

from bot.model.pull import Pull


@dataclass(frozen=True, slots=True)
class Address:
    """A repository on its server; the commits of forks can be reached in it too."""

    server: str
    repository: str

    def file(self, commit: str, path: str, line: int | None = None) -> str:
        """Give the address of a file; where a line is named, of its source, for that has lines."""
        spot = "" if line is None else f"?plain=1#L{max(1, line)}"
        return f"{self._base}/blob/{_safe(commit)}/{_safe(path, '/')}{spot}"

    def commit(self, commit: str) -> str:
        """Give the address of a commit."""
        return f"{self._base}/commit/{_safe(commit)}"

    def issue(self, number: int) -> str:
        """Give the address of an issue."""
        return f"{self._base}/issues/{number}"

    def pull(self, number: int) -> str:
        """Give the address of a pull request."""
        return f"{self._base}/pull/{number}"

    def changed_line(self, number: int, path: str, line: int) -> str:
        """Give the address of a line in the difference, where suggestions stand."""
        name = sha256(path.encode("utf-8", "surrogatepass")).hexdigest()
        return f"{self._base}/pull/{number}/files#diff-{name}R{max(1, line)}"

    def remark(self, number: int, comment: int) -> str:
        """Give the address of a comment in the conversation."""
        return f"{self._base}/pull/{number}#issuecomment-{comment}"

    def editor(self, repository: str, branch: str, path: str, line: int) -> str:
        """Give the address at which GitHub opens a file of a branch for editing."""
        place = f"{_safe(repository, '/')}/edit/{_safe(branch, '/')}/{_safe(path, '/')}"
        return f"{self.server.rstrip('/')}/{place}#L{max(1, line)}"

    @property
    def _base(self) -> str:
        return f"{self.server.rstrip('/')}/{_safe(self.repository, '/')}"


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses at one commit; without a repository to point into, all of them are empty."""

    address: Address | None
    head: str

    def file(self, path: str) -> str:
        """Give the address of a file."""
        return self.address.file(self.head, path) if self.address else ""

    def line(self, path: str, line: int) -> str:
        """Give the address of a line."""
        return self.address.file(self.head, path, line) if self.address else ""

    def commit(self, commit: str) -> str:
        """Give the address of a commit."""
        return self.address.commit(commit) if self.address else ""

    def issue(self, number: int) -> str:
        """Give the address of an issue."""
        return self.address.issue(number) if self.address else ""

    def changed_line(self, pull: Pull, path: str, line: int) -> str:
        """Give the address of a line in the difference."""
        return self.address.changed_line(pull.number, path, line) if self.address else ""

    def remark(self, pull: Pull, comment: int) -> str:
        """Give the address of a comment; none where it was said otherwise."""
        return self.address.remark(pull.number, comment) if self.address and comment else ""

    def editor(self, pull: Pull, path: str, line: int) -> str:
        """Give the address of the editor; none where the fork was deleted."""
        if not self.address or not pull.head_repository:
            return ""
        return self.address.editor(pull.head_repository, pull.head_branch, path, line)


@lru_cache(maxsize=1024)  # a comment links to the same few files over and over
def _safe(text: str, kept: str = "") -> str:
    # a lone surrogate is no text, and a path may hold one all the same
    return quote(text, safe=kept, errors="surrogatepass").replace("~", "%7E")
