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


class ForgeError(StewardError):
    """GitHub could not be reached, or refused, after all that could be tried.

    ``status`` is what it answered, 0 where it did not. ``way`` names what is closed to this run,
    where that is one of several ways to say the same; ``grant`` the line that would open it.
    """

    exit_code = 3

    def __init__(
        self,
        what: str,
        *,
        where: str = "",
        mend: str = "",
        way: str = "",
        status: int = 0,
        grant: str = "",
    ) -> None:
        super().__init__(what, where=where, mend=mend)
        self.way = way
        self.status = status
        self.grant = grant


class RefusedError(ForgeError):
    """GitHub has understood and says no: to a whole way or, without one, to a single deed.

    ``fields`` are those of what it was sent that it calls invalid.
    """

    fields: tuple[str, ...] = ()


class LimitError(ForgeError):
    """GitHub answers nothing more for a time: what is not done yet has to wait for another run."""
