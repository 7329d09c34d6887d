"""People do what they like, in any order, and events get lost or come twice: what holds is held.

What is true is told here a second time, in the plainest words, and held against what stands.
"""

from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from bot.lifecycle.family import word_of
from bot.model.pull import Person
from bot.model.role import Role
from bot.model.stage import Stage
from bot.schema.words import STAGE_OF
from tests.app.action.people import ROLES, Village
from tests.app.action.test_lifecycle import FREE, UNSAID
from tests.app.action.town import SPEC, WHOLE
from tests.searching import times_as_many

PEOPLE = ("ann", "bob", "cid", "eve", "other[bot]")
WORDS = ("draft", "accepted", "done", "wurst", "In-Review")
STATED = ("Draft", "Review", "Accepted", "Done")
DETAILS = ("A field", "Two fields", "A  field")
QUESTION = "\n- [ ] Which clock decides?\n"
WRITERS = {login for login, role in ROLES.items() if role.rank >= Role.WRITE.rank}
# drawn as often as it takes to get anywhere: to an approved spec, and beyond
people, words = st.sampled_from(("bob", "cid", *PEOPLE)), st.sampled_from(("done", *WORDS))
looks = st.sampled_from((True, True, False))


class Life(RuleBasedStateMachine):
    """One pull request with one spec, whose status is stated, or told by the label alone.

    After each deed the Steward looks, or its event is lost.
    """

    @initialize(
        is_stated=st.booleans(),
        is_owned=st.sampled_from((True, True, False)),
        word=st.sampled_from(STATED),
        agree=st.sampled_from(("", "bob", "ann")),
        objects=st.booleans(),
    )
    def begin(self, is_stated: bool, is_owned: bool, word: str, agree: str, objects: bool) -> None:
        owners = {"CODEOWNERS": "* @bob @ann\n"} if is_owned else {}
        self.is_stated, self.is_owned = is_stated, is_owned
        self.asks, self.detail, self.word = False, DETAILS[0], word
        self.village = Village({SPEC: self.text}, base=owners if is_stated else FREE | owners)
        self.wanted: set[str] = set()
        self.stances: dict[str, tuple[str, str]] = {}  # who → what they said, of which text
        self.commanded: set[str] = set()  # whose last word is a command
        self.unheard: list[str] = []  # whose command nobody has read yet
        self.told = ""  # the text that the Steward's comment speaks of
        if agree:
            self.review(agree, "approved", looks=True)
        if objects:
            self.review("cid", "changes_requested", looks=True)
        self.label("cid", word.casefold(), looks=True)

    @property
    def text(self) -> str:
        text = WHOLE.replace("Draft", self.word) if self.is_stated else UNSAID
        text = text.replace("A field", self.detail)
        return text.replace("\nNone\n", QUESTION) if self.asks else text

    @rule(
        word=st.sampled_from(STATED),
        detail=st.sampled_from(DETAILS),
        asks=st.booleans(),
        looks=looks,
    )
    def push(self, word: str, detail: str, asks: bool, looks: bool) -> None:
        self.word, self.detail, self.asks = word, detail, asks
        self.village.push({SPEC: self.text})
        self._then(looks)

    @rule(login=people, word=words, looks=looks)
    def label(self, login: str, word: str, looks: bool) -> None:
        self.village.labels(login, word)
        self._wants(login, word)
        self._then(looks)

    @rule(login=people, data=st.data(), looks=looks)
    def unlabel(self, login: str, data: st.DataObject, looks: bool) -> None:
        names = [word for label in self.village.state.labels if (word := label[6:])]
        if names:
            self.village.unlabels(login, data.draw(st.sampled_from(names)))
        self._then(looks)

    @rule(login=people, word=words, looks=looks)
    def command(self, login: str, word: str, looks: bool) -> None:
        self.village.says(login, f"Well.\n\n/spec status {word}\n")
        self._wants(login, word)
        self._then(looks)

    @rule(login=people, body=st.sampled_from(("> /spec status done", "/spec wurst", "/spec help")))
    def talk(self, login: str, body: str) -> None:
        self.village.says(login, body)
        self._then(looks=True)

    @rule(login=st.sampled_from(("ann", "bob", "cid")), looks=looks)
    def approve(self, login: str, looks: bool) -> None:
        self.village.says(login, "/spec approve")
        self.unheard.append(login)
        self._then(looks)

    @rule(
        login=people,
        state=st.sampled_from(("approved", "approved", "changes_requested", "dismissed")),
        looks=looks,
    )
    def review(self, login: str, state: str, looks: bool) -> None:
        self._then(looks=True)  # what was commanded before is older
        self.village.reviews(login, state)
        self.commanded.discard(login)
        self.stances.pop(login, None)
        if state != "dismissed":
            self.stances[login] = (state, self.text)
        self._then(looks)

    @rule(is_deleted=st.booleans(), looks=looks)
    def tamper(self, is_deleted: bool, looks: bool) -> None:
        """Let a writer change or delete what the Steward keeps."""
        own = [comment for comment in self.village.state.comments if comment.mine]
        if own:
            changed = [replace(each, editor=Person("ann"), body=f"{each.body} ") for each in own]
            others = [each for each in self.village.state.comments if not each.mine]
            left = others if is_deleted else [*others, *changed]
            self.village.door.change_pull(self.village.number, comments=tuple(left))
            self.told = ""
            for login in self.commanded:
                self.stances[login] = ("approved", "")
        self._then(looks)

    def teardown(self) -> None:
        if hasattr(self, "village"):
            self._then(looks=True)

    def _then(self, looks: bool) -> None:
        if not looks:
            return
        for login in self.unheard:
            self.stances[login] = ("approved", self.told)
            self.commanded.add(login)
        self.unheard.clear()
        assert self.village.settle() <= 2
        self.told = self.text
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
        objects = {who for who, (state, _) in self.stances.items() if state != "approved"}
        state, text = self.stances.get("bob", ("", ""))
        is_same = _requirements(text) == _requirements(self.text)
        return state == "approved" and is_same and not objects & (WRITERS - {"ann"})


def _requirements(text: str) -> str:
    for word in STATED:
        text = text.replace(f"**Status:** {word}", "")
    return " ".join(text.split())


TestLife = pytest.mark.limits(Life.TestCase)
TestLife.settings = settings(times_as_many(5), stateful_step_count=12)
