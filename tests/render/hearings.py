"""Hearings of every kind: what the golden comments are made from, and the other tests too."""

from collections.abc import Callable
from dataclasses import replace

from bot.model.change import ChangeKind
from bot.model.document import Waiver
from bot.model.finding import Finding
from bot.model.heard import Removed
from bot.model.hearing import HeardSpec, Hearing, OpenQuestion, OwnRules, Since
from bot.model.pull import Person, PullStage
from bot.model.report import Report
from bot.model.spec import Reference, Waived
from bot.model.stage import Stage
from bot.model.works import Works
from tests.render.hearing_parts import (
    CLEAN,
    DONE,
    EARLIER,
    FINE,
    FOLDER,
    HEAD,
    IMAGES,
    MAY_WE,
    NEW,
    OFF_TEMPLATE,
    OLD,
    ORDER,
    PULL,
    REPORT,
    TEXT,
    TOO_LONG,
    UNKNOWN,
    WHO_PAYS,
    fields_missing,
    missing,
)
from tests.render.life_hearings import LIFE, everything


def _several() -> Hearing:
    waived = Waived(Waiver("missing-section", "Goals", "a bug fix has none", 2), 1)
    report = replace(
        FINE.report,
        waivers=(waived,),
        references=(Reference("requires", "002", 9), Reference("blocks", "004", 10)),
    )
    done = replace(DONE, report=replace(DONE.report, references=(Reference("requires", "001", 8),)))
    return Hearing(
        PULL, (NEW, replace(FINE, report=report), done), (Removed(f"{FOLDER}/000-old.md"),)
    )


def _since() -> Hearing:
    questions = (
        OpenQuestion(WHO_PAYS, 45, EARLIER[:12]),
        OpenQuestion(MAY_WE, 46, HEAD[:12]),
        OpenQuestion("Which provider?", 47, None),
    )
    since = Since(
        settled=("Is mail the fallback?",),
        mended=(missing("Problem", 9), missing("Design", 18)),
        brought=(REPORT.findings[3],),
    )
    return Hearing(PULL, (replace(NEW, questions=questions, since=since),), seen=EARLIER)


def _own(problem: str = "") -> Hearing:
    paths = (".github/spec-steward.yml", f"{FOLDER}/TEMPLATE.md")
    kept = tuple(f for f in REPORT.findings if f.rule != "placeholder")
    own = Report((replace(REPORT, findings=(*kept, missing("Costs", 60))),))
    return Hearing(PULL, (NEW,), own_rules=OwnRules(paths, None if problem else own, problem))


def numbered(count: int) -> tuple[HeardSpec, ...]:
    return tuple(_copy(at) for at in range(1, count + 1))


def _copy(at: int) -> HeardSpec:
    path = f"{FOLDER}/{at:03}-spec.md"
    found = tuple(replace(f, path=path) for f in REPORT.findings) if at % 3 else ()
    report = replace(REPORT, path=path, id=f"{at:03}", title=f"Spec number {at}", findings=found)
    return replace(NEW, report=report, questions=NEW.questions if found else ())


def _troubled() -> Hearing:
    """Specs without ids, two of them alike, with troubles that a count says nothing of."""
    return Hearing(
        PULL,
        (
            _titled("tidy-the-shelf.md", "Tidy", *fields_missing(5)),
            _titled("tidy-the-desk.md", "Tidy", UNKNOWN, status="shiped", before="accepted"),
            _titled("huge.md", None, TOO_LONG),
            _titled("notes.md", "Add nothing", OFF_TEMPLATE),
            replace(
                _titled("withdrawn.md", "Delete the cache", status="rejected", stage=Stage.CLOSED),
                questions=(OpenQuestion(WHO_PAYS, 45, HEAD[:12]),),
            ),
            replace(
                _titled("moved.md", "Rename the world", before="draft"),
                kind=ChangeKind.RENAMED,
                old_path=f"{FOLDER}/stays.md",
                questions=(OpenQuestion(MAY_WE, 46, None),),
            ),
            _titled("older.md", "Grow old", replace(OLD, path=f"{FOLDER}/older.md")),
        ),
    )


def _titled(
    file: str,
    title: str | None,
    *found: Finding,
    status: str = "draft",
    before: str | None = None,
    stage: Stage = Stage.DRAFTING,
) -> HeardSpec:
    path = f"{FOLDER}/{file}"
    report = replace(
        CLEAN,
        path=path,
        id=None,
        title=title,
        status=status if title else None,
        stage=stage,
        filled=10 if title else 0,
        required=10 if title else 0,
        findings=tuple(replace(each, path=path) for each in found),
    )
    return HeardSpec(report, ChangeKind.MODIFIED, status_before=before or report.status)


WORKS = Works(
    opens=tuple((f"Send part {at} of it", None) for at in range(1, 13)),
    renames=(("Retry once, and say so", 12),),
    moves=(("Keep numbers encrypted", 8),),
    closes=(("Ask for consent by letter", 9), ("Count the letters", 10)),
)
TRACKED = Works(tracked=(("CHRONO-003: Login", 4), ("CHRONO-004: Retries", 18)))


HEARINGS: dict[str, Callable[[], Hearing]] = {
    "all-well": lambda: Hearing(PULL, (replace(NEW, report=CLEAN, questions=()), FINE)),
    "errors-in-a-new-spec": lambda: Hearing(PULL, (NEW,)),
    "several": _several,
    "renamed": lambda: Hearing(
        PULL, (replace(DONE, kind=ChangeKind.RENAMED, old_path=f"{FOLDER}/004-retries.md"),)
    ),
    "deleted": lambda: Hearing(PULL, deleted=(Removed(TEXT), Removed(IMAGES))),
    "draft": lambda: Hearing(replace(PULL, is_draft=True), (NEW,), lenient="draft"),
    "advise": lambda: Hearing(PULL, (NEW,), lenient="mode: advise"),
    "merged": lambda: Hearing(
        replace(PULL, stage=PullStage.MERGED, merge_commit="c" * 40), (DONE, FINE)
    ),
    "closed": lambda: Hearing(replace(PULL, stage=PullStage.CLOSED), (DONE,)),
    "since-the-last-push": _since,
    "questions-only": lambda: Hearing(
        PULL, (replace(NEW, report=replace(REPORT, filled=10, findings=REPORT.findings[-2:])),)
    ),
    "warnings-only": lambda: Hearing(
        PULL, (replace(DONE, report=replace(DONE.report, findings=(ORDER,))),)
    ),
    "own-rules": _own,
    "own-rules-that-cannot-hold": lambda: _own(
        ".github/spec-steward.yml:3: “requred” is no key; did you mean “required”?"
    ),
    "300-specs": lambda: Hearing(PULL, numbered(300)),
    "troubled": _troubled,
    "skipped": lambda: Hearing(PULL),
    "opens-issues": lambda: Hearing(PULL, (FINE, DONE), works=WORKS),
    "opens-issues-all-well": lambda: Hearing(PULL, (FINE,), works=WORKS),
    "tracks-issues": lambda: Hearing(
        replace(PULL, stage=PullStage.MERGED, merge_commit="c" * 40), (FINE,), works=TRACKED
    ),
    "issues-in-a-dry-run": lambda: Hearing(
        PULL, (FINE,), works=replace(WORKS, dry_run=True, waiting=30, at_once=12)
    ),
    "issues-with-numbers-astray": lambda: Hearing(
        PULL,
        (FINE, DONE),
        works=replace(WORKS, astray=(("Ask the carrier @ann", 99999), ("Ask again", 7))),
    ),
    "only-numbers-astray": lambda: Hearing(
        PULL, (FINE,), works=Works(astray=tuple((f"Ask {n}", 900 + n) for n in range(5)))
    ),
    "issues-wait": lambda: Hearing(PULL, (FINE,), works=replace(WORKS, waiting=1, at_once=12)),
    "issues-later": lambda: Hearing(
        PULL,
        (FINE,),
        works=Works(
            later=(
                ("Notify @ann by text", 7, "implementing"),
                ("Retry", 1, "done"),
                ("Move", 0, "in *use*"),
            ),
            settings=("when", "title"),
        ),
    ),
    "not-whole": lambda: Hearing(PULL, (FINE,), is_whole=False),
    **LIFE,
}


def _full() -> Hearing:
    """Everything at once: whatever can be told is in it."""
    waived = Waived(Waiver("missing-section", "Goals", "a bug fix has none", 2), 1)
    own, since = _own(), _since().specs[0]
    report = replace(
        REPORT,
        findings=(*REPORT.findings, OLD),
        waivers=(waived,),
        references=(Reference("requires", "003", 9), Reference("blocks", "009", 9)),
    )
    renamed = replace(
        DONE,
        kind=ChangeKind.RENAMED,
        old_path="docs/old.md",
        report=replace(DONE.report, references=(Reference("requires", "002", 3),)),
    )
    life = everything()
    return replace(
        life,
        pull=replace(PULL, author=Person("octavia")),
        specs=(replace(since, report=report), FINE, renamed, *life.specs[1:]),
        deleted=(Removed(f"{FOLDER}/000-old.md"),),
        own_rules=own.own_rules,
        seen=EARLIER,
        lenient="draft",
        is_whole=False,
        works=replace(
            WORKS,
            reopens=(("Retry", 3),),
            waiting=3,
            at_once=12,
            astray=(("Ask", 99999),) * 4,
            later=(("Send", 7, "building"),) * 5,
            settings=("when", "title"),
        ),
    )


FULL = _full()
