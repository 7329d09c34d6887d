"""``steward explain``: the manual, from the rules' own docstrings."""

from difflib import get_close_matches

from bot.errors import StewardError
from bot.rules.manual import Page, pages

LIFECYCLE = "lifecycle"
"""the one thing beside the rules that has a page: the stages, and what entering each needs"""


def explain(rule: str) -> Page:
    """Give the page of a rule."""
    known = pages()
    if rule not in known:
        word = "-".join(rule.casefold().replace("_", " ").split())
        near = get_close_matches(word, (*known, LIFECYCLE), n=1)
        mend = f"did you mean “{near[0]}”?" if near else "steward explain lists them"
        raise StewardError(f"there is no rule “{rule}”", mend=mend)
    return known[rule]


def listing() -> str:
    """List the rules with what they say."""
    known = pages()
    wide = max(len(slug) for slug in known)
    listed = "".join(
        f"{slug:<{wide}}  {page.severity:<7}  {page.summary}\n" for slug, page in known.items()
    )
    about = "What entering each stage needs, and from whom."
    return f"{listed}\n{LIFECYCLE:<{wide}}  {'':<7}  {about}\n"
