"""How fast GitHub may be written to: for bulk work alone, for it tells on whoever waits.

What GitHub answers to too many writes at once is a limit, which holds everybody up who uses the
same token. So many writes are spread out beforehand. The waits are none of those that ``Patience``
counts: nobody has asked for them.
"""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.plan.actions import Action, CreateIssue

_GAP = 1.0
"""seconds from one deed to the next"""

_NEW = 20
_SPAN = 60.0
"""so many new issues in so many seconds"""


@dataclass(slots=True)
class Pace:
    """Lets deeds through, one at a time; ``waited`` are the seconds that it has kept them back.

    The time that a deed itself takes counts, and so does what ``Patience`` waits within it.
    """

    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    waited: float = 0.0
    _last: float | None = None
    _made: deque[float] = field(default_factory=deque)

    def admit(self, action: Action) -> None:
        """Wait until a deed may be done."""
        pause = self.pause(action)
        if pause > 0:
            self.sleep(pause)
            self.waited += pause
        self._last = self.clock()
        if isinstance(action, CreateIssue):
            self._made.append(self._last)

    def pause(self, action: Action) -> float:
        """Say how long a deed has to wait from now on."""
        now = self.clock()
        while self._made and self._made[0] + _SPAN <= now:
            self._made.popleft()
        ready = now if self._last is None else self._last + _GAP
        if isinstance(action, CreateIssue) and len(self._made) >= _NEW:
            ready = max(ready, self._made[-_NEW] + _SPAN)
        return max(0.0, ready - now)
