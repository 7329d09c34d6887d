"""How things stood before the last write, for reads that lag behind."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from starlette.types import ASGIApp

from bot.sandbox.hub import Hub


@dataclass(slots=True)
class Past:
    """A copy of a hub's records, and an application over it. Branches are always those of now."""

    hub: Hub
    serve: Callable[[Hub], ASGIApp]
    _kept: Hub | None = field(default=None, repr=False)

    def keep(self) -> None:
        """Remember how things stand now."""
        with self.hub.lock:
            if self._kept is not None:
                self._kept.close()
            self._kept = replace(self.hub, store=self.hub.store.copy())

    @property
    def app(self) -> ASGIApp | None:
        """What answers as it did then; None before the first write."""
        return None if self._kept is None else self.serve(self._kept)
