"""What the Steward remembers from one look to the next: in its own comment, and nowhere else."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.app.action.keeping import Keeping, read_keeping, write_keeping
from bot.app.action.progress import question_key
from bot.model.hearing import Hearing
from bot.model.pull import Comment, PullState
from bot.plan.marker import read_marker, write_marker
from bot.plan.pulls import COMMENT, own_comments

SHORT = 12
"""of a commit's name, what is kept and shown: enough to find it, and not too much to keep"""
_MOST = 150  # questions that are remembered
_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_ENTRY = re.compile(rf"[0-9a-f]{{10}}:[0-9a-f]{{{SHORT}}}")


@dataclass(frozen=True, slots=True)
class Memory:
    """The head at which it looked before, and where it first saw each open question.

    ``said`` tells what the comment says from anything else it could say, whichever head it names.
    ``last`` is the head that it names. It ``is_lost`` where there is no comment that counts.
    """

    seen: str | None = None
    asked: Mapping[str, str] = field(default_factory=dict)
    said: str = ""
    last: str = ""
    keeping: Keeping = field(default_factory=Keeping)
    is_lost: bool = True


def recall(state: PullState) -> Memory:
    """Read what the last look left.

    It names the head that it was about, and the one before: whoever looks again at the same head
    has to say the same.
    """
    own = own_comments(state)
    values = read_marker(own[0].body, COMMENT, first=True) if own else None
    if not values or _is_tampered(own[0], state.me):
        return Memory()
    last = values.get("head", "")
    seen = values.get("before", "") if last == state.pull.head else last
    entries = (entry for entry in values.get("asked", "").split(",") if _ENTRY.fullmatch(entry))
    asked = {key: commit for key, _, commit in (entry.partition(":") for entry in entries)}
    is_ours = values.get("sum") == digest(_below(own[0].body))  # and nobody has edited it since
    said = values.get("said", "") if is_ours else ""
    return Memory(
        seen=seen if _COMMIT.fullmatch(seen) else None,
        asked=asked,
        said=said,
        last=last if _COMMIT.fullmatch(last) else "",
        keeping=read_keeping(values),
        is_lost=False,
    )


def _is_tampered(comment: Comment, me: str) -> bool:
    """Tell whether somebody else has changed it: whoever may write may, and it grants waivers."""
    return comment.editor is not None and comment.editor.login != me


def digest(text: str) -> str:
    """Tell a text from any other; how GitHub keeps its line ends makes no difference."""
    kept = text.replace("\r\n", "\n").rstrip()
    return hashlib.sha256(kept.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _below(body: str) -> str:
    return body.replace("\r\n", "\n").partition("\n")[2]


def mark(hearing: Hearing, memory: Memory, said: str, body: str) -> str:
    """Write the first line of the comment, with what the next look is to know."""
    values = {"head": hearing.pull.head, "said": said, "sum": digest(body)}
    values |= write_keeping(memory.keeping)
    if memory.seen:
        values["before"] = memory.seen
    asked = {
        question_key(question.text): question.since
        for spec in hearing.specs
        for question in spec.questions
        if question.since
    }
    if asked:
        kept = list(asked.items())[:_MOST]
        values["asked"] = ",".join(f"{key}:{commit}" for key, commit in kept)
    return write_marker(COMMENT, values)
