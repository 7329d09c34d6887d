"""However much there is to tell, it fits where it is to stand, and begins with the verdict."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.model.heard import Ahead, Answer, Exempted, Removed, Restated
from bot.model.hearing import HeardSpec, Hearing
from bot.model.stage import Stage
from bot.model.standing import Approvals, Ended, Request, Standing, Voice, Way
from bot.render.comment import check, comment
from bot.render.comment.detail import Detail, steps
from bot.render.comment.page import arrange
from bot.render.comment.printing import printed
from bot.render.comment.summary import render_summary
from tests.render.github_reader import read
from tests.render.hearing_parts import ADDRESS, NEW, OLD, PULL, REPORT, asks
from tests.render.hearings import FULL, numbered
from tests.render.life_hearings import everything
from tests.render.life_parts import lapsed

LONG = "$<@&|_" * 700


def _many_findings() -> Hearing:
    found = tuple(asks(f"{LONG} {at}", at) for at in range(1, 3_000))
    older = (replace(OLD, introduced=False),) * 3_000
    report = replace(REPORT, findings=(*REPORT.findings, *found, *older))
    return Hearing(PULL, (replace(NEW, report=report),))


def _endless_names() -> Hearing:
    def lengthened(spec: HeardSpec) -> HeardSpec:
        path = f"{'é/' * 1_500}{spec.report.path}"
        found = tuple(replace(f, path=path, section=LONG) for f in REPORT.findings)
        report = replace(spec.report, title=LONG, path=path, status=LONG, findings=found)
        return replace(spec, report=report)

    specs = tuple(lengthened(spec) for spec in numbered(60))
    deleted = tuple(f"{'é/' * 1_500}{at}.md" for at in range(200))
    own = FULL.own_rules
    assert own is not None
    return replace(
        FULL,
        specs=specs,
        deleted=tuple(map(Removed, deleted)),
        lenient=LONG,
        own_rules=replace(own, paths=deleted, problem=LONG),
        pull=replace(PULL, base_branch=LONG),
    )


def _huge_skeletons() -> Hearing:
    skeletons = tuple(replace(each, text="`" * 50_000) for each in NEW.skeletons)
    return Hearing(PULL, (replace(NEW, skeletons=skeletons),))


def _many_people() -> Hearing:
    """As many names, reasons and refusals as there can be, and each of them without end."""
    voices = tuple(Voice(f"{at}{LONG}", f"{LONG} {at}", (LONG,)) for at in range(200))
    needs = Approvals(Stage.APPROVED, 9, (LONG,) * 50, voices, (LONG,) * 50, (LONG,) * 50)
    life = everything()
    request = Request(LONG, LONG, "", Way.LABEL, LONG)
    restated = Restated(LONG, 3, f"- {LONG[:150]}")
    standing = Standing((needs,), (LONG,) * 20, request)
    found = tuple(replace(lapsed(), line=at) for at in range(1, 40))
    ahead = Ahead(Stage.APPROVED, (("questions", found), (LONG, found)))
    specs = tuple(
        replace(
            spec,
            standing=standing,
            restated=restated if at % 2 else None,
            ahead=ahead,
            report=replace(spec.report, findings=(lapsed(spec.report.path),)),
        )
        for at, spec in enumerate(numbered(300))
    )
    return replace(
        life,
        specs=specs,
        request=replace(request, refusal=""),
        fell=LONG,
        contested=LONG,
        put_back=LONG,
        ended=Ended(LONG, LONG, LONG, LONG),
        answers=tuple(Answer(at, LONG, LONG, LONG * (at % 2), "plan") for at in range(300)),
        exceptions=tuple(Exempted(LONG, LONG, LONG, LONG, at) for at in range(300)),
    )


LARGE: dict[str, Callable[[], Hearing]] = {
    "1,200 specs": lambda: Hearing(PULL, numbered(1_200)),
    "findings": _many_findings,
    "names": _endless_names,
    "skeletons": _huge_skeletons,
    "people": _many_people,
    "a refusal": lambda: replace(
        _many_people(), request=Request(LONG, LONG, "", Way.LABEL, "$" * 9_000)
    ),
}


@pytest.mark.limits
@pytest.mark.parametrize(
    ("name", "without"),
    [
        ("1,200 specs", ""),
        ("findings", "the text to paste, notes and older findings;"),
        ("names", "the single findings;"),
        ("skeletons", "the text to paste; the job's summary has it."),
        ("people", "the single findings;"),
        ("a refusal", "the single findings;"),
    ],
)
def test_it_fits_and_what_is_left_out_is_said(name: str, without: str) -> None:
    hearing = LARGE[name]()
    told = comment.render_comment(hearing, ADDRESS)
    assert len(told) < 60_000
    assert len(comment.render_comment(hearing, ADDRESS, room=27_000)) < 27_000
    summed_up = render_summary(hearing, ADDRESS, ["`a`" * 5_000] * 100)
    assert len(summed_up.encode()) < 1_000_000
    checked = check.check_text(hearing)
    assert len(checked.summary.encode()) <= 65_535
    assert len(checked.title) < 1_000
    assert told.startswith("### ")
    assert (f"this leaves out {without}" in told) if without else "this leaves out" in told
    if name == "1,200 specs":
        assert "“steward check” prints it all" in summed_up
    if hearing.exceptions and name != "names":
        _assert_sentences(hearing, told)
    for text in (told, checked.summary):
        page = read(text)
        assert page.live == []
        assert page.elements.count("details") == text.count("<details>") == text.count("</details>")


def _assert_sentences(hearing: Hearing, told: str) -> None:
    """Look for what the lists are about: they are cut, and their sentences stay."""
    start = "Refused" if hearing.request and hearing.request.refusal else "nothing stands"
    for said in (start, "The status went back", "keeps undoing", "**Approvals**", "**Commands**"):
        assert said in told
    assert "Waived by commands in comments: 300" in told


def test_each_step_tells_no_more_than_the_one_before() -> None:
    told = [
        printed("comment.md.j2", {}, page=arrange(FULL, ADDRESS, detail))
        for detail in steps(Detail())
    ]
    lengths = [len(text) for text in told]
    assert lengths[1:5] == sorted(lengths[1:5], reverse=True)
    assert lengths[-1] < 3_500
    assert all(text.startswith("### ") for text in told)
    assert "line 27" not in told[-1]


def test_rows_that_do_not_fit_are_counted() -> None:
    told = comment.render_comment(Hearing(PULL, numbered(300)), ADDRESS)
    assert told.count("\n| ❌") == 40
    assert "… and 260 more specs, 160 of them with findings." in told
