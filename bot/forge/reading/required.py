"""The checks that a base branch requires before anything is merged into it.

GitHub has two ways to require one. Branch protection is told along with a pull request, also to
those who are no administrators, and does not name what rulesets require; these REST tells to
whoever may read. A plan without rulesets refuses to (403), an older server does not know of any
(404): there none requires anything.
"""

from collections.abc import Callable, Iterator
from urllib.parse import quote

from bot.errors import RefusedError
from bot.forge.answer import Answer
from bot.forge.line import Line

_RULE = "required_status_checks"


def required_along(base: Answer) -> frozenset[str]:
    """Read what the protection of a branch requires, as GraphQL tells it with the branch."""
    contexts = base.parts("refUpdateRule", "requiredStatusCheckContexts")
    return frozenset(name for each in contexts if (name := each.text()))


def read_required(line: Line, branch: str, *, plainly: bool) -> frozenset[str]:
    """Ask what rulesets require; ``plainly`` also what protection does, which nobody told along."""
    found = _told(lambda: _by_rules(line, branch))
    return found | _told(lambda: _by_protection(line, branch)) if plainly else found


def _by_rules(line: Line, branch: str) -> Iterator[str]:
    for rule in line.pages(f"/rules/branches/{quote(branch)}"):
        if rule.text("type") == _RULE:
            for check in rule.parts("parameters", _RULE):
                yield check.text("context")


def _by_protection(line: Line, branch: str) -> Iterator[str]:
    found = line.get(f"/branches/{quote(branch)}")
    for each in found.parts("protection", _RULE, "contexts"):
        yield each.text()


def _told(ask: Callable[[], Iterator[str]]) -> frozenset[str]:
    """Take what is told; where GitHub does not tell, nothing is known to be required."""
    try:
        return frozenset(ask()) - {""}
    except RefusedError:
        return frozenset()
