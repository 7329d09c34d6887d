"""Links from the job's summary to what a run has touched: tracking issues, others, write-back."""

from collections.abc import Iterator

from bot.app.deeds.names import Names
from bot.app.landing.landed import Landed
from bot.plan.actions import OpenPullRequest, Plan, UpdatePullRequest
from bot.render.comment.address import Address
from bot.render.comment.phrases import clipped
from bot.render.defuse import markdown

_MOST = 20


def links(landed: Landed, names: Names, address: Address) -> Iterator[str]:
    """Give a line for each tracking issue, one for the others, and one for the write-back."""
    touched = [number for number in names.tracking if number in landed.numbers]
    for number in touched[:_MOST]:
        title = markdown(clipped(names.tracking[number], 120))
        yield f"{_issue(number, address)} {title}"
    others = [number for number in landed.numbers if number not in touched[:_MOST]]
    if others:
        more = f" and {len(others) - _MOST:,} more" if len(others) > _MOST else ""
        listed = ", ".join(_issue(number, address) for number in others[:_MOST])
        yield f"{'Also: ' if touched else ''}{listed}{more}"
    if landed.write_back:
        title = markdown(clipped(_title(landed.plan), 120))
        yield f"[#{landed.write_back}]({address.pull(landed.write_back)}) {title}"


def _title(plan: Plan) -> str:
    """Give the title that the write-back has now."""
    for action in reversed(plan):
        match action:
            case OpenPullRequest(wish):
                return wish.title
            case UpdatePullRequest(title=title):
                return title
    return ""


def _issue(number: int, address: Address) -> str:
    return f"[#{number}]({address.issue(number)})"
