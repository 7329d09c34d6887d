"""A spec was closed and nothing says why, nor what took its place.

Who finds it a year later asks whether the idea was bad, or late, or lives on elsewhere. A reason
may stand behind the status ("Rejected: too slow", "Superseded by SPEC-004"), in a field ("Reason",
"Superseded by"), below a heading ("Resolution", "Withdrawal"), in the decision log, or in a
sentence ("This proposal was withdrawn in favour of …"). A word that is a reason itself ("Stagnant")
needs none.

An error where the change at hand closes the spec, and a warning in one that was closed before.

## Template

```markdown
# Title: [Name]

- **Status:** Draft | Accepted | Rejected

## Context

Why is this needed?
```

## Fails

```markdown
# Title: Parcel search

- **Status:** Rejected

## Context

Support looks up parcels by hand.
```

## Passes

```markdown
# Title: Parcel search

- **Status:** Rejected: the carrier's own search does it since May

## Context

Support looks up parcels by hand.
```

## Mend

Write the reason or the successor behind the status, or in one of the other places.
"""

import re
from collections.abc import Iterator

from bot.markdown.inline import plain
from bot.model.document import Document, Field
from bot.model.finding import Problem, Severity
from bot.model.spec import Spec
from bot.model.stage import Stage
from bot.rules.base import Case, Rule, quoted
from bot.schema.fold import visible
from bot.schema.references import read_references
from bot.schema.words import NOT_APPLICABLE, NOTHING_YET, spaced

_REASONS_THEMSELVES = frozenset({"stagnant", "inactive"})
_NAME = re.compile(
    r"\b(?:reasons?|superseded|replaced|obsoleted|successor|replacement|withdrawal|rejection|"
    r"resolution|deprecation|closure|closing|moved to|why (?:it|this) (?:was|is))\b",
    re.I,
)
_ENDED = (
    r"\b(?:superseded|replaced|obsoleted|deprecated|withdrawn|rejected|declined|retired|archived|"
    r"abandoned|deferred|postponed|cancell?ed|dropped|moved|closed|on hold|merged|folded)\b"
    r"[^.]{0,40}?(?::|\b(?:by|to|into|because|since|as|due|favou?r|for|after|until|see|meaning)\b)"
)
_ITSELF = (
    r"\b(?:this|the) (?:[\w-]{1,20} ){0,2}?(?:spec|specification|document|proposal|rfc|eip|erc|tep|"
    r"adr|record|decision|design|feature|file|page|epic|guide|draft)\b"
)
_LOOKS_BACK = r" (?:was|is) (?:previously|formerly|originally|no longer)\b"
_SENTENCE = re.compile(rf"{_ITSELF}(?:[^.]{{0,60}}?{_ENDED}|{_LOOKS_BACK})", re.I)
_CALLOUT = re.compile(rf"^[^\w\n]{{0,20}}{_ENDED}", re.I | re.M)
_SUCCESSOR = re.compile(r"\b(?:by|to|into|with|see|for)\W+\w", re.I)
_MOST = 200_000  # letters of prose that are searched
_WORD = re.compile(r"[^\W_]+")
_OF_A_DATE = re.compile(
    r"\d.*|.|on|at|in|of|by|as|to|the|since|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec).*",
    re.I,
)


def check(case: Case) -> Iterator[Problem]:
    """Report a closed spec that gives neither a reason nor a successor."""
    spec = case.spec
    if spec.stage is not Stage.CLOSED or spec.status in _REASONS_THEMSELVES or _is_told(spec):
        return
    yield Problem(
        line=case.status_line,
        message=f"nothing says why this is {quoted(spec.status or spec.stage)}, "
        "or what took its place",
        help="write it behind the status (“Rejected: too slow”, “Superseded by …”), "
        "or below a heading “Resolution”",
        soft=not case.is_entered,
        key="reason",
    )


def _is_told(spec: Spec) -> bool:
    document, left = spec.document, {leftover.line for leftover in spec.leftovers}
    stem = (spec.status or "closed")[:6]  # “withdrawn” is “withdraw it” in a log
    named = [
        (spaced(field.name), field.value) for field in document.fields if field.line not in left
    ]
    named += [(s.title, document.text(s.start, s.end)) for s in document.sections]
    return (
        any(_goes_on(field, spec) for field in spec.statuses)
        or any(_NAME.search(name) and _says(text) for name, text in named)
        or any(stem in decision.casefold() for decision in spec.decisions)
        or _is_in_prose(document)
        or "superseded-by" in {ref.kind for ref in read_references(document, spec.schema, spec.id)}
    )


def _says(text: str) -> bool:
    shown = visible(text)
    nothing = NOT_APPLICABLE.match(shown) or NOTHING_YET.fullmatch(shown)
    return not nothing and _WORD.search(shown) is not None


def _goes_on(field: Field, spec: Spec) -> bool:
    """Tell whether more than a date stands behind the status word, or below its line."""
    words = len(_WORD.findall(spec.status or ""))
    text = plain(field.value)
    ends = [0, *(match.end() for match in _WORD.finditer(text))]
    beyond = text[ends[min(words, len(ends) - 1)] :]
    if field.shape == "heading":
        around = (s for s in spec.document.sections if s.start <= field.line < s.stop)
        beyond += "".join(visible(spec.document.text(field.line + 1, s.stop)) for s in around)
    telling = (word for word in _WORD.findall(beyond) if not _OF_A_DATE.fullmatch(word))
    return bool(_SUCCESSOR.search(beyond)) or any(telling)


def _is_in_prose(document: Document) -> bool:
    code = {number for span in document.code for number in range(span.start, span.stop)}
    shown = ["" if number in code else line for number, line in enumerate(document.lines, start=1)]
    first = next((s.line for s in document.sections if s.level > 1), len(shown) + 1)
    head = "\n".join(shown[: first - 1])
    return bool(_CALLOUT.search(head)) or bool(_SENTENCE.search(" ".join(shown)[:_MOST]))


RULE = Rule("missing-reason", Severity.ERROR, __doc__, check)
