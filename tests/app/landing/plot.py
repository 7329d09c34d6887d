"""What can happen in a saga: each deed of people, the run that it starts, and what that shows."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bot.model.spec import Item
from bot.sandbox.threads import Issue
from tests.app.action.paper import Paper, name_of
from tests.app.landing import board
from tests.app.landing.bureau import Bureau

NESTED = """  - [ ] Try it on a copy first
  - [ ] Write down what it took

    ```sh
    make try
    ```"""
_EVENT = "pull_request_target"


class Plot:
    """A repository with a spec, and maybe its guide, and what was told so far."""

    def __init__(self, place: Path, pairs: Sequence[tuple[str, str, str]]) -> None:
        files = {f"docs/{name}/TEMPLATE.md": template for name, template, _ in pairs}
        self.bureau = Bureau(place, files)
        made = [Paper(t, text, f"docs/{name}/{name_of(text)}") for name, t, text in pairs]
        self.papers = {paper.path: paper for paper in made}
        self.main = made[0]
        self.told: list[str] = []
        self.seen = board.Seen()
        self.number = 0

    @contextmanager
    def served(self) -> Iterator[None]:
        """Serve the repository while all this happens."""
        with self.bureau.served():
            yield

    @property
    def working(self) -> str:
        """Name the document that lists the work."""
        return next(path for path in self.papers if self.work(path))

    def work(self, path: str) -> list[Item]:
        return [item for item in self.papers[path].spec.items if item.kind == "work"]

    def text(self, path: str) -> str:
        return board.text_on_main(self.bureau.hub, path)

    # pull requests

    def opens(self, title: str) -> None:
        branch = f"topic-{self.number}"
        files = {paper.path: paper.text for paper in self.papers.values()}
        self.bureau.scene.push(branch, files)
        self.number = self.bureau.scene.pull("ann", branch, title).number
        self._runs(f"ann opens a pull request, “{title}”", _EVENT, "opened", self.number)

    def labels(self, name: str) -> None:
        self.bureau.scene.label("bob", self.number, name)
        self._runs(f"bob sets the label “{name}”", _EVENT, "labeled", self.number)

    def merges(self) -> None:
        self.bureau.scene.merge("bob", self.number)
        self._runs("bob merges", _EVENT, "closed", self.number)

    def merges_write_back(self) -> None:
        pull = board.write_back(self.bureau.hub)
        assert pull is not None
        number = board.number_of(self.bureau.hub, pull)
        self.bureau.scene.merge("bob", number)
        self._runs(f"bob merges the write-back #{number}", _EVENT, "closed", number)

    # issues

    def closes(self, how: str, item: Item) -> None:
        issue = self._issue(item)
        self.bureau.scene.close("ann", issue.number)
        self._runs(f"{how} #{issue.number}, and closes it", "issues", "closed", issue.number)

    def reopens(self, how: str, item: Item) -> None:
        issue = self._issue(item)
        self.bureau.scene.reopen("ann", issue.number)
        self._runs(f"{how} #{issue.number} is open again", "issues", "reopened", issue.number)

    def closes_all(self) -> None:
        issues = [self._issue(item) for path in self.papers for item in self.work(path)]
        left = [issue.number for issue in issues if issue.state == "open"]
        for number in left:
            self.bureau.scene.close("ann", number)
        named = f"#{left[0]} to #{left[-1]}"
        self._runs(f"ann does all that is left, and closes {named}", "issues", "closed", left[-1])

    def ticks_in_issue(self, how: str, item: Item) -> None:
        issue = self._issue(item)
        self.bureau.rewords("ann", issue.number, old="- [ ]", new="- [x]")
        self._runs(f"{how} #{issue.number}", "issues", "edited", issue.number)

    def retitles(self, how: str, item: Item) -> None:
        issue = self._issue(item)
        title = f"{issue.title} (ask bob first)"
        self.bureau.rewords("ann", issue.number, old=issue.title, new=title)
        self._runs(f"{how} “{title}”", "issues", "edited", issue.number)

    def edits(self, path: str, old: str, new: str) -> None:
        paper = self.papers[path]
        assert paper.text.count(old) == 1, old
        paper.text = paper.text.replace(old, new)

    def pushes_tick(self, how: str, item: Item) -> None:
        self._pushes(how, item, lambda line: line.replace("[ ]", "[x]"))

    def pushes_reword(self, how: str, item: Item) -> None:
        self._pushes(how, item, lambda line: line.replace(item.text, f"{item.text}, twice"))

    def _pushes(self, how: str, item: Item, change: Callable[[str], str]) -> None:
        path = self.working
        lines, at = self.text(path).split("\n"), item.line - 1
        lines[at] = change(lines[at])
        self.bureau.scene.push("main", {path: "\n".join(lines)})
        self._runs(f"{how}: {lines[at].strip()}", "push")

    def hears(self, how: str, event: str) -> None:
        """Let a run start at which nothing is left to write."""
        assert self.bureau.hears(event) == [], self.bureau.log
        self.told.append(f"{how}: nothing is left to write.")

    def _runs(self, what: str, event: str, action: str = "", number: int = 0) -> None:
        self.bureau.hears(event, action, number)
        again = self.bureau.hears(event, action, number)
        assert again == [], self.bureau.log
        self._reads_again()
        self.told.append(f"{what}.")
        before, self.seen = self.seen, board.seen(self.bureau.hub)
        if event == _EVENT:
            self.told += [f"    {line}" for line in board.said_on(self.bureau.hub, number)]
        self.told += [f"    {line}" for line in board.news(before, self.seen)]

    def _reads_again(self) -> None:
        """Let people look at what stands on the default branch now."""
        for path, paper in self.papers.items():
            if board.is_on_main(self.bureau.hub, path):
                paper.text = self.text(path)

    def _issue(self, item: Item) -> Issue:
        return board.issue_about(self.bureau.hub, item)
