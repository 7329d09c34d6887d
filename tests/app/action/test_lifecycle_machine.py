"""People do what they like, in any order, and events get lost or come twice: what holds is held.

What is true is told here a second time, in the plainest words, and held against what stands.
"""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from bot.lifecycle.family import plainly, word_of
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
OTHER = "docs/specs/002-other.md"
LISTED = {"draft": {"review"}, "review": {"accepted"}, "accepted": {"done"}, "done": set[str]()}
CONFIG = "status: {transitions: {Draft: [Review], Review: [Accepted], Accepted: [Done], Done: []}}"
FELL = {"draft", "review"}
WAIVED = ("open-question", "illegal-transition")
WRITERS = {login for login, role in ROLES.items() if role.rank >= Role.WRITE.rank}
# drawn as often as it takes to get anywhere: to an approved spec, and beyond
Texts = Mapping[str, str]
people, words = st.sampled_from(("bob", "cid", *PEOPLE)), st.sampled_from(("done", *WORDS))
looks = st.sampled_from((True, True, False))


def is_open(life: "Life") -> bool:
    """Tell whether people may still push, and merge."""
    return not life.is_merged


class Life(RuleBasedStateMachine):
    """One pull request with one spec or two, whose status is stated, or told by the label alone.

    After each deed the Steward looks, or its event is lost.
    """

    @initialize(
        is_stated=st.booleans(),
        is_owned=st.sampled_from((True, True, False)),
        is_listed=st.sampled_from((True, False, False)),
        word=st.sampled_from(STATED),
        agree=st.sampled_from(("", "bob", "ann")),
        objects=st.booleans(),
    )
    def begin(
        self,
        is_stated: bool,
        is_owned: bool,
        is_listed: bool,
        word: str,
        agree: str,
        objects: bool,
    ) -> None:
        base = {"CODEOWNERS": "* @bob @ann\n"} if is_owned else {}
        base |= {".github/spec-steward.yml": CONFIG} if is_listed else {}
        self.is_stated, self.is_owned, self.is_listed = is_stated, is_owned, is_listed
        self.is_merged, self.settled = False, ""  # the label that the merge was found to leave
        self.asks, self.detail, self.words = False, DETAILS[0], {SPEC: word}
        self.village = Village(self.texts, base=base if is_stated else FREE | base)
        self.wanted: set[str] = set()  # by whoever may
        self.unseen: set[str] = set()  # of these, what nobody has looked at
        self.granted = {SPEC: {"draft"}}  # what each may be by now, as far as anybody asked for it
        self.reached = {SPEC: {"draft"}}  # what each was found to be
        self.is_lost = False  # what the Steward's comment kept
        self.stances: dict[str, tuple[str, Texts]] = {}  # who → what they said, of which texts
        self.commanded: set[str] = set()  # whose last word is a command
        self.unheard: list[str] = []  # whose command nobody has read yet
        self.told: Texts = {}  # those that the Steward's comment speaks of
        if agree:
            self.review(agree, "approved", looks=True)
        if objects:
            self.review("cid", "changes_requested", looks=True)
        self.label("cid", word.casefold(), looks=True)

    @property
    def texts(self) -> Texts:
        return {path: self._text(word) for path, word in self.words.items()}

    def _text(self, word: str) -> str:
        text = WHOLE.replace("Draft", word) if self.is_stated else UNSAID
        text = text.replace("A field", self.detail)
        return text.replace("\nNone\n", QUESTION) if self.asks else text

    @precondition(is_open)
    @rule(
        word=st.sampled_from(STATED),
        detail=st.sampled_from(DETAILS),
        asks=st.booleans(),
        looks=looks,
    )
    def push(self, word: str, detail: str, asks: bool, looks: bool) -> None:
        self.words[SPEC], self.detail, self.asks = word, detail, asks
        self.village.push(self.texts)
        self._then(looks)

    @precondition(is_open)
    @rule(word=st.sampled_from(STATED), looks=looks)
    def join_or_leave(self, word: str, looks: bool) -> None:
        """Let a second spec come along, or take it out again; it has not been asked anything."""
        if OTHER in self.words:
            del self.words[OTHER]
        else:
            self.words[OTHER] = word
            self.granted[OTHER] = {"draft", *(self.wanted if self.is_lost else self.unseen)}
            self.reached[OTHER] = {"draft"}
        self.village.push(self.texts)
        self._then(looks)

    @precondition(is_open)
    @rule(looks=looks)
    def merge(self, looks: bool) -> None:
        """Merge it: what is done from then on moves nothing."""
        self.village.merge()
        self.is_merged = True
        self._then(looks)

    @rule(login=people, what=st.sampled_from(WAIVED), looks=looks)
    def waive(self, login: str, what: str, looks: bool) -> None:
        self.village.says(login, f"/spec waive {what}: why not")
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
        if self.is_merged:
            self._then(looks)
            return
        self.commanded.discard(login)
        self.stances.pop(login, None)
        if state != "dismissed":
            self.stances[login] = (state, self.texts)
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
            self.told, self.is_lost = {}, True
            for login in self.commanded:
                self.stances[login] = ("approved", {})
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
        self.told = self.texts
        standing = [label for label in self.village.state.labels if word_of(label)]
        hearing = self.village.run().hearing
        if not hearing.contested:
            (label,) = standing
            self._holds(word_of(label), {s.report.path: s.report.status for s in hearing.specs})
        own = (comment for comment in self.village.state.comments if comment.mine)
        self.is_lost = any(each.editor == Person("ann") for each in own)  # none was written anew
        self.unseen = set()

    def _holds(self, label: str, found: dict[str, str | None]) -> None:
        """Hold against it what is true of the label, and of each spec."""
        if self.is_merged and self.settled:
            assert label == self.settled
            return
        self.settled = label if self.is_merged else ""
        stated = {path: word.casefold() for path, word in self.words.items()}
        words = stated if self.is_stated else {path: word or "" for path, word in found.items()}
        assert label == min(words.values(), key=lambda word: STAGE_OF[word].rank)
        if self.is_stated and not self.is_merged:
            is_right = all(self._may(path, word) for path, word in words.items())
            assert (self.village.conclusion == "failure") == (not is_right)
        elif not self.is_stated:
            for path, word in words.items():
                self._is_due(path, plainly(word))

    def _is_due(self, path: str, word: str) -> None:
        """Hold a status that the label alone tells against what people asked for this very spec."""
        if self.is_lost:
            self.granted[path] |= self.wanted
        assert self._may(path, word)
        assert word in self.granted[path] | FELL
        reached = self.reached[path]
        if self.is_listed and not self.is_lost:
            ways = (LISTED.get(each, {word}) for each in reached)
            assert word in reached | FELL or any(word in way for way in ways)
        reached.add(word)

    def _wants(self, login: str, word: str) -> None:
        if login in WRITERS and not self.is_merged:
            asked = plainly(word)
            self.wanted.add(asked)
            self.unseen.add(asked)
            for path in self.words:
                self.granted[path].add(asked)

    def _may(self, path: str, word: str) -> bool:
        """Say it once more: no open question, and an owner who has seen this text."""
        if STAGE_OF[word].rank < Stage.APPROVED.rank:
            return True
        is_asking = self.asks and not self._is_waived()
        return not is_asking and (not self.is_owned or self._is_agreed(path))

    def _is_waived(self) -> bool:
        """Tell whether somebody may have waived the question: not the author, and not in vain."""
        said = (each for each in self.village.state.comments if "waive open-question" in each.body)
        return any(
            each.author is not None
            and each.author.login in WRITERS - {"ann"}
            and "-1" not in each.reactions
            for each in said
            if not each.mine
        )

    def _is_agreed(self, path: str) -> bool:
        objects = {who for who, (state, _) in self.stances.items() if state != "approved"}
        state, texts = self.stances.get("bob", ("", {}))
        is_same = _requirements(texts.get(path, "")) == _requirements(self.texts[path])
        return state == "approved" and is_same and not objects & (WRITERS - {"ann"})


def _requirements(text: str) -> str:
    for word in STATED:
        text = text.replace(f"**Status:** {word}", "")
    return " ".join(text.split())


TestLife = pytest.mark.limits(Life.TestCase)
TestLife.settings = settings(times_as_many(5), stateful_step_count=12)
