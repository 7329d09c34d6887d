"""What issues and the write-back are told in: by the repository's own pages, or by ours.

Where one of its own is broken, ours takes its place, with a word on it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from bot.app.action.setup import Setup
from bot.app.action.words import page_of
from bot.app.landing.ground import Ground
from bot.errors import StewardError
from bot.forge.reading.people import ACTIONS
from bot.markdown.referring import inlined
from bot.model.policy import IssuePolicy
from bot.model.sheet import END, PhaseSheet, Sheet, TaskSheet, Written
from bot.model.work import Rank
from bot.render.comment.address import Links
from bot.render.issue.alerts import gone_alert, lapsed_alert
from bot.render.issue.phase import phase_body
from bot.render.issue.task import task_body
from bot.render.issue.title import issue_title, phase_title, tracking_title
from bot.render.issue.tracking import tracking_body
from bot.render.issue.write_back import write_back_body, write_back_title
from bot.work.node import Node
from bot.work.survey import Grown

_LONGEST_MILESTONE = 255


@dataclass
class Pages:
    """Writes them for one repository at one commit. ``warnings`` grow by what is broken."""

    links: Links
    policy: IssuePolicy
    overrides: dict[str, str]
    is_quiet: bool = False
    warnings: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, ground: Ground, setup: Setup, me: str) -> "Pages":
        """Open those of a commit; what a workflow's own account does starts no checks."""
        links = Links(setup.address, ground.commit)
        return cls(links, ground.policy.issues, dict(ground.overrides), me == ACTIONS)

    def text(self, sheet: Sheet, taken: int) -> str:
        """Write the text of an issue, such that ``taken`` letters are left for its marker."""
        links = replace(self.links, head=sheet.source.commit)  # wherever the branch is by now
        return self._told(lambda: _text(sheet, links, frozenset(self.overrides.items()), taken))

    def gone(self) -> str:
        """Say that the spec lists something no longer."""
        return self._told(lambda: gone_alert(self.overrides))

    def lapsed(self, grown: Grown) -> str:
        """Say what has become of a spec."""
        return self._told(lambda: lapsed_alert(grown.lapsed, self.overrides))

    def title(self, node: Node, grown: Grown) -> str:
        """Give an issue its title."""
        spec = grown.family.checklist
        spec_id, title, path = (spec.spec_id, spec.title, spec.path) if spec else ("", "", "")
        if node.rank is Rank.SPEC:
            return tracking_title(spec_id, title, path)
        if node.rank is Rank.TASK:
            words = inlined(node.words, dict(spec.places) if spec else {})
            return issue_title(self.policy.title, spec_id, words, title=title, phase=node.phase)
        return phase_title(spec_id, node.phase, node.part)

    def milestone(self, node: Node, grown: Grown) -> str:
        """Name the milestone of an issue; empty where it has none."""
        spec = grown.family.checklist
        if spec is None or self.policy.milestone == "none":
            return ""
        if self.policy.milestone == "spec":
            return tracking_title(spec.spec_id, spec.title, spec.path, _LONGEST_MILESTONE)
        return phase_title(spec.spec_id, node.phase, limit=_LONGEST_MILESTONE) if node.phase else ""

    def sync_title(self, written: Sequence[Written]) -> str:
        """Give the write-back its title."""
        return write_back_title(written)

    def sync_body(self, written: Sequence[Written], marker: str) -> str:
        """Write what merging the write-back does."""
        quiet = self.is_quiet
        return self._told(
            lambda: write_back_body(
                written, self.links, self.overrides, marker=marker, is_quiet=quiet
            )
        )

    def _told(self, write: Callable[[], str]) -> str:
        while True:
            try:
                return write()
            except StewardError as error:
                self.overrides.pop(page_of(error, self.overrides))
                self.warnings.append(str(error))


# Each look at a repository writes the texts of all its issues, of which hardly any has changed.
@lru_cache(maxsize=2_048)
def _text(sheet: Sheet, links: Links, own: frozenset[tuple[str, str]], taken: int) -> str:
    overrides, marker = dict(own), "#" * taken
    if isinstance(sheet, TaskSheet):
        body = task_body(sheet, links, overrides, marker=marker)
    elif isinstance(sheet, PhaseSheet):
        body = phase_body(sheet, links, overrides, marker=marker)
    else:
        body = tracking_body(sheet, links, overrides, marker=marker)
    return body.removeprefix(marker).strip().removesuffix(END).strip("\n")
