"""Which headings say of the boxes below them that they are work, and which that they are not.

A title alone says little: ``Implementation`` heads prose as often as tasks. Where there are boxes
below it, they are what is to be done, be it called ``Rollout / migration plan``, ``Backend tasks``
or ``Phase 2``, and whatever people put behind the words: ``Implementation plan ✅``.
"""

import re

from bot.markdown.inline import plain
from bot.model.schema import SectionKind
from bot.schema.fold import from_first_word
from bot.schema.words import PHASE, kind_of

_ALONE = (
    r"(?:implementation|delivery|roll-?out|migration|release|launch|deployment|adoption|cut-?over)"
)
_DEED = (
    rf"(?:{_ALONE}|work|development|execution|project|action|upgrade|transition|engineering|"
    r"technical|build)"
)
_THING = (
    r"(?:plan|phases?|tasks?|steps|items?|breakdown|roadmap|milestones?|schedule|timeline|stages|"
    r"work|strategy)"
)
_LIST = (
    r"(?:tasks?|to[- ]?dos?|work[- ]?items?|work ?streams?|work packages?|action items?|"
    r"follow[- ]?ups?|next steps|plan|plan of (?:action|record|work)|scope of work|timeline|"
    r"schedule|roadmap|phasing|phases|milestones|sprints|iterations|increments|stages)"
)
_MORE = r"(?: (?:and|&|/|\+|plus|with|for|to|of|per|by|in)(?: .{1,80})?)?"
_WORK = re.compile(
    rf"(?:{_DEED}\W{{1,5}}(?:and |or )?){{0,3}}(?:{_ALONE}|{_DEED} {_THING}|{_LIST}){_MORE}"
    rf"|(?:[\w-]+ ){{1,4}}(?:tasks|to[- ]?dos|work[- ]?items|action items|follow[- ]?ups)"
    rf"|(?:implementation|work|roll-?out|migration) check ?list{_MORE}",
    re.I,
)
_CHECKED = (
    r"(?:review|security|privacy|accessibility|compliance|readiness|go[- ]?live|launch|release|"
    r"quality|qa|sign[- ]?off|approval|merge|acceptance|exit|pre[- ]?\w{2,9})"
)
_LEFT_OUT = (
    r"(?:(?:out[- ]of|not in)[- ]scope|non[- ]?goals?|not (?:planned|doing)|won.?t (?:do|have)|"
    r"ideas|future|parking lot|nice[- ]to[- ]haves?|deferred|dropped|cancell?ed|rejected)"
    r"(?: (?:work|tasks?|items?))?"
)
_NO_WORK = re.compile(
    r"(?!(?:write|add|build|create|draft|automate|run)\b)"  # which is work itself
    r"(?:(?:.{1,80} )?(?:acceptance(?: tests?| checks?)?|criteria|success metrics|done when|"
    rf"sign[- ]?offs?|{_CHECKED} check(?: ?list|s))|definition of .{{1,80}}|approvals?|reviewers?|"
    rf"(?:(?:non[- ]?)?functional |technical |{_CHECKED} )?requirements|"
    r"(?:key )?risks?(?: (?:(?:and|&|/) .{1,80}|register|assessment|mitigations?))?|assumptions|"
    r"examples?|alternatives(?: .{1,80})?|"
    rf"go ?[/-] ?no[- ]?go(?: .{{1,80}})?|{_LEFT_OUT})",
    re.I,
)
_LEFT_BEHIND = re.compile(rf".*(?:[(\[]|[–—-] ){_LEFT_OUT}[)\]]?\W*", re.I)
_OTHERS = (SectionKind.GATES, SectionKind.QUESTIONS, SectionKind.DECISIONS)
_PHASED = re.compile(
    rf"{PHASE.pattern}(?: ?[:.–—-]|\W{{0,3}}(?:\d|[ivx]{{1,5}}\b|[a-z]\b|zero\b|one\b|two\b|"
    rf"three\b|four\b|five\b)|\W*$)",
    re.I,
)
_TAIL = re.compile(r"[^\w)\]]+$|\s*(?:\([^()]*\)|\[[^\[\]]*\])$")
_REST = re.compile(r"\s+[–—-]+\s|:(?=\s)")
_LONGEST = 200  # letters; more is no title
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,4}[.)]?\s+")


def is_phase(title: str) -> bool:
    """Tell whether a title is that of one phase among several: ``Phase 2: Search``."""
    return len(title) <= _LONGEST and _PHASED.match(plain(title)) is not None


def heads_work(title: str) -> bool:
    """Tell whether boxes below a heading are work."""
    text = _spoken(title)
    return is_phase(title) or kind_of(text) is SectionKind.WORK or bool(_WORK.fullmatch(text))


def none_of(title: str) -> SectionKind | None:
    """Say what boxes below a heading are that are no work, whatever is said around it."""
    text = _spoken(title)
    if kind_of(text) in _OTHERS:
        return kind_of(text)
    is_left = len(title) <= _LONGEST and _LEFT_BEHIND.fullmatch(title)
    return SectionKind.GATES if is_left or _NO_WORK.fullmatch(text) else None


def _spoken(title: str) -> str:
    """Give the words of a title without its number, and without what people add to it."""
    text = from_first_word(plain(title)[: _LONGEST + 1])
    if len(text) > _LONGEST:
        return ""
    if number := _NUMBER.match(text):
        text = text[number.end() :]
    text = _REST.split(text, maxsplit=1)[0].strip()
    while cut := _TAIL.search(text):
        text = text[: cut.start()].rstrip()
    return text
