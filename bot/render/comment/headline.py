"""The verdict in one line: what the reader knows after one second."""

from dataclasses import dataclass

from bot.model.finding import Severity
from bot.model.hearing import HeardSpec, Hearing, Verdict
from bot.model.pull import PullStage
from bot.render.comment.phrases import ICONS, clipped
from bot.render.tally import Tally, plural

NOTHING = "No spec is changed here"


@dataclass(frozen=True, slots=True)
class Headline:
    """The verdict: an icon, how it stands, and why nothing fails where nothing does."""

    icon: str
    text: str
    lenient: str = ""


def headline(hearing: Hearing) -> Headline:
    """Say the verdict."""
    tally = weighty(hearing)
    if hearing.verdict is Verdict.SKIPPED:
        return Headline("☑️", NOTHING)
    is_failing = hearing.verdict is Verdict.FAIL and hearing.pull.stage is PullStage.OPEN
    worst = "error" if is_failing else "warning" if hearing.has_errors else tally.worst
    lenient = clipped(hearing.lenient, 80) if hearing.has_errors else ""
    return Headline(ICONS[worst], _said(hearing, tally), lenient)


def weighty(hearing: Hearing) -> Tally:
    """Count what is to be mended; notes tell of what may stay."""
    found = Tally.of(hearing.findings)
    return Tally(found.errors, found.warnings)


def standing(hearing: Hearing) -> str:
    """Say how many findings there are, in how many of the specs."""
    tally = weighty(hearing)
    problem = "the rules that it brings cannot hold"
    if not hearing.specs and not hearing.deleted:
        return problem if hearing.has_errors else _unseen(hearing)
    if hearing.own_rules and hearing.own_rules.problem and not tally.errors:
        return problem
    if not hearing.specs:
        return f"{plural(len(hearing.deleted), 'spec')} removed, nothing to mend"
    specs = plural(len(hearing.specs), "spec")
    if not tally:
        return f"{specs}, nothing to mend"
    found = sum(_is_troubled(spec) for spec in hearing.specs)
    return f"{tally} in {specs if found == len(hearing.specs) else f'{found:,} of {specs}'}"


def _unseen(hearing: Hearing) -> str:
    """Say why there is a word on a pull request in which no spec was found."""
    own = hearing.own_rules.report if hearing.own_rules else None
    if own and own.specs:
        specs = plural(len(own.specs), "spec")
        return f"{specs} by the rules that it brings, none by those in force"
    return "no spec among the files that could be seen"


def _is_troubled(spec: HeardSpec) -> bool:
    return any(finding.severity is not Severity.NOTE for finding in spec.counted)


def _said(hearing: Hearing, tally: Tally) -> str:
    said = standing(hearing)
    if hearing.pull.stage is PullStage.MERGED:
        return f"Merged with {said}" if tally else f"Merged: {said}"
    if hearing.pull.stage is PullStage.CLOSED:
        return f"Closed: {said}"
    if hearing.verdict is Verdict.FAIL:
        return f"Not ready: {said}"
    if asked := sum(len(spec.questions) for spec in hearing.specs) if not tally else 0:
        said += f"; {plural(asked, 'question')} {'is' if asked == 1 else 'are'} open"
    said = f"{said[:1].upper()}{said[1:]}"
    return f"Passes, with {said}" if tally and not hearing.has_errors else said
