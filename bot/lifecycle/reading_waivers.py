"""``waive RULE "Section": reason``, as people write it behind ``/spec``.

The quotes around the section may be of any kind or left out; the rule and the reason may not.
"""

import re

from bot.lifecycle.commands import Said, Unknown, Waive
from bot.lifecycle.one_line import QUOTES, cut, size
from bot.model.slugs import RULE_SLUGS
from bot.rules.base import UNWAIVABLE, quoted
from bot.schema.near import nearest

LONGEST_SECTION = 120
"""bytes of a section's name; longer ones are no names"""
LONGEST_REASON = 240
"""bytes of a reason that are kept: a sentence, also where a letter takes three"""
# What it takes several people for, no single one does away with.
_AGREEING = frozenset({"missing-approval", "edited-after-approval"})
WAIVABLE = tuple(slug for slug in RULE_SLUGS if slug not in UNWAIVABLE | _AGREEING)
"""the rules of which a command may make an exception"""
_RULE = re.compile(rf"[{QUOTES}*_]*(?P<rule>\w[\w-]*)[{QUOTES}*_]*\s*(?P<rest>.*)")
_PARTS = re.compile(
    rf"(?:[{QUOTES}]++(?P<quoted>.*?)[{QUOTES}]+\s*|(?P<bare>[^:：]*))[:：](?P<reason>.*)"  # noqa: RUF001 - both are colons
)
_LETTER = re.compile(r"\w")


def read_waive(origin: Said, rest: str) -> Waive | Unknown:
    """Read what stands behind the command, or say what should."""
    said = _RULE.match(rest)
    if not said:
        return Unknown(origin, "waive", None, f"it names no rule: write {_form('RULE')}")
    rule = said["rule"].casefold().replace("_", "-")
    if rule not in WAIVABLE:
        return _refused(origin, rule)
    parts = _PARTS.match(said["rest"])
    reason = parts["reason"].strip() if parts else ""
    if not parts or not _LETTER.search(reason):
        return Unknown(origin, f"waive {rule}", None, f"it gives no reason: write {_form(rule)}")
    section = (parts["quoted"] or parts["bare"] or "").strip(f"{QUOTES} ")
    if size(section) > LONGEST_SECTION:
        why = f"no section has so long a name: write {_form(rule)}"
        return Unknown(origin, f"waive {rule}", None, why)
    return Waive(origin, rule, section or None, cut(reason, LONGEST_REASON))


def _refused(origin: Said, rule: str) -> Unknown:
    if rule in _AGREEING:
        why = f"{quoted(rule)} is waived by nobody: ask those to approve whose approval counts"
        return Unknown(origin, f"waive {rule}", None, why)
    if rule in UNWAIVABLE:
        why = f"{quoted(rule)} cannot be waived: mend what it speaks of"
        return Unknown(origin, f"waive {rule}", None, why)
    near = nearest(rule, WAIVABLE)
    mend = f", did you mean {quoted(near)}?" if near else f": write {_form('RULE')}"
    return Unknown(origin, f"waive {rule}", near, f"there is no rule {quoted(rule, 40)}{mend}")


def _form(rule: str) -> str:
    return f'“/spec waive {rule} "Section": reason”; the section may be left out'
