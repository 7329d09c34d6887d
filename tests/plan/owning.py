"""Which key an issue stands for, as far as it says so itself."""

from bot.model.issue import Issue
from bot.plan.owned import KEY, owned


def key_of(issue: Issue) -> str | None:
    return owned([issue]).get(issue.number, {}).get(KEY)
