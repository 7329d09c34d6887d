"""``steward explain``: the manual, from the rules' own docstrings."""

from difflib import get_close_matches

from bot.errors import StewardError
from bot.rules.manual import Page, pages


def explain(rule: str) -> Page:
    """Give the page of a rule."""
    known = pages()
    if rule not in known:
        near = get_close_matches(rule, known, n=1)
        mend = f"did you mean “{near[0]}”?" if near else "steward explain lists them"
        raise StewardError(f"there is no rule “{rule}”", mend=mend)
    return known[rule]


def listing() -> str:
    """List the rules with what they say."""
    known = pages()
    wide = max(len(slug) for slug in known)
    return "".join(
        f"{slug:<{wide}}  {page.severity:<7}  {page.summary}\n" for slug, page in known.items()
    )
