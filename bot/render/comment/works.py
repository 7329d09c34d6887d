"""The kinds of work that findings make, and how each is said: with names, and with a count."""

from dataclasses import dataclass

SECTION, FIELD, LINE, SPEC, FILE = "section", "field", "line", "spec", "file"


@dataclass(frozen=True, slots=True)
class Work:
    """A kind of work: the rules that ask for it, and how it is said with a count and with names.

    ``told`` is the part of a finding that says how; ``hint`` says it where there are too many.
    What is counted by lines has ``has_lines``, for several findings may stand in one.
    """

    rules: tuple[str, ...]
    by: str
    counted: str
    named: str
    tail: str = ""
    told: str = ""
    hint: str = ""
    has_lines: bool = False


WORKS = (
    Work(
        ("unreadable",),
        FILE,
        "Make {n} file{s} readable",
        "Make",
        "readable",
        told="help",
        hint="save as UTF-8, split, or raise limits.size",
    ),
    Work(
        ("off-template",),
        SPEC,
        "Follow the template in {n} spec{s}",
        "Follow the template in",
        told="help",
        hint="add its sections, or name another template for these paths in the configuration",
    ),
    Work(("missing-section",), SECTION, "Add {n} missing section{s}", "Add the missing section{s}"),
    Work(
        ("empty-section", "untouched-section"),
        SECTION,
        "Write {n} empty or untouched section{s}",
        "Write the section{s}",
    ),
    Work(
        ("placeholder",),
        LINE,
        "Replace the template's placeholders in {n} line{s}",
        "Replace the template's placeholders in",
        has_lines=True,
    ),
    Work(
        ("missing-field",),
        FIELD,
        "Fill in {n} missing field{s}",
        "Fill in the missing field{s}",
    ),
    Work(("invalid-field",), FIELD, "Correct {n} field{s}", "Correct the field{s}"),
    Work(
        ("unknown-status", "conflicting-status", "illegal-transition"),
        LINE,
        "Put the status right in {n} place{s}",
        "Put the status right in",
        told="help",
        has_lines=True,
    ),
    Work(
        ("open-gate",),
        LINE,
        "Tick {n} gate{s} or set the status back",
        "Tick the gate{s} in",
        "or set the status back",
    ),
    Work(
        ("missing-work",),
        SECTION,
        "List the work in {n} section{s}",
        "List the work in",
        "or write “N/A” and why",
    ),
    Work(
        ("open-work",),
        LINE,
        "Tick {n} work item{s} or set the status back",
        "Tick the work in",
        "or set the status back",
    ),
    Work(
        ("missing-reason",),
        LINE,
        "Close {n} spec{s} with a reason or a successor",
        "Give a reason or a successor for the status in",
    ),
    Work(("open-question",), LINE, "Settle {n} open question{s}", "Settle the open question{s} in"),
    Work(
        ("unrecorded-decision",),
        LINE,
        "Log {n} decision{s}",
        "Log the decision{s} on the question{s} in",
    ),
    Work(
        ("section-order",),
        SECTION,
        "Move {n} section{s} into the template's order",
        "Move",
        "into the template's order",
    ),
    Work(
        ("duplicate-section",),
        SECTION,
        "Merge or rename {n} repeated section{s}",
        "Merge or rename the repeated section{s}",
    ),
    Work(
        ("file-name",),
        FILE,
        "Rename {n} file{s} or mend their ids",
        "Rename",
        "or mend its id",
        told="message",
        hint="the template gives the form, and the id of the document counts",
    ),
    Work(
        ("invalid-waiver",),
        LINE,
        "Correct {n} waiver{s}",
        "Correct the waiver{s} in",
        told="help",
    ),
)
OTHER = Work((), LINE, "See to {n} other finding{s}", "See to")
BY_RULE = {rule: work for work in WORKS for rule in work.rules}
