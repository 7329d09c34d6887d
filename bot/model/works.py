"""What merging a pull request does to the issues of its specs, or what it did."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Works:
    """Issues as (what they are called, their number), by what is done to them.

    The number is None where there is no issue yet. ``waiting`` counts those that later runs open,
    for a run opens ``at_once`` at most. ``tracked`` are the tracking issues of what is merged,
    ``astray`` the tasks whose numbers are no issues of the repository: they get none.
    ``later`` is what is approved with this and gets its issues at a later stage: its title, how
    many tasks get one of their own, and what it calls that stage. ``settings`` are the keys of
    the configuration of issues that change for all specs, also for those not looked at.
    In a ``dry_run`` of the configuration nothing of it is done. It ``goes_by_base`` where the rules
    that the pull request brings cannot be used: else it goes by these, which hold by then.
    """

    opens: tuple[tuple[str, int | None], ...] = ()
    renames: tuple[tuple[str, int | None], ...] = ()
    moves: tuple[tuple[str, int | None], ...] = ()
    reopens: tuple[tuple[str, int | None], ...] = ()
    closes: tuple[tuple[str, int | None], ...] = ()
    waiting: int = 0
    at_once: int = 0
    tracked: tuple[tuple[str, int], ...] = ()
    astray: tuple[tuple[str, int], ...] = ()
    later: tuple[tuple[str, int, str], ...] = ()
    settings: tuple[str, ...] = ()
    dry_run: bool = False
    goes_by_base: bool = False

    def __bool__(self) -> bool:
        return any(getattr(self, each.name) for each in fields(self) if each.name not in _HOW)


_HOW = ("at_once", "dry_run", "goes_by_base")
