"""The whole life of one spec in the embedded GitHub, told as it happens.

``python -m tests.app.action.tale TEMPLATE DOCUMENT`` tells it of any template with a completed
document.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.app.action.attend import Attended, attend
from bot.app.action.setup import Setup
from bot.forge.gateway import Gateway
from bot.forge.line import Line
from bot.lifecycle.family import word_of
from bot.model.schema import SectionKind
from bot.model.stage import Stage
from bot.sandbox.app import Desk
from bot.sandbox.clock import SteadyClock
from bot.sandbox.serve import running
from tests.app.action.paper import Paper, name_of
from tests.app.action.village import FOLDER, NAME, village

_QUESTION = "- [ ] Which clock decides when two scans disagree?"


class Tale(Paper):
    """A repository with one template, in which ann writes, bob owns, and eve only reads."""

    def __init__(self, place: Path, template: str, document: str) -> None:
        super().__init__(template, document, f"{FOLDER}/{name_of(document)}")
        self.clock = SteadyClock()
        files = {f"{FOLDER}/TEMPLATE.md": template, "CODEOWNERS": "docs/ @bob\n"}
        self.scene = village(place, self.clock, files)
        self.number, self.branch = 0, ""
        self.told: list[str] = []
        self.url = ""

    @contextmanager
    def served(self) -> Iterator["Tale"]:
        """Serve it while it is told."""
        with running(Desk.at(self.scene.hub)) as self.url:
            yield self
        self.scene.hub.close()

    # what people do

    def opens(self, title: str) -> None:
        self.branch = f"topic-{self.number + 1}"
        self.pushes()
        self.number = self.scene.pull("ann", self.branch, title).number

    def pushes(self) -> None:
        self.scene.push(self.branch, {self.path: self.text})

    def does(self, what: str, deed: Callable[[], object]) -> Attended:
        """Let something happen, let the Steward look, and tell what came of it."""
        self.clock.advance(60)
        deed()
        self.clock.advance(60)
        self._looks()
        again = self._looks()
        assert again.plan == (), again.plan
        self.told.append(f"{what}.")
        self.told += [f"    {line}" for line in self._seen(again)]
        return again

    def _looks(self) -> Attended:
        """Let a run of its own look at the pull request."""
        door = Gateway(Line(NAME, "workflow", self.url))
        return attend(door, self.number, Setup(NAME, self.url))

    def _seen(self, attended: Attended) -> Iterator[str]:
        hearing = attended.hearing
        state = Gateway(Line(NAME, "workflow", self.url)).pull(self.number)
        (label,) = [name for name in state.labels if word_of(name)]
        yield f"{label}; the check: {state.checks[-1].conclusion}"
        for finding in hearing.findings:
            if finding.severity == "error":
                yield f"line {finding.line}: {finding.message}"
        if request := hearing.request:
            answer = request.refusal or "granted: the document has to follow"
            yield f"{request.by} asked for “{request.word}”: {answer}"
        if hearing.fell:
            yield f"it fell back: {hearing.fell}"
        for spec in hearing.specs:
            for needed in spec.standing.approvals if spec.standing else ():
                counts = [voice.login for voice in needed.voices if voice.counts]
                yield f"approved by {', '.join(counts) or 'nobody yet'}"


def tell(place: Path, template: str, document: str) -> str:
    """Tell the life of a spec, from its draft to the last stage that its template has."""
    tale = Tale(place, template, document)
    whole = tale.text
    with tale.served():
        _is_drafted(tale)
        _is_approved(tale, whole)
        if word := tale.word(Stage.BUILDING):
            _is_built(tale, word)
        if word := tale.word(Stage.DONE):
            _is_done(tale, word)
    return "\n".join(tale.told) + "\n"


def _is_drafted(tale: Tale) -> None:
    tale.unticks()
    tale.text = _asking(tale)
    draft = tale.word(Stage.DRAFTING)
    if tale.is_stated and draft:
        tale.states(draft)
    tale.does("ann opens a pull request with her draft", lambda: tale.opens("A first draft"))


def _is_approved(tale: Tale, whole: str) -> None:
    number, word = tale.number, tale.word(Stage.APPROVED)
    assert word is not None
    label = f"spec: {word}"
    tale.does(
        f"eve asks for it: /spec status {word}",
        lambda: tale.scene.comment("eve", number, f"/spec status {word}"),
    )
    tale.does(f"bob sets the label “{label}”", lambda: tale.scene.label("bob", number, label))
    if _QUESTION in tale.text:
        tale.text = _answered(tale, whole)
        tale.does("ann answers the question", tale.pushes)
    tale.does("bob approves", lambda: tale.scene.review("bob", number))
    if tale.is_stated:
        tale.states(word)
        tale.does("ann sets the status, as it was suggested", tale.pushes)
    tale.text, kept = tale.text.replace("\n\n", "\n\nIt has to be 7 % faster.\n\n", 3), tale.text
    tale.does("ann changes a requirement", tale.pushes)
    tale.text = kept
    tale.does("ann takes it back", tale.pushes)
    tale.does("bob merges", lambda: tale.scene.merge("bob", number))


def _is_built(tale: Tale, word: str) -> None:
    tale.text = tale.text.replace("[ ]", "[x]", 1)
    if tale.is_stated:
        tale.states(word)
    tale.does("ann begins to build: she ticks a first box", lambda: tale.opens("Begin"))
    if not tale.is_stated:
        tale.does(
            f"bob sets the label “spec: {word}”",
            lambda: tale.scene.label("bob", tale.number, f"spec: {word}"),
        )
    tale.does("bob merges", lambda: tale.scene.merge("bob", tale.number))


def _is_done(tale: Tale, word: str) -> None:
    if tale.is_stated:
        tale.states(word)
    else:
        tale.text = tale.text.replace("[ ]", "[x]", 1)
    tale.does("ann says that it is done", lambda: tale.opens("Done"))
    if not tale.is_stated:
        tale.does(
            f"bob sets the label “spec: {word}”",
            lambda: tale.scene.label("bob", tale.number, f"spec: {word}"),
        )
    if "[ ]" in tale.text:
        tale.text = tale.text.replace("[ ]", "[x]")
        tale.does("ann ticks what is left", tale.pushes)
    tale.does("bob merges", lambda: tale.scene.merge("bob", tale.number))


def _asking(tale: Tale) -> str:
    """Put an open question where the template has a place for them."""
    for section in tale.spec.sections:
        if section.schema.kind is SectionKind.QUESTIONS and section.found:
            lines = tale.text.split("\n")
            lines.insert(section.found.start - 1, f"\n{_QUESTION}")
            return "\n".join(line for line in lines if line not in {"None.", "None"})
    return tale.text


def _answered(tale: Tale, whole: str) -> str:
    none = "\nNone." if "\nNone.\n" in whole else ""
    return tale.text.replace(f"\n{_QUESTION}", none)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        texts = [Path(name).read_text("utf-8") for name in sys.argv[1:3]]
        sys.stdout.write(tell(Path(folder), texts[0], texts[1]))
