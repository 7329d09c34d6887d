"""The words that templates and documents use: the dictionary behind every reading of them."""

import re

from bot.model.schema import SectionKind
from bot.model.stage import Stage
from bot.schema.fold import from_first_word

STAGE_WORDS: dict[Stage, tuple[str, ...]] = {
    Stage.DRAFTING: (
        "draft", "drafting", "idea", "proposed", "proposal", "provisional", "wip",
        "work in progress", "backlog", "todo", "to do", "new", "concept", "pre draft", "open",
    ),
    Stage.REVIEWING: (
        "review", "in review", "under review", "active review", "reviewing", "last call",
        "awaiting decision", "ready for review", "in discussion", "under discussion", "rfc",
        "request for comments", "final comment period", "fcp", "pending", "submitted",
    ),
    Stage.APPROVED: (
        "approved", "accepted", "implementable", "adopted", "ratified", "ready",
        "ready for implementation", "planned", "agreed", "decided", "committed",
    ),
    Stage.BUILDING: (
        "implementing", "in progress", "building", "experimental", "active", "in development",
        "under development", "in implementation", "development", "started",
    ),
    Stage.DONE: (
        "implemented", "done", "shipped", "final", "finished", "complete", "completed", "released",
        "standard", "living", "live", "delivered", "merged", "closed as done",
    ),
    Stage.CLOSED: (
        "rejected", "withdrawn", "deprecated", "superseded", "replaced", "obsolete", "archived",
        "abandoned", "stagnant", "deferred", "on hold", "moved", "cancelled", "canceled",
        "postponed", "closed", "retired", "declined", "inactive", "removed", "dropped",
    ),
}  # fmt: skip

STAGE_OF = {word: stage for stage, words in STAGE_WORDS.items() for word in words}

_JOINED = str.maketrans("-_", "  ")

_KIND_TITLES: dict[SectionKind, tuple[str, ...]] = {
    SectionKind.PROSE: (r"\bfrequently asked questions$", r"^(?:q ?& ?a|questions and answers)$"),
    SectionKind.DECISIONS: (
        r"\bdecision (?:log|history|record)s?$",
        r"^decisions(?: (?:made|taken|log))?$",
        r"\b(?:resolved|answered|closed) (?:questions?|issues?|decisions?)$",
    ),
    SectionKind.QUESTIONS: (
        r"\b(?:open|unresolved|outstanding|remaining|pending) (?:questions?|issues?|points?)$",
        r"\b(?:questions?|unknowns)(?: (?:and|&|/) \w+)?$",
        r"^questions\b",
    ),
    SectionKind.WORK: (
        (
            r"\b(?:implementation|work|delivery|development|execution|project|action) "
            r"(?:check ?list|plan|phases?|tasks?|steps|items?|breakdown(?: structure)?|roadmap)$"
        ),
        r"^(?:tasks?|task (?:list|breakdown)|phases|milestones|work items?|action items?)$",
        r"^to[- ]?dos?$",
        r"^(?:roadmap|phasing|delivery milestones|next steps)$",
    ),
    SectionKind.GATES: (
        r"\b(?:acceptance|success|exit|completion|graduation|release) criteria$",
        r"\bdefinition of (?:done|ready)$",
        r"\btest(?:ing)? requirements$",
        r"\bquality gates?$|^gates$",
    ),
    SectionKind.DEPENDENCIES: (
        (
            r"^(?:(?:external|internal|technical|upstream|downstream|key|blocking) )?"
            r"dependencies(?: (?:&|and) \w+)?$"
        ),
        r"^prerequisites (?:&|and) dependencies$",
        r"^related (?:specs?|specifications?|documents|rfcs?|work items?)$",
        r"^(?:depends on|requires)$",
    ),
    SectionKind.METADATA: (
        r"^(?:meta ?data|meta|preamble|header|front ?matter|info|status)$",
        r"^document (?:info|information|control|details|history)$",
    ),
    SectionKind.REFERENCES: (
        r"^(?:reference materials?|references|links|further reading|bibliography|resources)$",
        r"^(?:external resources|internal documentation|documentation|see also)$",
        r"^related (?:work|links|resources)$",
    ),
}
KIND_TITLES = {
    kind: re.compile("|".join(patterns), re.I) for kind, patterns in _KIND_TITLES.items()
}
_NUMBER = re.compile(r"(?:\d+(?:\.\d+)*[.)]?|[A-Za-z][.)])\s+")
_LONGEST_TITLE = 200  # letters; more is no title, and says nothing about what follows

PHASE = re.compile(r"\W{0,20}(?:phase|milestone|sprint|stage|iteration|increment)\b", re.I)

NOTHING_YET = re.compile(
    r"\W*(?:to[ -]?do|tb[dca]|fix ?me|wip|to be (?:determined|done|defined|decided|written|added|"
    r"completed|filled(?: in)?|confirmed|announced)|coming soon|work in progress|placeholder|"
    r"needs (?:discussion|work|content)|fill (?:me |this )?in(?: later)?|pending|x{3,}|later|"
    r"lorem ipsum.{0,400})\W*",
    re.I | re.S,
)

_NOT_HERE = r"n\.? ?/? ?a\b\.?|not applicable\b|does not apply\b|not relevant\b"
_NO_QUESTIONS = r"no (?:(?:open|unresolved|outstanding|further|remaining) )?questions\b"
_NO_ISSUES = r"no (?:(?:open|unresolved|outstanding|further|remaining) )?(?:issues|points)\b"
# "None." and "None at this time, since …", and not "None of these scales"
_NOTHING = (
    r"(?:none|nothing)\b(?=\W*$|[ *_]*[.,;:!()–—\n-]|\s+(?:at|for|yet|so far|needed|required|"
    r"planned|known|identified|currently|here|today|because|since|as|that|to|remain\w*|open|"
    r"outstanding|left|really|particularly|i|we)\b)"
)
NOT_APPLICABLE = re.compile(rf"\W*(?:{_NOT_HERE}|{_NOTHING}|{_NO_QUESTIONS})", re.I)
NOTHING_OPEN = re.compile(rf"{NOT_APPLICABLE.pattern}|\W*{_NO_ISSUES}", re.I)


def stage_of(word: str) -> Stage | None:
    """Give the stage that a status word means, however its parts are joined: ``in-review``."""
    return STAGE_OF.get(spaced(word.casefold()))


def spaced(word: str) -> str:
    """Write hyphens and underscores as spaces, of which there are then as many."""
    return word.translate(_JOINED)


def kind_of(title: str) -> SectionKind:
    """Tell from a title what its section holds."""
    if len(title) > _LONGEST_TITLE:
        return SectionKind.PROSE
    text = from_first_word(title.strip().strip(":").strip())
    if match := _NUMBER.match(text):
        text = text[match.end() :]
    for kind, pattern in KIND_TITLES.items():
        if pattern.search(text):
            return kind
    return SectionKind.PROSE
