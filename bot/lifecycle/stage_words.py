"""What a spec calls a stage, and which one comes next of those that it has words for."""

from collections.abc import Iterator, Mapping

from bot.model.spec import Spec
from bot.model.stage import Stage


def words_for(stage: Stage, spec: Spec, vocabulary: Mapping[str, Stage | None]) -> tuple[str, ...]:
    """Give the words that it may have for a stage, the one that it uses first."""
    return tuple(dict.fromkeys(_words(stage, spec, vocabulary)))


def stage_after(stage: Stage | None, vocabulary: Mapping[str, Stage | None]) -> Stage | None:
    """Give the next stage; none behind the last one, and none behind the end."""
    rank = (stage or Stage.DRAFTING).rank
    later = (each for each in vocabulary.values() if each and each.rank > rank)
    found = min(later, key=lambda each: each.rank, default=Stage.CLOSED)
    return None if found is Stage.CLOSED else found


def _words(stage: Stage, spec: Spec, vocabulary: Mapping[str, Stage | None]) -> Iterator[str]:
    if spec.stage is stage and spec.status:
        yield spec.status
    own = spec.schema.status.values if spec.schema.status else ()
    for word in (*map(str.casefold, own), *vocabulary):
        if vocabulary.get(word) is stage:
            yield word
