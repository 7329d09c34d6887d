"""How people reword an item of a checklist, done by chance: each kind of change leaves its meaning.

Written before there was anything to measure, from what people do: it is not to be fitted to that.
"""

import random
import re
from collections.abc import Callable

from tests.tools.rewording_words import (
    CLAUSES,
    KEYS,
    OPENINGS,
    QUALIFIERS,
    SHORT,
    SPELLINGS,
    SYNONYMS,
    VERBS,
)

Kind = Callable[[str, random.Random], str]

_ARTICLE = re.compile(r"\b(?:the|an?) ", re.I)
_ASIDE = re.compile(r" \([^()]*\)|, [^,]{3,40}$")
_TAIL = re.compile(r"^(.{8,}) ((?:for|in|on|during|with|when|after|before) [^,.;:()`]{3,60})\.?$")
_OF = re.compile(r"\b([a-z]{4,}) of (?:the )?([a-z]{4,})\b")
_WORD = re.compile(r"[A-Za-z]{3,}")


def synonym(text: str, chance: random.Random) -> str:
    """Say it by another verb."""
    words = list(_WORD.finditer(text))
    known = [(m, group) for m in words for group in SYNONYMS if m[0].lower() in group]
    if not known:
        return text
    match, group = chance.choice(known)
    other = chance.choice([word for word in group if word != match[0].lower()])
    other = other.capitalize() if match[0][0].isupper() else other
    return text[: match.start()] + other + text[match.end() :]


def clause(text: str, chance: random.Random) -> str:
    """Add how, when or for whom."""
    return f"{text.rstrip('.;,')} {chance.choice(CLAUSES)}"


def opening(text: str, chance: random.Random) -> str:
    """Lead up to it."""
    return f"{chance.choice(OPENINGS)} {text[:1].lower()}{text[1:]}"


def article(text: str, chance: random.Random) -> str:
    """Drop an article."""
    found = list(_ARTICLE.finditer(text))
    if not found:
        return text
    match = chance.choice(found)
    return text[: match.start()] + text[match.end() :]


def drop(text: str, chance: random.Random) -> str:
    """Leave out what only qualifies: an adverb, an aside, what follows the last comma."""
    spots = [(m.start(), m.end()) for m in _ASIDE.finditer(text) if "`" not in m[0]]
    words = re.finditer(r"\b([a-z]+) ", text)
    spots += [(word.start(), word.end()) for word in words if word[1] in QUALIFIERS]
    if not spots:
        return text
    start, stop = chance.choice(spots)
    return text[:start] + text[stop:]


def typo(text: str, chance: random.Random) -> str:
    """Mistype a word, which is the same as mending one."""
    words = list(re.finditer(r"(?<![\w`])[A-Za-z]{5,}(?![\w`])", text))
    if not words:
        return text
    match = chance.choice(words)
    word, at = match[0], chance.randrange(1, len(match[0]) - 1)
    slips = [word[:at] + word[at + 1] + word[at] + word[at + 2 :]]
    slips += [word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:]]
    slips += [word[:at] + KEYS[word[at]] + word[at + 1 :]] if word[at] in KEYS else []
    return text[: match.start()] + chance.choice(slips) + text[match.end() :]


def move(text: str, chance: random.Random) -> str:
    """Say the same in another order: what stood at the end first, or "size of image" turned."""
    if (tail := _TAIL.match(text)) and chance.random() < 0.7:
        return f"{tail[2][:1].upper()}{tail[2][1:]}, {tail[1][:1].lower()}{tail[1][1:]}"
    return _OF.sub(r"\2 \1", text, count=1)


def tense(text: str, chance: random.Random) -> str:
    """Say that it is being done, was done, or is to be done."""
    first = _WORD.match(text)
    if not first or not first[0][-1].isalpha() or first[0].lower() not in VERBS:
        return text
    word = first[0].removesuffix("e")
    return word + chance.choice(("ing", "ed")) + text[first.end() :]


def punctuation(text: str, chance: random.Random) -> str:
    """Change a stop, a comma, a dash."""
    turned = ((",", ""), (":", " -"), (" - ", ": "), (";", ","), ("-", " "), ("'", "\u2019"))
    fitting = [pair for pair in turned if pair[0] in text and "](" not in text]
    if not fitting or chance.random() < 0.4:
        return text[:-1] if text.endswith(".") else text + "."
    return text.replace(*chance.choice(fitting))


def markup(text: str, chance: random.Random) -> str:
    """Set a word in bold or as code, or take all of that off."""
    if ("`" in text or "*" in text) and chance.random() < 0.6:
        return text.replace("`", "").replace("*", "")
    if "](" in text or not (words := list(_WORD.finditer(text))):
        return text
    match = chance.choice(words)
    mark = chance.choice(("**", "`", "*"))
    return text[: match.start()] + mark + match[0] + mark + text[match.end() :]


def spelling(text: str, chance: random.Random) -> str:
    """Write it as on the other side of the sea, or short."""
    pairs = [(a, b) for a, b in SPELLINGS + SHORT if a in text]
    pairs += [(b, a) for a, b in SPELLINGS if b in text]
    if not pairs or "](" in text or "`" in text:
        return text
    return text.replace(*chance.choice(pairs), 1)


def capitals(text: str, chance: random.Random) -> str:
    """Write it as a title, or all small, or begin it the other way."""
    ways = (str.lower, lambda t: re.sub(r"\b[a-z]", lambda m: m[0].upper(), t))
    return chance.choice((*ways, lambda t: t[:1].swapcase() + t[1:]))(text)


KINDS: tuple[Kind, ...] = (
    synonym, clause, opening, article, drop, typo, move, tense, punctuation, markup, spelling,
    capitals,
)  # fmt: skip


def reworded(text: str, chance: random.Random) -> str:
    """Reword a text in one way, or two, or three."""
    strength = chance.choices((1, 2, 3), (5, 3, 2))[0]
    made, tries = 0, 0
    while made < strength and tries < 20:
        tries += 1
        after = chance.choice(KINDS)(text, chance)
        made += after != text
        text = after
    return " ".join(text.split())
