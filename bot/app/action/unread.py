"""A spec on a pull request that nobody can read: what is still known of it."""

from dataclasses import dataclass

from bot.app.action.versions import Versions
from bot.lifecycle.subject import Subject
from bot.model.report import SpecReport
from bot.model.schema import Schema
from bot.model.stage import Stage
from bot.schema.status import vocabulary


@dataclass(frozen=True, slots=True)
class Unread:
    """One of them; ``schema`` is what it would be held against.

    ``word_before`` is what the label says that it was merged with. It keeps a place among the
    others, or a request would be granted over its head, and what was granted to it forgotten.
    """

    file: Versions
    report: SpecReport
    schema: Schema
    word_before: str = ""

    @property
    def is_stated(self) -> bool:
        """Tell whether its text is to state its status."""
        return self.schema.status is not None

    @property
    def status_before(self) -> str | None:
        """Give the status that it had at the base."""
        base = self.file.base()
        return self.word_before or (base.status if base else None)

    def subject(self) -> Subject:
        """Give it as it goes into the reconciliation."""
        return Subject(
            path=self.file.path,
            word=None,
            stage=None,
            vocabulary=vocabulary(self.schema, self.file.policy.stages),
            needs=_needs,
            is_stated=self.is_stated,
            before=self.status_before,
            is_read=False,
            old_path=self.file.old_path,
        )


def _needs(_word: str, _stage: Stage) -> str:
    return "it can be read"
