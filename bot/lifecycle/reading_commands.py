"""A comment → the commands in it: ``/spec`` at the start of a line, a word, and what it is about.

People write commands on phones and from memory, so marks around a word are let pass, and what is
nearly right gets told what is right. Nothing is guessed: a slip never becomes a command.
"""

import re
from collections.abc import Callable
from itertools import islice
from types import MappingProxyType

from bot.lifecycle.addressed import addressed
from bot.lifecycle.commands import (
    Approve,
    Check,
    Command,
    Help,
    PlanAsked,
    Said,
    SetStatus,
    Unknown,
)
from bot.lifecycle.one_line import QUOTES, one_line
from bot.lifecycle.reading_waivers import read_waive
from bot.model.own_labels import FAMILY
from bot.model.pull import Comment
from bot.rules.base import quoted
from bot.schema.near import nearest

_MOST = 10  # of one comment
_LONGEST = 300  # characters behind the call
_LONGEST_STATUS = 50  # of a label's name, and no status is any longer
_WORDS = re.compile(r"[^\w]*(?P<verb>\w[\w-]*)[^\w\s]*\s*(?P<rest>.*)")
_AROUND = f"{QUOTES}*_.!, "
_FAMILY = FAMILY.strip()


def read_commands(comment: Comment) -> tuple[Command, ...]:
    """Read what a person told the Steward, as far as that person's own words are sure to stand.

    With write access anybody may edit somebody else's comment: the words of an edited one may be
    another's, and what another may do would be done in the author's name.
    """
    author = comment.author
    if author is None or author.is_bot or comment.mine or comment.is_edited:
        return ()
    origin = Said(comment.id, author, comment.at)
    return tuple(_read(origin, line) for line in islice(addressed(comment.body), _MOST))


def _read(origin: Said, line: str) -> Command:
    text = one_line(line.lstrip()[:_LONGEST])
    if not text:
        return Help(origin)
    parts = _WORDS.match(text)
    if parts and (read := READERS.get(parts["verb"].casefold())):
        return read(origin, parts["rest"])
    said = parts["verb"] if parts else text
    near = nearest(said.casefold(), READERS)
    mend = f", did you mean “/spec {near}”?" if near else ": “/spec help” lists those there are"
    return Unknown(origin, said, near, f"there is no command {quoted(said, 40)}{mend}")


def _status(origin: Said, rest: str) -> SetStatus | Unknown:
    word = rest.strip(_AROUND)
    if word[: len(_FAMILY)].casefold() == _FAMILY:  # copied from the label
        word = word[len(_FAMILY) :].strip(_AROUND)
    if not word:
        why = "it names no status: write for example “/spec status in review”"
        return Unknown(origin, "status", None, why)
    if len(word) > _LONGEST_STATUS:
        why = f"no status is over {_LONGEST_STATUS} letters long: write the status alone"
        return Unknown(origin, word, None, why)
    return SetStatus(origin, word)


# What stands behind the first three, and behind an approval, is a remark: “approve, thanks!”
READERS: MappingProxyType[str, Callable[[Said, str], Command]] = MappingProxyType(
    {
        "help": lambda origin, _: Help(origin),
        "check": lambda origin, _: Check(origin),
        "plan": lambda origin, _: PlanAsked(origin),
        "status": _status,
        "approve": lambda origin, _: Approve(origin),
        "waive": read_waive,
    }
)
"""by its first word, what reads the rest of a command"""
