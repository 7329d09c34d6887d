"""The one kind of error that its reader can mend; everything else is a bug of ours."""


class StewardError(Exception):
    """Says in one line what is wrong, where, and how to mend it."""

    exit_code = 2

    def __init__(self, what: str, *, where: str = "", mend: str = "") -> None:
        self.what = what
        self.where = where
        self.mend = mend
        super().__init__(str(self))

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        mend = f"; {self.mend}" if self.mend else ""
        return " ".join(f"{place}{self.what}{mend}".split())
