"""Whether a template's text is there to be replaced, or to stay.

A copyright line, a fixed checklist, a team's standing retry policy are the same in every document
and rightly so. A text has to go where it holds a placeholder, asks a question, tells the author
what to write, only lists topics, or is a dummy (``Task 1``, ``CREATE TABLE example``). Text in
emphasis is looked at elsewhere.
"""

import re

from bot.markdown.tables import cells, is_table
from bot.schema.fold import fold_text, visible
from bot.schema.placeholders import ID_TOKEN

_IMPERATIVE = re.compile(
    r"(?:^|[.!?:][\"”)]?\s|\n)[\W_]{0,20}"
    r"(?:(?:please|briefly|clearly|shortly|then|also|first) ){0,3}"
    r"(?:describe|explain|list|include|provide|discuss|summari[sz]e|outline|define|specify|capture|"
    r"prefer|consider|add|identify|state|note|write|detail|give|show|mention|enumerate|"
    r"cover|document|clarify|think|remember|link|name|say|record|sketch|keep|put|draw|tell|"
    r"(?:one|two|a few|1-2) (?:paragraphs?|sentences?))\s",
    re.I,
)
_ADDRESSED = re.compile(
    r"\b[Yy]ou(?:r)?\b|\bshould\b|\be\.g\.|\betc\.|\((?:if|as|when) \w+\)|"
    r"\bthis (?:section|is the (?:portion|part|place|section|technical))\b",
)
_ASKS = re.compile(r"\?(?:[\"”)*_]*)(?=\s|$)")
_DUMMY = re.compile(
    r"\b(?:Term|Task|Item|Question|Option|Requirement|Goal|Risk|Step|Feature|Scenario|Example|"
    r"Strategy|"
    r"Component|Test case|Enhancement|Issue|Metric|Reason|Point|Threat|Entity|Alternative)"
    r"[ _]?(?:\d+|(?-i:[A-CXYZN]))\b|"
    r"\bfield[ _]?(?:\d|X)\b|\b(?:create table|interface|struct|class|type) (?:example|entity|my)|"
    r"\bentity_?name\b|\b(?:foo|bar|baz)\b|\{ ?\.\.\. ?\}|\bxxx\b|\bEXAMPLE_|\bpseudo ?code\b|"
    r"/<[a-z][\w -]*>|\bfeature_?name\b|\"eventName\"|\blorem\b",
    re.I,
)
_BULLET = re.compile(r"[ \t]*(?:[-*+]|\d{1,2}[.)])[ \t]+(?!\[[ xX]\])(.*)")
_CODE = re.compile(r"(?ms)^[ \t]*(```|~~~)[ \t]*\w.*?^[ \t]*\1[ \t]*$")
_BOXES = re.compile(r"(?m)^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+\[[ xX]\][ \t].*$")
_BOX = re.compile(r"(?m)^([ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+)\[[ xX]\][ \t]+")
_LONGEST_TOPIC = 14
_GLANCE = 20_000  # letters; a text beyond has asked for something by then


def is_prompt(text: str, tokens: re.Pattern[str] | None) -> bool:
    """Tell whether a text of the template asks to be replaced."""
    shown = visible(text[:_GLANCE])
    if not shown:
        return False
    if tokens and any(not ID_TOKEN.fullmatch(found[0]) for found in tokens.finditer(shown)):
        return True
    # Code in a language is no address to the author, and a box says what to do in any document.
    prose = _BOXES.sub("", _CODE.sub("", shown))
    return bool(
        _IMPERATIVE.search(prose)
        or _ADDRESSED.search(prose)
        or _ASKS.search(prose)
        or _DUMMY.search(shown)
        or _lists_topics(shown)
        or _has_empty_cells(shown)
    )


def sample_of(text: str, tokens: re.Pattern[str] | None, *, asks: bool = False) -> str:
    """Fold the text that a document may not leave as it is, guidance in comments included.

    ``asks`` says that a piece of it is known to be a prompt.
    """
    shown = visible(text)
    if not shown:
        return squeezed(text) if "<!--" in text else ""
    asks = asks or bool(tokens and tokens.search(shown)) or is_prompt(text, tokens)
    return fold_text(text) if asks else ""


def unboxed(text: str) -> str:
    """Make plain list entries of boxes."""
    return _BOX.sub(r"\1", text)


def squeezed(text: str) -> str:
    """Give a text, comments and all, in which line breaks do not count."""
    return " ".join(text.split()).casefold()


def _lists_topics(text: str) -> bool:
    """Tell whether a text is a bare list of things to write about, said in a few words each."""
    topics = [_BULLET.fullmatch(line) for line in text.split("\n") if line.strip()]
    return len(topics) > 1 and all(topic and _is_topic(topic[1]) for topic in topics)


def _has_empty_cells(text: str) -> bool:
    """Tell whether a table waits to be filled in, below its head."""
    lines = text.split("\n")
    inside = False
    for at in range(1, len(lines)):
        if is_table(lines[at - 1], lines[at]):
            inside = True
        elif inside and "|" in lines[at]:
            if "" in cells(lines[at]):
                return True
        else:
            inside = False
    return False


def _is_topic(words: str) -> bool:
    return (
        len(words.split()) <= _LONGEST_TOPIC
        and not words.rstrip().endswith((".", "!", ";"))
        and not re.search(r"\d", words)
        and "](" not in words
    )
