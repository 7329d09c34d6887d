"""The steps of the author, whom people have asked for changes."""

from collections.abc import Iterator

from bot.model.finding import Severity
from bot.model.hearing import Hearing
from bot.render.comment.address import Links
from bot.render.comment.agreeing import few, lacking, objectors
from bot.render.comment.names import Names
from bot.render.comment.phrases import Target, first_few, some
from bot.render.comment.tasks import Step
from bot.render.tally import plural


def changing(hearing: Hearing, links: Links, names: Names, *, is_named: bool) -> Iterator[Step]:
    """Give the steps, by who asks for them; where there is no room for a name, their count."""
    for weight in (Severity.ERROR, Severity.WARNING):
        is_advice = weight is Severity.WARNING
        asked: dict[tuple[str, ...], list[Target]] = {}
        for spec in lacking(hearing, weight):
            target = Target(names[spec.report.path].quoted, links.file(spec.report.path))
            if vetoes := objectors(spec):
                asked.setdefault(vetoes, []).append(target)
        if not is_named and (count := sum(map(len, asked.values()))):
            say = f"Make the changes that were asked for in {plural(count, 'spec')}"
            yield Step(say, is_advice=is_advice)
        elif is_named:
            steps = [_change(*each, is_advice=is_advice) for each in asked.items()]
            yield from few(steps, "more to change as others have asked", is_advice=is_advice)


def _change(vetoes: tuple[str, ...], targets: list[Target], *, is_advice: bool) -> Step:
    who, them = some(vetoes), "the review" if len(vetoes) == 1 else "their reviews"
    tail = f"or ask {who} to dismiss {them}"
    say = f"Make the changes that {who} asked for in"
    return Step(say, first_few(targets), tail, is_advice)
