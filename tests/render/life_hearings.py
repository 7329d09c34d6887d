"""Hearings in which people have spoken: requests, approvals, commands, waivers by command."""

from collections.abc import Callable
from dataclasses import replace

from bot.model.hearing import HeardSpec, Hearing, OpenQuestion
from bot.model.standing import Request, Standing
from tests.render.hearing_parts import FOLDER, HEAD, IMAGES, NEW, PULL, WHO_PAYS
from tests.render.life_parts import (
    AGREED,
    ALMOST,
    ASKED,
    BY_HAND,
    DONE_SO,
    EXEMPTED,
    GATES,
    HALFWAY,
    HELP,
    JOINED,
    NOBODY_YET,
    NOT_DONE,
    OFFERED,
    PARTLY,
    PLAN,
    QUESTIONS,
    READY,
    RIGHT,
    STUCK,
    TYPED,
    WRITTEN,
    accepted,
    in_review,
    lapsed,
    out_of_reach,
    pending,
    unapproved,
)

FORK = replace(PULL, is_fork=True, head_repository="carol/app", head_branch="notes/winter #2")


def _asked(request: Request, **more: object) -> HeardSpec:
    return in_review(pending(request), standing=Standing(request=request), **more)


def _three() -> Hearing:
    """One suggestion, one line to write, and one document in which no single line does it."""
    first = _asked(TYPED, restated=OFFERED)
    others = (
        _renamed(replace(first, restated=WRITTEN), "005", "Weigh parcels"),
        _renamed(replace(first, restated=BY_HAND), "006", "Print labels"),
    )
    return Hearing(FORK, (first, *others), request=TYPED)


def _renamed(spec: HeardSpec, id_: str, title: str) -> HeardSpec:
    path = f"{FOLDER}/{id_}-{title.replace(' ', '-').casefold()}.md"
    found = tuple(replace(each, path=path) for each in spec.report.findings)
    report = replace(spec.report, id=id_, title=title, path=path, findings=found)
    return replace(spec, report=report)


def _refused(request: Request) -> Hearing:
    spec = replace(HALFWAY, standing=Standing(request=request))
    report = replace(spec.report, findings=(*QUESTIONS, pending(request)))
    return Hearing(PULL, (replace(spec, report=report),), request=request)


def _awaited() -> Hearing:
    why = "it may be “accepted” once bob approves this very text"
    request = replace(ASKED, refusal=why, is_waiting=True)
    report = replace(ALMOST.report, findings=(pending(request),))
    spec = replace(ALMOST, standing=Standing(request=request), report=report)
    return Hearing(PULL, (spec,), request=request)


def _fallen() -> Hearing:
    spec = replace(in_review(), is_stated=False)
    why = "it may be “accepted” again once no question is open (line 45)"
    asks = (OpenQuestion(WHO_PAYS, 45, HEAD[:12]),)
    return Hearing(PULL, (replace(spec, questions=asks),), fell=why)


def everything() -> Hearing:
    """All at once, as far as a request can be refused and a status go back at the same time."""
    return Hearing(
        FORK,
        (
            replace(NEW, standing=Standing((NOBODY_YET,))),
            accepted(PARTLY, lapsed()),
            _renamed(replace(HALFWAY, restated=WRITTEN), "005", "Weigh parcels"),
            _renamed(READY, "006", "Print labels"),
            replace(_renamed(READY, "007", "Scan labels"), restated=OFFERED),
            replace(_renamed(READY, "008", "Sort labels"), restated=BY_HAND, is_stated=False),
        ),
        request=GATES,
        fell="it may be “accepted” again once no question is open (line 45)",
        contested="label-keeper[bot]",
        ended=JOINED,
        answers=(HELP, PLAN, DONE_SO, NOT_DONE),
        exceptions=EXEMPTED,
    )


LIFE: dict[str, Callable[[], Hearing]] = {
    "asked-and-granted": lambda: Hearing(PULL, (_asked(ASKED, restated=OFFERED),), request=ASKED),
    "asked-and-granted-by-hand": lambda: Hearing(
        FORK, (_asked(ASKED, restated=WRITTEN),), request=ASKED
    ),
    "asked-and-granted-for-three": _three,
    "refused-by-gates": lambda: _refused(GATES),
    "refused-for-want-of-approvals": _awaited,
    "approvals-that-nobody-can-give": lambda: Hearing(PULL, (accepted(STUCK, out_of_reach()),)),
    "refused-by-right": lambda: _refused(RIGHT),
    "fallen-back": _fallen,
    "put-back": lambda: Hearing(PULL, (in_review(is_stated=False),), put_back="review"),
    "ended-by-one-that-joined": lambda: Hearing(
        PULL, (in_review(), _renamed(READY, "006", "Print labels")), ended=JOINED
    ),
    "ended-by-one-that-moved": lambda: Hearing(
        PULL, (in_review(),), ended=replace(JOINED, by="", path=IMAGES, says="In review")
    ),
    "contested": lambda: Hearing(PULL, (in_review(),), contested="label-keeper[bot]"),
    "approvals-partly": lambda: Hearing(PULL, (accepted(PARTLY, lapsed()),)),
    "approvals-of-several": lambda: Hearing(
        PULL,
        (
            accepted(PARTLY, lapsed()),
            _renamed(accepted(AGREED), "005", "Weigh parcels"),
            _renamed(accepted(NOBODY_YET, unapproved()), "006", "Print labels"),
        ),
    ),
    "approvals-all-there": lambda: Hearing(PULL, (accepted(AGREED),)),
    "asked-for-help": lambda: Hearing(PULL, (in_review(),), answers=(HELP, DONE_SO, NOT_DONE)),
    "asked-for-the-plan": lambda: Hearing(
        PULL, (HALFWAY, _renamed(READY, "005", "Weigh parcels"), NEW), answers=(PLAN,)
    ),
    "waived-by-command": lambda: Hearing(PULL, (in_review(),), exceptions=EXEMPTED),
    "life-all-at-once": everything,
}
