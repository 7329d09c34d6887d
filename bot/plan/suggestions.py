"""What is left to suggest on a pull request: never the same twice, and never many.

Whoever has resolved, hidden or outrun a suggestion has answered it; it counts as made.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from bot.model.pull import PullState
from bot.plan.suggestion import SuggestionWish, key_of_remark
from bot.plan.suggestion_actions import DeleteSuggestion, Suggest

MOST = 10
"""on one pull request, over its whole life"""


def plan_suggestions(
    wishes: Sequence[SuggestionWish], state: PullState
) -> Iterator[Suggest | DeleteSuggestion]:
    """Give the deeds; of what two runs at once have doubled, the later goes."""
    number, made = state.pull.number, set[str]()
    for remark in sorted(state.remarks, key=lambda remark: remark.id):
        key = key_of_remark(remark)
        if key in made:
            why = "the older suggestion stays the only one"
            yield DeleteSuggestion(number, remark.id, remark.body, why)
        elif key:
            made.add(key)
    left = {wish.key: wish for wish in wishes if wish.key not in made}
    for wish in islice(left.values(), max(0, MOST - len(made))):
        yield Suggest(number, wish.head, wish.path, wish.line, wish.body, wish.why)
