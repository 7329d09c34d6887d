"""Documents and issues change from both sides, in any order, and runs break, repeat and cross.

What people have done last is kept here a second time, in the plainest words, and held against what
stands once the Steward has come to rest.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from bot.app.landing.land import land
from bot.forge.door import FileName
from bot.model.issue import Issue, Reason
from bot.model.sheet import END
from bot.plan.marker import ISSUE, LABEL, is_marker, read_marker
from bot.work.body import unalerted
from bot.work.boxes import cleared
from tests.app.landing.farm import SETUP, CrashError, Farm
from tests.app.landing.paper import Box, Chapter, Paper, bared, merged
from tests.app.landing.shown import is_shown, turned
from tests.searching import times_as_many

WORDS = (
    "Choose an index for parcels",
    "Copy history out of Oracle",
    "Write queries with paging",
    "Show results on screens",
    "Train support on search",
    "Measure latency under load",
    "Document every endpoint",
    "Encrypt backups at rest",
    "Translate labels into Danish",
    "Retire old spreadsheets",
    "Delete test accounts",
    "Publish release notes",
)
STEPS = ("Ask Bob", "Draw a plan", "Tell everybody")
TAILS = ("", ", with care", " again", " (twice)")
PLANS = ("Implementation plan", "Implementation plan ✅", "How we get there", "Backend tasks")
NAMES = ("Index", "Search", "Rollout", "Cleanup")
GARBAGE = b"# Spec: \xff\xfe\x00"
FOREIGN = 9_000  # an issue of somebody else's

Thing = TypeVar("Thing")
chance = st.sampled_from((False, False, True))


@dataclass(eq=False)
class Sides:
    """A box and its issue as they were when all was settled, and as people have left them since.

    It is ``loose`` where nobody can say what they want.
    """

    agreed: bool
    box_then: bool
    box: bool
    issue_then: bool
    issue: bool
    is_loose: bool = False

    @property
    def wanted(self) -> bool | None:
        """Say what is to become of both; None where both ways are right."""
        has_moved = self.box != self.box_then, self.issue != self.issue_then
        if self.is_loose or (all(has_moved) and self.box != self.issue):
            return None
        return self.box if has_moved[0] else self.issue if has_moved[1] else self.agreed


@dataclass(eq=False)
class Hand:
    """What people have written on an issue, and hung it under; None where they have not."""

    title: str | None = None
    milestone: str | None = None
    assignees: tuple[str, ...] | None = None
    added: set[str] = field(default_factory=set)
    removed: set[str] = field(default_factory=set)
    above: str = ""
    below: str = ""
    inside: str | None = None
    parent: int | None = 0
    freed: set[int] = field(default_factory=set)
    tied: set[int] = field(default_factory=set)


class Work(RuleBasedStateMachine):
    """Two specs, the second of which may not be there yet; whoever looks, looks now and then."""

    @initialize(
        sizes=st.lists(st.integers(2, 3), min_size=1, max_size=3),
        has_steps=st.booleans(),
        config=st.sampled_from(("", "  labels: [work]\n  milestone: phase\n")),
        granularity=st.sampled_from(("item", "item", "phase", "spec")),
    )
    def begin(self, sizes: list[int], has_steps: bool, config: str, granularity: str) -> None:
        self.unused = list(WORDS)
        chapters = [
            Chapter(
                f"Phase {nth}: {NAMES[nth - 1]}", [Box(self.unused.pop(0)) for _ in range(size)]
            )
            for nth, size in enumerate(sizes, start=1)
        ]
        if has_steps:
            chapters[0].items[0].steps = [Box(words) for words in STEPS]
        other = Chapter("Phase 1: Store", [Box(self.unused.pop(0)) for _ in range(2)])
        self.papers = [
            Paper("docs/specs/001-search.md", "Parcel search", "Accepted", chapters),
            Paper("docs/specs/002-store.md", "Parcel store", "Draft", [other]),
        ]
        self.config, self.granularity = config, granularity
        self.farm = Farm({paper.path: paper.text for paper in self.papers})
        self._configure()
        self.door = self.farm.door
        self.door.standing[FOREIGN] = Issue(FOREIGN, FOREIGN, "Theirs", "", mine=False)
        self.drawer: list[Box] = []  # items that were taken out
        self.sides: dict[Box, Sides] = {}
        self.numbers: dict[Box, int] = {}
        self.astray: set[Box] = set()  # items that carry what was no issue when they came
        self.hands: dict[int, Hand] = defaultdict(Hand)
        self.odd: set[str] = set()  # words of which nobody can say whose they are
        self.lost: Counter[str] = Counter()  # by words, the issues that people have deleted
        self.begun: set[Paper] = set()  # the specs that have had issues
        self.is_torn = False
        self.taken: list[tuple[str, list[tuple[Box, str]]]] = []  # into the first spec
        self.files = 2
        self.settle()

    # documents

    @rule(data=st.data(), tail=st.sampled_from(TAILS))
    def reword(self, data: st.DataObject, tail: str) -> None:
        if item := self._some(data, self._items):
            item.words = f"{_base(item.words)}{tail}"
            self._write()

    @rule(data=st.data(), at=st.integers(0, 5))
    def move(self, data: st.DataObject, at: int) -> None:
        """Move an item within its phase, or to another one."""
        paper = self._paper(data)
        if paper and (item := self._some(data, paper.items)):
            next(c for c in paper.chapters if item in c.items).items.remove(item)
            goal = data.draw(st.sampled_from(paper.chapters))
            goal.items.insert(at, item)
            self._write()

    @rule(data=st.data(), name=st.sampled_from(NAMES))
    def rename_phase(self, data: st.DataObject, name: str) -> None:
        paper = self._paper(data)
        if paper and (chapter := self._some(data, paper.chapters)):
            chapter.title = f"{chapter.title.partition(':')[0]}: {name}"
            self._write()

    @rule(data=st.data(), name=st.sampled_from(PLANS))
    def call_plan(self, data: st.DataObject, name: str) -> None:
        """Retouch the heading of all work."""
        if paper := self._paper(data):
            paper.plan = name
            self._write()

    @rule(data=st.data())
    def renumber_phases(self, data: st.DataObject) -> None:
        """Swap two phases, or put a new one first, and count them anew."""
        if (paper := self._paper(data)) is None:
            return
        if len(paper.chapters) < len(NAMES) and data.draw(chance):
            taken = {chapter.title.partition(": ")[2] for chapter in paper.chapters}
            name = next(name for name in (*NAMES, "Store") if name not in taken)
            paper.chapters.insert(0, Chapter(f"Phase 0: {name}"))
        else:
            paper.chapters.insert(0, paper.chapters.pop())
        for nth, chapter in enumerate(paper.chapters, start=1):
            chapter.title = f"Phase {nth}: {chapter.title.partition(': ')[2]}"
        for issue in self._issues:
            if _memory(issue).get("rank") == "phase":  # what comes before it is another one now
                self.hands[issue.number].freed.clear()
        self._write()

    @rule(data=st.data(), done=chance, is_stepped=chance)
    def add(self, data: st.DataObject, done: bool, is_stepped: bool) -> None:
        paper = self._paper(data)
        if self.unused and paper:
            steps = [Box(words) for words in STEPS] if is_stepped else []
            item = Box(self.unused.pop(0), done, steps=steps)
            data.draw(st.sampled_from(paper.chapters)).items.append(item)
            self._write()

    @rule(data=st.data(), ahead=st.integers(1, 4), is_first=st.booleans())
    def dangle(self, data: st.DataObject, ahead: int, is_first: bool) -> None:
        """Add an item with the number of an issue that is to be opened for another one, or none."""
        paper = self._paper(data)
        if paper and len(self.unused) > 1:
            item = Box(self.unused.pop(0), link=f" (#{self.door.last + ahead})")
            self.astray.add(item)
            items = data.draw(st.sampled_from(paper.chapters)).items
            added = [item, Box(self.unused.pop(0))]
            items += added if is_first else reversed(added)
            self._write()

    @rule(data=st.data())
    def take_out(self, data: st.DataObject) -> None:
        paper = self._paper(data)
        if paper and (item := self._some(data, paper.items)):
            next(c for c in paper.chapters if item in c.items).items.remove(item)
            self.drawer.append(item)
            self._write()

    @rule(data=st.data(), is_linked=st.booleans())
    def bring_back(self, data: st.DataObject, is_linked: bool) -> None:
        paper = self._paper(data)
        if paper and (item := self._some(data, self.drawer)):
            self.drawer.remove(item)
            item.link = item.link if is_linked else ""
            self.astray -= set() if is_linked else {item}
            data.draw(st.sampled_from(paper.chapters)).items.append(item)
            self._loosen(item)
            if not any(each is item for each in self.papers[0].items):
                self._blur(item)
            self._write()

    @rule(data=st.data(), is_other=st.booleans())
    def copy(self, data: st.DataObject, is_other: bool) -> None:
        """Let an item stand twice, be it in two specs."""
        paper = self._paper(data)
        if paper and (item := self._some(data, paper.items)):
            goal = self.papers[1 - self.papers.index(paper)] if is_other else paper
            twin = Box(item.words, item.done, item.link)
            data.draw(st.sampled_from(goal.chapters)).items.append(twin)
            self._blur(item)
            self._write()

    @rule(data=st.data(), done=st.sampled_from((True, True, False)))
    def tick(self, data: st.DataObject, done: bool) -> None:
        boxes = [box for box in self._items for box in (box, *box.steps) if box.done != done]
        if box := self._some(data, boxes):
            box.done = done
            self._touch(box, box=done)
            self._write()

    @rule(data=st.data(), status=st.sampled_from(("Accepted", "Accepted", "Draft", "Done")))
    def set_status(self, data: st.DataObject, status: str) -> None:
        if paper := self._paper(data):
            paper.status = status
            self._write()

    @rule(data=st.data())
    def move_file(self, data: st.DataObject) -> None:
        """Give a spec another file, and with that another id; nothing else happens to it then."""
        paper = self._paper(data)
        if paper and len(paper.items) > 1 and not paper.garbled:
            self.settle()
            old, self.files = paper.path, self.files + 1
            paper.path = f"docs/specs/{self.files:03}-{paper.title.split()[1]}.md"
            self.farm.push({old: None, paper.path: paper.text})
            self.settle()

    @rule(data=st.data())
    def delete_file(self, data: st.DataObject) -> None:
        paper = data.draw(st.sampled_from(self.papers))
        paper.stands = not paper.stands
        self.farm.push({paper.path: None})
        self._write()

    @rule(data=st.data(), is_first=st.booleans())
    def refer(self, data: st.DataObject, is_first: bool) -> None:
        """Let a new item of one spec name the issue of an item of the other."""
        self._approve()
        if len(self._asked) == len(self.papers) and self.unused:
            paper, other = self.papers if is_first else reversed(self.papers)
            named = [i for i in other.items if self.numbers.get(i) in self.door.standing]
            if named_one := self._some(data, named):
                item = Box(self.unused.pop(0), link=f" (#{self.numbers[named_one]})")
                self.astray.add(item)
                data.draw(st.sampled_from(paper.chapters)).items.append(item)
                self._write()
                self.settle()

    @rule(is_broken=chance, deeds=st.integers(0, 12))
    def take_in(self, is_broken: bool, deeds: int) -> None:
        """Let one spec take in all that the other one has, which is deleted."""
        self._approve()
        paper, other = self.papers
        if self._are_plain:
            self.taken = [
                (each.title, [(i, i.words) for i in each.items]) for each in other.chapters
            ]
            for nth, each in enumerate(other.chapters, start=7):
                each.title = f"Phase {nth}: {each.title.partition(': ')[2]} of the store"
            paper.chapters += other.chapters
            other.chapters, other.stands = [Chapter("Phase 1: Store")], False
            self._go(other, is_broken, deeds)

    @rule(is_broken=chance, deeds=st.integers(0, 12))
    def give_back(self, is_broken: bool, deeds: int) -> None:
        """Let it be as if that had not been."""
        paper, other = self.papers
        if not other.stands and paper.stands and not paper.garbled and self.taken:
            there = set(paper.items)
            back = [
                [i for i, w in pairs if i in there and (i.link or i.words == w)]
                for _, pairs in self.taken
            ]
            for chapter in paper.chapters:
                chapter.items = [i for i in chapter.items if not any(i in items for items in back)]
            other.chapters = [
                Chapter(t, items) for (t, _), items in zip(self.taken, back, strict=True)
            ]
            other.stands, self.taken = True, []
            self._go(other, is_broken, deeds)

    @property
    def _are_plain(self) -> bool:
        """Tell whether of two specs to be built each task of the second has an issue of its own."""
        items = self.papers[1].items
        numbers = [self.numbers.get(item) for item in items]
        issues = [self.door.standing[number] for number in numbers if number in self.door.standing]
        roots = [i for i in self._issues if _memory(i).get("rank") == "spec"]
        return (
            len(self._asked) == len(self.papers)
            and all(root.is_open for root in roots)  # what somebody has ended is taken in by none
            and all(paper.status == "Accepted" for paper in self.papers)
            and len(issues) == len(items) > 1
            and all(i.reason is not Reason.NOT_PLANNED for i in issues)
        )

    def _approve(self) -> None:
        for paper in self.papers:
            paper.status = "Accepted"
        self._write()
        self.settle()

    def _go(self, paper: Paper, is_broken: bool, deeds: int) -> None:
        """Let a spec come or go, and the Steward come to rest, be it broken before."""
        self._forget_places()
        self.farm.push({paper.path: None})
        self._write()
        if is_broken:
            self.crash(deeds)
        self.settle()

    @rule(data=st.data())
    def garble(self, data: st.DataObject) -> None:
        """Make a file unreadable, or readable again."""
        if paper := self._paper(data):
            paper.garbled = not paper.garbled
            self._write()

    @rule(data=st.data(), calls=st.integers(0, 12))
    def tick_meanwhile(self, data: st.DataObject, calls: int) -> None:
        """Tick a box of a document, or untick it, while a run is about its work."""
        boxes = [box for item in self._items for box in (item, *item.steps)]
        if box := self._some(data, boxes):

            def push() -> None:
                box.done = not box.done
                if sides := self.sides.get(box):
                    # what is taken back while it is being carried out counts as said, or does not
                    moved = (sides.box, sides.issue) != (sides.box_then, sides.issue_then)
                    sides.is_loose |= moved
                self._touch(box, box=box.done)
                self._write()

            self.door.between = (calls, push)
            self.farm.run()
            self.door.between = None
            self.settle()

    @rule(data=st.data(), calls=st.integers(0, 30), is_closing=st.booleans())
    def meddle(self, data: st.DataObject, calls: int, is_closing: bool) -> None:
        """Let somebody close an issue, or open one again, while a run writes."""
        some = [each for each in self._issues if each.is_open is is_closing]
        if issue := self._some(data, some):

            def happen() -> None:
                now = self.door.standing.get(issue.number)
                if now is None or now.is_open is not is_closing:
                    return  # the run has done it by itself
                reason = Reason.COMPLETED if is_closing else None
                self.door.change_issue(issue.number, is_open=not is_closing, reason=reason)
                box = self._box(issue)
                if box and (sides := self.sides.get(box)):
                    # what is taken back while it is being carried out counts as said, or does not
                    sides.is_loose |= (sides.box, sides.issue) != (sides.box_then, sides.issue_then)
                self._touch(box, issue=is_closing)

            self.door.between = (calls, happen)
            self.farm.run()
            self.door.between = None
            self.settle()

    @rule(granularity=st.sampled_from(("item", "phase", "spec")))
    def set_granularity(self, granularity: str) -> None:
        self.granularity = granularity
        self._configure()

    # issues

    @rule(
        data=st.data(),
        reason=st.sampled_from((Reason.COMPLETED, Reason.COMPLETED, Reason.NOT_PLANNED)),
    )
    def close(self, data: st.DataObject, reason: Reason) -> None:
        if issue := self._some(data, [each for each in self._issues if each.is_open]):
            self.door.change_issue(issue.number, is_open=False, reason=reason)
            self._touch(self._box(issue), issue=reason is Reason.COMPLETED)

    @rule(data=st.data())
    def reopen(self, data: st.DataObject) -> None:
        closed = [i for i in self._issues if not i.is_open and i.reason is not Reason.DUPLICATE]
        if issue := self._some(data, closed):
            self.door.change_issue(issue.number, is_open=True, reason=None)
            self._touch(self._box(issue), issue=False)

    @rule(data=st.data(), title=st.sampled_from(("SQL", "Ask the users first")))
    def retitle(self, data: st.DataObject, title: str) -> None:
        if issue := self._some(data, self._issues):
            self.door.change_issue(issue.number, title=title)
            self.hands[issue.number].title = title

    @rule(data=st.data(), name=st.sampled_from(("work", "urgent", LABEL)))
    def label(self, data: st.DataObject, name: str) -> None:
        """Put a label on an issue, or take it off."""
        if issue := self._some(data, self._issues):
            hand, labels = self.hands[issue.number], set(issue.labels)
            now, then = (hand.removed, hand.added) if name in labels else (hand.added, hand.removed)
            now.add(name)
            then.discard(name)
            self.door.change_issue(issue.number, labels=tuple(sorted(labels ^ {name})))

    @rule(data=st.data(), people=st.sampled_from(((), ("ann",), ("ann", "bob"))))
    def assign(self, data: st.DataObject, people: tuple[str, ...]) -> None:
        if issue := self._some(data, self._issues):
            self.door.change_issue(issue.number, assignees=people)
            self.hands[issue.number].assignees = people

    @rule(data=st.data(), milestone=st.sampled_from(("", "Spring")))
    def postpone(self, data: st.DataObject, milestone: str) -> None:
        issue = self._some(data, self._issues)
        if issue and issue.milestone != milestone:
            self.door.change_issue(issue.number, milestone=milestone)
            self.hands[issue.number].milestone = milestone

    @rule(data=st.data(), place=st.sampled_from(("above", "below", "inside")))
    def write_into(self, data: st.DataObject, place: str) -> None:
        if issue := self._some(data, self._issues):
            above, marker, inside, below = _parted(issue.body)
            hand = self.hands[issue.number]
            if place == "above":
                hand.above = above = f"{above}See the wiki.\n"
            elif place == "below":
                hand.below = below = f"{below}Measured: 3 ms.\n"
            else:
                hand.inside = inside = f"{inside}\n\nBeware of the dog."
            body = f"{above}{marker}\n{inside}\n{END}\n{below}"
            self.door.change_issue(issue.number, body=body)

    @rule(data=st.data())
    def quote(self, data: st.DataObject) -> None:
        """Copy all that an issue says into another one, below what that says itself."""
        issue, other = self._some(data, self._issues), self._some(data, self._issues)
        if issue and other and issue != other:
            hand = self.hands[issue.number]
            hand.below = f"{hand.below.rstrip()}\n{other.body}\n"
            above, marker, inside, _ = _parted(issue.body)
            body = f"{above}{marker}\n{inside}\n{END}\n{hand.below}"
            self.door.change_issue(issue.number, body=body)

    @rule(data=st.data())
    def tick_within(self, data: st.DataObject) -> None:
        """Tick a box of the text of an issue, or untick it."""
        pairs = [(item, box) for item in self._items for box in (item, *item.steps)]
        shown = [pair for pair in pairs if self._page(*pair)]
        if pair := self._some(data, shown):
            item, box = pair
            issue, inside = self._page(item, box) or (None, "")
            assert issue
            done = is_shown(issue.body, box.words, inside)
            body = turned(issue.body, box.words, inside)
            self.door.change_issue(issue.number, body=body)
            hand = self.hands[issue.number]
            hand.inside = hand.inside and _parted(body)[2]
            self._touch(box, issue=not done)

    @rule(data=st.data())
    def delete_issue(self, data: st.DataObject) -> None:
        if issue := self._some(data, self._issues):
            self.farm.delete(issue.number)
            for base in WORDS:
                self.lost[base] += base in _memory(issue).get("text", "")
            box = self._box(issue)
            for each in [box] if box else self._items:
                self._blur(each)
            self._forget_places()
            for hand in self.hands.values():
                hand.tied.discard(issue.number)
            if box is None:
                self.settle()
            left = {_memory(each)["path"] for each in self._issues if _memory(each)}
            self.begun = {paper for paper in self.begun if paper.path in left}

    @rule(data=st.data())
    def wipe(self, data: st.DataObject) -> None:
        """Write something else in place of all that a phase or a tracking issue says."""
        self.settle()
        lists = [i for i in self._issues if _memory(i).get("rank") in {"spec", "phase"}]
        # alone, nothing tells of it any more; and of a spec that is not to be built nothing is said
        asked = {paper.path for paper in self._asked}
        lists = [i for i in lists if i.children or i.parent not in {None, FOREIGN}]
        lists = [i for i in lists if _memory(i)["path"] in asked]
        if issue := self._some(data, lists):
            self.door.change_issue(issue.number, body="Nothing.")
            old = self.hands[issue.number]
            self.hands[issue.number] = Hand(below="Nothing.", assignees=old.assignees)
            for item in self._items:
                self._blur(item)
            self._forget_places()
            self.settle()

    @rule(data=st.data(), parent=st.sampled_from((None, FOREIGN)))
    def hang(self, data: st.DataObject, parent: int | None) -> None:
        hung = [issue for issue in self._issues if issue.parent and not self.is_torn]
        if issue := self._some(data, hung):
            self.farm.hang(issue.number, parent)
            self.hands[issue.number].parent = parent

    @rule(data=st.data())
    def untie(self, data: st.DataObject) -> None:
        """Take away what an issue waits for."""
        tied = [issue for issue in self._issues if issue.blocked_by and not self.is_torn]
        if issue := self._some(data, tied):
            hand = self.hands[issue.number]
            hand.freed |= set(issue.blocked_by)
            hand.tied.clear()
            self.door.change_issue(issue.number, blocked_by=())

    @rule(data=st.data())
    def tie(self, data: st.DataObject) -> None:
        """Let an item wait for another one."""
        tasks = [i for i in self._issues if self._box(i)]
        issue, other = self._some(data, tasks), self._some(data, tasks)
        if issue and other and issue.number > other.number:
            self.door.change_issue(
                issue.number, blocked_by=tuple(dict.fromkeys((*issue.blocked_by, other.number)))
            )
            self.hands[issue.number].tied.add(other.number)

    # the write-back

    @rule()
    def merge(self) -> None:
        if len(self.farm.sync.pulls) == 1 and not any(paper.garbled for paper in self.papers):
            self._merge()

    @rule(is_kept=st.booleans())
    def refuse(self, is_kept: bool) -> None:
        if len(self.farm.sync.pulls) == 1:
            self.farm.refuse_sync()
            if not is_kept:
                self.farm.delete_branch()

    @rule(data=st.data(), is_refused=chance)
    def describe(self, data: st.DataObject, is_refused: bool) -> None:
        """Replace all that the write-back says of itself."""
        self._close_item(data)
        self.settle()
        if len(self.farm.sync.pulls) == 1:
            self.farm.describe_sync("Please review.")
            if is_refused:
                self.farm.refuse_sync()

    @rule(data=st.data(), is_ticked=chance)
    def switch_off_and_on(self, data: st.DataObject, is_ticked: bool) -> None:
        self._close_item(data)
        self.settle()
        self._configure(is_off=True)
        self.farm.settle()
        if is_ticked:
            self.tick(data, done=True)
        self._configure()
        self.settle()

    @precondition(lambda self: self.farm.sync.head)
    @rule()
    def push_to_branch(self) -> None:
        self.farm.take_sync()

    # runs

    @rule(deeds=st.integers(0, 30))
    def crash(self, deeds: int) -> None:
        self.door.left = deeds
        try:
            self.farm.run()
        except CrashError:
            self.is_torn = True
        finally:
            self.door.left = None
        if not self.is_torn:
            self.settle()

    @rule(calls=st.integers(0, 30), deeds=st.none() | st.integers(0, 10))
    def cross(self, calls: int, deeds: int | None) -> None:
        """Let another run go on from its beginning to its end, or its break, within one."""

        def other() -> None:
            self.door.left = deeds
            try:
                land(self.door, SETUP)
            except CrashError:
                pass
            finally:
                self.door.left = None

        self.door.between = (calls, other)
        self.farm.run()
        self.door.between = None
        self.settle()

    @rule(lag=st.integers(1, 2))
    def lag(self, lag: int) -> None:
        self.door.lag = lag
        self.farm.run()
        self.door.lag = 0
        self.settle()

    @rule()
    def settle(self) -> None:
        self.farm.run()
        again = self.farm.run()
        assert again.plan == (), [action.kind for action in again.plan]
        self._check()
        self._remember()

    def teardown(self) -> None:
        if hasattr(self, "farm"):
            for paper in self.papers:
                paper.garbled = False
            self._write()
            self.settle()
            if not self.farm.sync.mine:
                self.farm.take_sync(is_back=True)
            self.settle()
            if self.farm.sync.pulls:
                assert self._merge()
                self.farm.run()
                self.settle()
                assert not self.farm.sync.pulls
                there = [box for paper in self._asked for box in paper.boxes]
                for box in [each for each in there if each in self.sides]:
                    assert box.done == self.sides[box].agreed, box

    # what is true

    @property
    def _standing(self) -> list[Paper]:
        return [paper for paper in self.papers if paper.stands]

    @property
    def _asked(self) -> list[Paper]:
        """Give the specs whose work is to have issues; one that was done before has none."""
        read = [paper for paper in self._standing if not paper.garbled]
        self.begun |= {paper for paper in read if paper.status == "Accepted" and paper.items}
        return [paper for paper in read if paper.status != "Draft" and paper in self.begun]

    @property
    def _items(self) -> list[Box]:
        return [item for paper in self._standing for item in paper.items]

    @property
    def _issues(self) -> list[Issue]:
        """Give the Steward's issues that are not twins of others."""
        mine = [issue for issue in self.farm.issues if issue.number != FOREIGN]
        return [issue for issue in mine if issue.reason is not Reason.DUPLICATE]

    def _paper(self, data: st.DataObject) -> Paper | None:
        return self._some(data, self._standing)

    def _some(self, data: st.DataObject, things: Sequence[Thing]) -> Thing | None:
        return data.draw(st.sampled_from(things)) if things else None

    def _box(self, issue: Issue) -> Box | None:
        return next((box for box, n in self.numbers.items() if n == issue.number), None)

    def _page(self, item: Box, box: Box) -> tuple[Issue, str] | None:
        """Find the issue in whose text a box stands, and the item there that it stands below."""
        if item in self.numbers:
            own = self.door.standing.get(self.numbers[item])
            has_it = own and box is not item and is_shown(own.body, box.words) is not None
            return (own, "") if own and has_it else None
        inside = "" if box is item else item.words
        lists = [issue for issue in self._issues if _memory(issue).get("gone") != "1"]
        found = [
            issue for issue in lists
            if _memory(issue).get("rank") != "task"
            and is_shown(_parted(issue.body)[2], box.words, inside) is not None
        ]  # fmt: skip
        whole = [issue for issue in found if self.hands[issue.number].inside is None]
        return next(((issue, inside) for issue in whole or found), None)

    def _says(self, item: Box, box: Box) -> bool | None:
        """Say what the side of the issues makes of a box; None where it has none."""
        if box is item and item in self.numbers:
            own = self.door.standing.get(self.numbers[item])
            return _is_done(own) if own else None
        page = self._page(item, box)
        return is_shown(page[0].body, box.words, page[1]) if page else None

    def _close_item(self, data: st.DataObject) -> None:
        """Let somebody finish an item, so that its box waits for the write-back."""
        if issue := self._some(data, [i for i in self._issues if i.is_open and self._box(i)]):
            self.door.change_issue(issue.number, is_open=False, reason=Reason.COMPLETED)
            self._touch(self._box(issue), issue=True)

    def _configure(self, *, is_off: bool = False) -> None:
        enabled = f"enabled: {'false' if is_off else 'true'}"
        text = f"  granularity: {self.granularity}\n  {enabled}\n{self.config}"
        text = f"version: 1\nissues:\n{text}"
        self.farm.push({".github/spec-steward.yml": text})

    def _write(self) -> None:
        self.door.looks += 2  # until then all that was made is listed
        self.farm.push({p.path: GARBAGE if p.garbled else p.text for p in self._standing})

    def _touch(
        self, what: Box | None, *, box: bool | None = None, issue: bool | None = None
    ) -> None:
        """Take note of what somebody wants of a box or its issue."""
        if what and (sides := self.sides.get(what)):
            sides.is_loose |= self.is_torn
            sides.box = sides.box if box is None else box
            sides.issue = sides.issue if issue is None else issue

    def _loosen(self, item: Box) -> None:
        for box in (item, *item.steps):
            if sides := self.sides.get(box):
                sides.is_loose = True

    def _forget_places(self) -> None:
        """Give up on what people have taken away from an issue that is known no longer."""
        for hand in self.hands.values():
            hand.parent = hand.parent or 0
            hand.freed.clear()

    def _blur(self, item: Box) -> None:
        """Give up on telling whose an item is: all with its words are as good."""
        base = _base(item.words)
        self.odd.add(base)
        papers = (each for paper in self.papers for each in paper.items)
        for each in {item, *self.numbers, *papers, *self.drawer}:
            if _base(each.words) == base:
                self.numbers.pop(each, None)
                for box in (each, *each.steps):
                    self.sides.pop(box, None)

    def _merge(self) -> bool:
        base = {
            path: self.door.texts[FileName(self.door.written_on, path)].data or b""
            for path in self.door.written
        }
        texts = {
            path: merged(base[path].decode(), data.decode(), self.farm.text(path))
            for path, data in self.door.written.items()
            if path in self.farm.files
        }
        if len(texts) < len(base) or None in texts.values():
            return False
        self.farm.merge_sync({path: text or "" for path, text in texts.items()})
        for paper in self._standing:
            paper.take_over(self.farm.text(paper.path))
            for box in paper.boxes:
                if (sides := self.sides.get(box)) and box.done != sides.box:
                    sides.box_then = sides.box = box.done
        return True

    def _check(self) -> None:
        self._check_write_back()
        live = [issue for issue in self._issues if _memory(issue).get("rank") == "task"]
        keys = Counter(_memory(issue)["key"] for issue in self._issues if _memory(issue))
        assert max(keys.values(), default=1) == 1, "two issues of one key"
        for base in WORDS:
            self._check_item(base, [i for i in live if base in _memory(i)["text"]])
        for number, hand in self.hands.items():
            if issue := self.door.standing.get(number):
                _check_hand(issue, hand)
        for paper in self._asked:
            self._check_order(paper)

    def _check_item(self, base: str, issues: list[Issue]) -> None:
        items = [item for p in self._asked for item in p.items if _base(item.words) == base]
        if base in self.odd:
            anywhere = [i for p in self.papers for i in p.items if _base(i.words) == base]
            assert sum(i.is_open for i in issues) <= len(anywhere) + len(items) + 1
            return
        if not items:
            return
        (item,) = items
        if item in self.astray:
            assert not issues, "it carries a number of its own"
        elif item not in self.numbers:
            assert len(issues) <= 1, "doubled"
            for issue in issues:
                self.numbers[item] = issue.number
                self.sides.pop(item, None)
        else:
            number = self.numbers[item]
            assert [i.number for i in issues] == [number], "another issue for the same item"
            if _memory(issues[0])["text"] != item.words:
                self._loosen(item)  # it is in doubt, and nothing follows until somebody says more
        self._check_sides(item)

    def _check_sides(self, item: Box) -> None:
        """Hold an item and its boxes to what people have made of them."""
        has_pen = any(hand.inside is not None for hand in self.hands.values())
        for box in (item, *item.steps):
            sides, says = self.sides.get(box), self._says(item, box)
            if says is None:
                is_done = item.done or (sides and sides.wanted is not False)
                assert is_done or has_pen or item in self.astray, f"{item.words} is nowhere"
            elif sides and sides.wanted is not None:
                assert says == sides.wanted, f"{box.words} undone"

    def _check_write_back(self) -> None:
        for path, data in self.door.written.items():
            base = self.door.texts.get(FileName(self.door.written_on, path))
            if base and base.data:
                assert bared(data.decode()) == bared(base.data.decode())

    def _check_order(self, paper: Paper) -> None:
        """Hold the parts of each issue to the order of the document."""
        order = [self.numbers[item] for item in paper.items if item in self.numbers]
        for issue in self._issues:
            parts = [c.number for c in self.door.parts(issue) if c.number in order]
            assert parts == [number for number in order if number in parts]

    def _remember(self) -> None:
        self.is_torn = False
        items = [item for paper in self._asked for item in paper.items]
        for item in [each for each in items if _base(each.words) not in self.odd]:
            for box in (item, *item.steps):
                says = self._says(item, box)
                if says is None:
                    self.sides.pop(box, None)
                else:
                    self.sides[box] = Sides(says, box.done, box.done, says, says)


def _check_hand(issue: Issue, hand: Hand) -> None:
    above, _, inside, below = _parted(issue.body)
    assert hand.title in {None, issue.title}
    assert hand.milestone in {None, issue.milestone}
    assert hand.assignees in {None, issue.assignees}
    assert hand.added <= set(issue.labels)
    assert not hand.removed & set(issue.labels)
    assert (above, below.rstrip()) == (hand.above, hand.below.rstrip())
    assert hand.inside is None or cleared(unalerted(inside)) == cleared(unalerted(hand.inside))
    assert hand.parent in {0, issue.parent}
    assert not hand.freed & set(issue.blocked_by) - hand.tied
    assert hand.tied <= set(issue.blocked_by)


def _parted(body: str) -> tuple[str, str, str, str]:
    """Part a body at its marker and at its end line."""
    lines = body.split("\n")
    at = next(n for n, line in enumerate(lines) if is_marker(line))
    end = lines.index(END)
    above = "".join(f"{line}\n" for line in lines[:at])
    return above, lines[at], "\n".join(lines[at + 1 : end]), "\n".join(lines[end + 1 :])


def _memory(issue: Issue) -> dict[str, str]:
    return read_marker(issue.body, ISSUE) or {}


def _base(words: str) -> str:
    return next(base for base in WORDS if words.startswith(base))


def _is_done(issue: Issue) -> bool:
    return not issue.is_open and issue.reason is Reason.COMPLETED


TestWork = pytest.mark.limits(Work.TestCase)
TestWork.settings = settings(times_as_many(2), stateful_step_count=10)
