"""Where a spec sits on a pull request: what people say of it, beside its text."""

from dataclasses import dataclass, replace

from bot.model.spec import Spec
from bot.model.stage import Stage
from bot.model.standing import Standing


@dataclass(frozen=True, slots=True)
class Seat:
    """The status of a spec whose template has no place for one, now and at the base; its standing.

    ``word`` is None where the document states its status itself.
    """

    word: str | None = None
    stage: Stage | None = None
    word_before: str | None = None
    stage_before: Stage | None = None
    standing: Standing | None = None

    def seated(self, spec: Spec) -> Spec:
        """Give a spec with the status that it has here."""
        if self.word is None:
            return spec
        return replace(spec, status=self.word, stage=self.stage)

    def seated_before(self, spec: Spec) -> Spec:
        """Give its earlier version with the status that it had."""
        if self.word is None:
            return spec
        return replace(spec, status=self.word_before, stage=self.stage_before)
