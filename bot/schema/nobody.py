"""Values that stand for somebody and name nobody: ``@github-handle``, ``name@example.com``."""

import re

_PARTS = re.compile(r"[,;&|<>()\[\]{}/]+(?!\w+\.\w)|\band\b|\bor\b")
_DUMMY = re.compile(
    r"(?:john|jane|joe) (?:doe|smith|bloggs)|(?:first|given) ?name (?:last|family|sur) ?name|"
    r"(?:first|given) (?:last|family|surname)|"
    r"[\w.+-]{1,60}@(?:[\w-]+\.)*example\.\w{2,10}|"
    r"(?:your|name|email|mail|you|user|username|author|owner|someone|somebody|first)"
    r"(?:[._-](?:name|last|lastname|surname|email|mail))?@[\w.-]{1,60}"
)
_WORD = re.compile(r"[^\W\d_]+")
_JOINED = re.compile(
    r"(?:github|gh|gitlab|slack|your|user|first|last|full|team|author|owner|my|org)"
    r"(?:name|handle|username|id|email|login|user|team)"
)
_NAMING = frozenset(
    "name names handle handles username usernames email emails login alias nickname your someone "
    "somebody".split()
)
_OTHER = frozenset(
    "a an the of or and s here full first last own real git github gh gitlab bitbucket slack user "
    "users mail e address id team teams squad group org organisation organization company "
    "department role author authors owner owners reviewer reviewers approver approvers assignee "
    "maintainer maintainers contact lead person people who me you member driver sponsor".split()
)
_OF_SOMEBODY = re.compile(
    r"author|owner|review|approv|contact|assign|lead|driver|maintain|champion|sponsor|stakeholder|"
    r"\bdri\b|editor|team|consulted|informed|decider|decision.?maker|shepherd|manager|\bby$",
    re.I,
)
_LONGEST = 120  # letters; more is a sentence


def is_nobody(value: str, field: str) -> bool:
    """Tell whether a field's value only says that somebody is to be named there."""
    text = value.casefold()
    if len(text) > _LONGEST:
        return False
    parts = [part for part in (raw.strip(" \t\"'`*_.…") for raw in _PARTS.split(text)) if part]
    return bool(parts) and all(
        _DUMMY.fullmatch(part) or _says_only_so(part, field) for part in parts
    )


def _says_only_so(part: str, field: str) -> bool:
    """Tell whether a text has words for a name and nothing else, one alone where it fits."""
    words = _WORD.findall(part)
    joined = any(_JOINED.fullmatch(word) for word in words)
    if not words or not all(w in _NAMING or w in _OTHER or _JOINED.fullmatch(w) for w in words):
        return False
    if part.startswith("@"):
        return True
    alone = len(words) == 1 and not _OF_SOMEBODY.search(field)
    return joined or (not alone and any(word in _NAMING for word in words))
