"""What headings say of themselves: ``(optional)``, ``(recommended)``, ``(if applicable)``."""

import re

from bot.model.schema import Tier

_DEGREE = (
    r"(?:(?:not|non|never|strongly|highly|very|always|only|is|also|but|usually|conditionally)"
    r"[ -]){0,2}(?:optional|recommended|required|mandatory|encouraged)"
    r"(?: (?:sub-?)?sections?| parts?| elements?)?"
    r"(?:(?: (?:if|for|when|where|unless|in|by|to|at|before|after|until|but|and|only|with|as)\b"
    r"| ?[,:;–—-])[^()\[\]]{0,60})?"
)
_WHERE_IT_FITS = (
    r"(?:only )?(?:if|as|when|where)(?: ?ever)? (?:applicable|needed|necessary|any|relevant|"
    r"required|appropriate|used|useful|helpful|desired|available|known|possible|it applies)"
    r"(?:[ ,:;/–—-][^()\[\]]{0,40})?"
)
MARKER = re.compile(rf" ?[(\[] ?(?:{_DEGREE}|{_WHERE_IT_FITS}) ?[)\]]", re.I)
AFFIX = re.compile(r"^optional ?[:–—-] (?=\S)|(?: [–—-] |: |, )optional$", re.I)
_CONDITION = re.compile(
    r" ?\((?:but |only |n/?a )?(?:if|unless|delete|remove|omit|skip|leave out)\b[^()]{2,80}\)", re.I
)
_COMMENT = re.compile(r"<!-- ?\W{0,3}([^()<>]{1,80}?)\W{0,3} ?-->")
_CONDITIONAL = re.compile(
    r"\b(?:if|when|where|unless|n/?a|delete|remove|omit|skip|leave out)\b|"
    r"\bas (?:applicable|needed|necessary|relevant|required|appropriate|desired|available)\b|"
    r"\b(?:not|never) (?:always )?(?:required|mandatory)\b"
)
_WANTED = re.compile(r"\brequired\b|\bmandatory\b|\b(?:not|non|never)[ -]optional\b")


def without_marker(title: str) -> tuple[str, str]:
    """Part a title from its marker, ``(optional)`` or ``<!-- optional -->`` or the like."""
    text = " ".join(_COMMENT.sub(r"(\1)", title).split())
    match = MARKER.search(text) or AFFIX.search(text) or _CONDITION.search(text)
    if not match:
        return " ".join(title.split()), ""
    rest = f"{text[: match.start()]}{text[match.end() :]}".strip()
    return (rest, match[0].strip(" :–—,-")) if rest else (" ".join(title.split()), "")


def tier_of_marker(marker: str) -> Tier:
    """Say how much a section is wanted that is marked so."""
    said = marker.casefold()
    if _CONDITIONAL.search(said):
        return Tier.OPTIONAL
    if "recommended" in said or "encouraged" in said:
        return Tier.EXPECTED
    return Tier.REQUIRED if _WANTED.search(said) else Tier.OPTIONAL
