"""What a token may do: callers ask before they plan what would only be refused."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Can:
    """What is open, as far as is known; a refusal closes a way, and is kept with its reason.

    The ways are those of the deeds (``action.way``), and ``graphql``; what was not refused may be
    tried. ``unseen`` is what may not be read: it looks as if there were none.
    """

    refused: dict[str, str] = field(default_factory=dict)
    unseen: dict[str, str] = field(default_factory=dict)

    @property
    def closed(self) -> frozenset[str]:
        """The ways that a plan is to do without."""
        return frozenset(self.refused)

    def __call__(self, way: str) -> bool:
        """Tell whether a way is open."""
        return way not in self.refused

    def close(self, way: str, why: str) -> None:
        """Take note of a refusal; the first reason counts."""
        self.refused.setdefault(way, why)
