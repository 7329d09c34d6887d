"""The words that templates and documents use: the dictionary behind every reading of them."""

import re

from bot.model.schema import SectionKind
from bot.model.stage import Stage

STAGE_WORDS: dict[Stage, tuple[str, ...]] = {
    Stage.DRAFTING: (
        "draft", "drafting", "idea", "proposed", "proposal", "provisional", "wip",
        "work in progress", "backlog", "todo", "to do", "new", "concept", "pre-draft", "open",
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

_KIND_TITLES: dict[SectionKind, tuple[str, ...]] = {
    SectionKind.QUESTIONS: (
        r"\b(?:open|unresolved|outstanding|remaining|pending) (?:questions?|issues?|points?)$",
        r"\b(?:questions?|unknowns)(?: (?:and|&|/) \w+)?$",
        r"^questions\b",
    ),
    SectionKind.DECISIONS: (
        r"\bdecision (?:log|history|record)s?$",
        r"^decisions(?: (?:made|taken|log))?$",
        r"\bresolved (?:questions?|decisions?)$",
    ),
    SectionKind.WORK: (
        (
            r"\b(?:implementation|work|delivery|development|execution|project|action) "
            r"(?:check ?list|plan|phases?|tasks?|steps|items?|breakdown(?: structure)?|roadmap)$"
        ),
        r"^(?:tasks?|task (?:list|breakdown)|phases|milestones|work items?|action items?)$",
        r"^to-?dos?$",
        r"^(?:roadmap|phasing|delivery milestones)$",
    ),
    SectionKind.GATES: (
        r"\b(?:acceptance|success|exit|completion|graduation|release) criteria$",
        r"\bdefinition of (?:done|ready)$",
        r"\btest(?:ing)? requirements$",
        r"\bquality gates?$|^gates$",
    ),
    SectionKind.DEPENDENCIES: (
        r"^dependencies(?: (?:&|and) \w+)?$",
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

PHASE = re.compile(r"^\W*(?:phase|milestone|sprint|stage|iteration|increment)\b", re.I)

NOTHING_YET = re.compile(
    r"\W*(?:to[ -]?do|tb[dca]|fix ?me|wip|to be (?:determined|done|defined|decided|written|added|"
    r"completed|filled(?: in)?|confirmed|announced)|coming soon|work in progress|placeholder|"
    r"needs (?:discussion|work|content)|fill (?:me |this )?in(?: later)?|pending|x{3,}|later|"
    r"lorem ipsum.{0,400})\W*",
    re.I | re.S,
)
NOT_APPLICABLE = re.compile(
    r"\W*(?:n\.? ?/? ?a\b\.?|not applicable\b|none\b|does not apply\b|nothing\b|"
    r"no (?:open )?questions\b|not relevant\b)",
    re.I,
)

NOTHING_OPEN = re.compile(
    r"\W*(?:none|n\.? ?/? ?a|not applicable|nothing|"
    r"no (?:open|unresolved|outstanding|further|remaining)? ?(?:questions|issues))\b",
    re.I,
)


def kind_of(title: str) -> SectionKind:
    """Tell from a title what its section holds."""
    text = title.strip().strip(":").strip()
    while text and not text[0].isalnum():
        text = text[1:]
    text = re.sub(r"^(?:\d+(?:\.\d+)*[.)]?|[A-Za-z][.)])\s+", "", text)
    for kind, pattern in KIND_TITLES.items():
        if pattern.search(text):
            return kind
    return SectionKind.PROSE
