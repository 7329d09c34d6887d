"""People do what they like, in any order, and events get lost or come twice: what holds is held.

What is true is told here a second time, in the plainest words, and held against what stands.
"""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from bot.lifecycle.family import word_of
from bot.model.role import Role
from bot.model.stage import Stage
from bot.schema.words import STAGE_OF
from tests.app.action.people import ROLES, Village
from tests.app.action.test_lifecycle import FREE, UNSAID
from tests.app.action.town import SPEC, WHOLE

PEOPLE = ("ann", "bob", "cid", "eve", "other[bot]")
WORDS = ("draft", "review", "accepted", "approved", "done", "wurst", "In-Review")
STATED = ("Draft", "Review", "Accepted", "Done")
DETAILS = ("A field", "Two fields", "A  field")
QUESTION = "\n- [ ] Which clock decides?\n"
WRITERS = {login for login, role in ROLES.items() if role.rank >= Role.WRITE.rank}
people, words = st.sampled_from(PEOPLE), st.sampled_from(WORDS)


class Life(RuleBasedStateMachine):
    """One pull request with one spec, whose status is stated, or told by the label alone."""

    @initialize(is_stated=st.booleans(), is_owned=st.booleans())
    def begin(self, is_stated: bool, is_owned: bool) -> None:
        owners = {"CODEOWNERS": "* @bob @ann\n"} if is_owned else {}
        self.is_stated, self.is_owned = is_stated, is_owned
        self.asks, self.detail, self.word = False, DETAILS[0], "Draft"
        self.village = Village({SPEC: self.text}, base=owners if is_stated else FREE | owners)
        self.wanted: set[str] = set()
        self.approved: dict[str, tuple[str, str]] = {}

    @property
    def text(self) -> str:
        text = WHOLE.replace("Draft", self.word) if self.is_stated else UNSAID
        text = text.replace("A field", self.detail)
        return text.replace("\nNone\n", QUESTION) if self.asks else text

    @rule(word=st.sampled_from(STATED), detail=st.sampled_from(DETAILS), asks=st.booleans())
    def push(self, word: str, detail: str, asks: bool) -> None:
        self.word, self.detail, self.asks = word, detail, asks
        self.village.push({SPEC: self.text})

    @rule(login=people, word=words)
    def label(self, login: str, word: str) -> None:
        self.village.labels(login, word)
        self._wants(login, word)

    @rule(login=people, data=st.data())
    def unlabel(self, login: str, data: st.DataObject) -> None:
        names = [word for label in self.village.state.labels if (word := label[6:])]
        if names:
            self.village.unlabels(login, data.draw(st.sampled_from(names)))

    @rule(login=people, word=words)
    def command(self, login: str, word: str) -> None:
        self.village.says(login, f"Well.\n\n/spec status {word}\n")
        self._wants(login, word)

    @rule(login=people, body=st.sampled_from(("> /spec status done", "/spec wurst", "/spec help")))
    def talk(self, login: str, body: str) -> None:
        self.village.says(login, body)

    @rule(login=people, state=st.sampled_from(("approved", "changes_requested", "dismissed")))
    def review(self, login: str, state: str) -> None:
        self.village.reviews(login, state)
        self.approved.pop(login, None)
        if state != "dismissed":
            self.approved[login] = (state, " ".join(self.text.split()))

    @rule()
    def run(self) -> None:
        self.village.run()

    @precondition(lambda self: hasattr(self, "village"))
    @rule()
    def settle(self) -> None:
        assert self.village.settle() <= 2
        standing = [label for label in self.village.state.labels if word_of(label)]
        if self.village.run().hearing.contested:
            return
        (label,) = standing
        if self.is_stated:
            assert word_of(label) == self.word.casefold()
            assert (self.village.conclusion == "failure") == (not self._may(self.word.casefold()))
        else:
            assert self._may(word_of(label))
            assert word_of(label) in self.wanted | {"draft", "review"}

    def _wants(self, login: str, word: str) -> None:
        if login in WRITERS:
            self.wanted.add(word.casefold().replace("-", " "))

    def _may(self, word: str) -> bool:
        """Say it once more: no open question, and an owner who has seen this text."""
        if STAGE_OF[word].rank < Stage.APPROVED.rank:
            return True
        return not self.asks and (not self.is_owned or self._is_agreed())

    def _is_agreed(self) -> bool:
        objects = {who for who, (state, _) in self.approved.items() if state != "approved"}
        state, text = self.approved.get("bob", ("", ""))
        requirements = " ".join(self.text.split())
        is_same = _without_status(text) == _without_status(requirements)
        return state == "approved" and is_same and not objects & (WRITERS - {"ann"})


def _without_status(text: str) -> str:
    for word in STATED:
        text = text.replace(f"**Status:** {word}", "")
    return text


TestLife = pytest.mark.limits(Life.TestCase)
TestLife.settings = settings(stateful_step_count=20)
