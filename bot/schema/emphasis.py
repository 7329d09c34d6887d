"""Text that a template sets wholly in emphasis, as ``_How it works. Diagrams are welcome._`` is.

It is how many templates tell their prompts from the text that is to stay, whatever words they
choose. What has no author to speak to is none: a motto, a licence, a default such as "None yet".
"""

import re

from bot.schema.words import NOT_APPLICABLE, NOTHING_YET, stage_of

# Emphasis within a word (snake_case) and strong emphasis within the span neither open nor close it.
_SPAN = re.compile(
    r"(?<![\w*\\])_(?![\s_])((?:[^_]|(?<=[^\W_])_(?=[^\W_])|__){1,900}?)(?<!\s)_(?![\w_])|"
    r"(?<![*\\])\*(?![\s*])((?:[^*]|\*\*){1,900}?)(?<![\s*])\*(?!\*)|"
    r"<(em|i)>([^<]{1,900})</\3>"
)
_LABEL = re.compile(
    r"(?:[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?)"
    r"(?:(?:\*\*|__)[^*_\n]{1,60}(?:\*\*|__)[ \t]*:?)?"
)
_WORD = re.compile(r"[^\W_]")
_QUOTED = re.compile(r"[\"“”„«'‘].*[\"”“»'’]", re.S)
_STANDING = re.compile(
    r"\bcopyright\b|\blicen[cs]|\bpublic domain\b|\brights reserved\b|\bconfidential\b|\bcc0\b|"
    r"\brfc ?2119\b|\bkey ?words?\b|\binternal use\b|"
    r"\b(?:generated|adapted|derived|maintained) (?:on|from|by|with)\b|"
    r"^\W*(?:this|the present) (?:document|specification|spec|template|page|proposal|rfc|adr)\b|"
    r"^\W*(?:none|nothing|no \w+(?: \w+)?)(?: (?:so far|yet))\b",
    re.I,
)
_LONGEST = 1_000  # letters; more is no prompt


def in_emphasis(text: str) -> str:
    """Give what a text says in emphasis, where it says nothing else but a label; else nothing."""
    if len(text) > _LONGEST:
        return ""
    label = _LABEL.match(text)
    body = text[label.end() :] if label else text
    said = [match[1] or match[2] or match[4] for match in _SPAN.finditer(body)]
    return "" if _WORD.search(_SPAN.sub("", body)) else " ".join(said).strip()


def asks_in_emphasis(text: str) -> bool:
    """Tell whether a text in emphasis is there to be replaced."""
    said = " ".join(in_emphasis(text).split())
    if not said or _QUOTED.fullmatch(said) or _STANDING.search(said):
        return False
    default = NOT_APPLICABLE.match(said) or NOTHING_YET.fullmatch(said) or stage_of(said)
    return not default
