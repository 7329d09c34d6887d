"""The spec that the stories are about, in the states that it goes through."""

from typing import Any

from tests.e2e.stand_in import PARCELS, StandIn

PATH = "docs/tech-spec/002-sign-webhooks.md"
BRANCH = "sign-webhooks"
MISSING = "Failure modes"


def spec(status: str = "Draft", *, unfinished: bool = False) -> str:
    """Return the spec as a finished one that stands there, or with a section taken out of it."""
    finished = (PARCELS / "docs/tech-spec/001-limit-tracking-lookups.md").read_text()
    text = finished.replace("001 - Limit tracking lookups", "002 - Sign webhooks")
    text = text.replace("**Status:** Accepted", f"**Status:** {status}")
    if not unfinished:
        return text
    before, _, rest = text.partition(f"## {MISSING}")
    return f"{before}## {rest.partition('## ')[2]}"


def propose(github: StandIn, branch: str = BRANCH, fork: str = "") -> int:
    """Open a pull request that adds the unfinished spec, and return its number."""
    github.push(branch, {PATH: spec(unfinished=True)}, base="main", fork=fork)
    head = f"{fork}:{branch}" if fork else branch
    given = {"title": "Sign webhooks", "head": head, "base": "main"}
    return int(github.ask("POST", "pulls", given, login=fork or "ann")["number"])


def comments(github: StandIn, number: int) -> list[Any]:
    """Return the Steward's comments on a pull request."""
    found = github.ask("GET", f"issues/{number}/comments")
    return [each for each in found if each["body"].startswith("<!-- spec-steward:comment v1 ")]


def check(github: StandIn, number: int) -> Any:  # noqa: ANN401 - JSON
    """Return the one check run on the head of a pull request."""
    head = github.ask("GET", f"pulls/{number}")["head"]["sha"]
    found = github.ask("GET", f"commits/{head}/check-runs?check_name=spec-steward")
    (run,) = found["check_runs"]
    return run
