"""What ``fix`` says in the end: what it did, what is to be written now, and what it leaves."""

from collections import Counter

from bot.app.fix import Broken, Mended
from bot.model.finding import Severity

_MOST = 5  # rules that are named
_TOLD = (Severity.ERROR, Severity.WARNING)


class Summary:
    """Counts as documents pass by, since their texts are not to be kept."""

    def __init__(self) -> None:
        """Begin with none."""
        self.documents = 0
        self._opened: Counter[str] = Counter()
        self._left: Counter[str] = Counter()
        self._more = 0

    def count(self, mended: Mended) -> None:
        """Take one in."""
        self.documents += bool(mended.edits)
        self._opened.update(edit.opens for edit in mended.edits if edit.opens)
        self._left.update(rule for rule, severity in mended.left if severity in _TOLD)
        self._more += _errors(mended.left) - _errors(mended.found)

    def closing(self, *, written: bool) -> str:
        """Say how many documents are mended, and that what was put in waits for its author."""
        if not self.documents:
            return "nothing to mend"
        documents = _counted(self.documents, "document")
        opened = sorted(self._opened.items(), reverse=True)
        put_in = " and ".join(_counted(count, what) for what, count in opened)
        if put_in:
            until = f" ({_counted(self._more, 'error')} more until then)" if self._more > 0 else ""
            put_in = f"{put_in} to be written{' now' if written else ''}{until}"
        if written:
            return f"{documents} mended{f': inserted {put_in}' if put_in else ''}"
        does = f", which inserts {put_in}" if put_in else ""
        return f"{documents} can be mended: steward fix --write does it{does}"

    def left(self) -> str:
        """Name what is not mended, since only somebody can; empty where that is nothing."""
        named = self._left.most_common(_MOST)
        others = self._left.total() - sum(count for _, count in named)
        parts = [f"{count} {rule}" for rule, count in named] + [f"{others} more"] * (others > 0)
        rules = ", ".join(parts)
        return f"left to you: {rules}; steward check tells where and how" if rules else ""


def _errors(weights: Broken) -> int:
    return sum(severity is Severity.ERROR for _, severity in weights)


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
