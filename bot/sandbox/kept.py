"""A moment of a hub that one can go back to: a scene is set once, and played many times."""

from dataclasses import dataclass

from bot.sandbox.git.refs import Ref, delete_ref, find_refs, move_ref
from bot.sandbox.hub import Hub
from bot.sandbox.store import Store


@dataclass(frozen=True, slots=True)
class Kept:
    """What was remembered then, and where the branches stood."""

    store: Store
    refs: tuple[Ref, ...]

    @classmethod
    def of(cls, hub: Hub) -> "Kept":
        """Keep how things stand now."""
        with hub.lock:
            return cls(hub.store.copy(), find_refs(hub.mirror, "refs"))

    def restore(self, hub: Hub) -> None:
        """Let the hub be as it was; what has been written to git since lies there unseen."""
        with hub.lock:
            hub.store.become(self.store)
            known = {ref.name: ref.sha for ref in self.refs}
            for ref in find_refs(hub.mirror, "refs"):
                if ref.name not in known:
                    delete_ref(hub.mirror, ref.name)
                elif ref.sha == known[ref.name]:
                    del known[ref.name]
            for name, sha in known.items():
                move_ref(hub.mirror, name, sha)

    def close(self) -> None:
        """Forget it."""
        self.store.close()
