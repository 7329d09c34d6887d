"""What is suggested → the comments that offer it at their lines."""

from collections.abc import Iterator

from bot.model.hearing import Hearing
from bot.plan.suggestion import SuggestionWish, mark_suggestion, suggestion_key
from bot.render.suggestion import suggestion_text


def suggestion_wishes(hearing: Hearing) -> Iterator[SuggestionWish]:
    """Wish for each suggestion that can be shown, spec by spec."""
    for spec in hearing.specs:
        for each in spec.suggestions:
            text = suggestion_text(each)
            if text is not None:
                key = suggestion_key(each.path, each.old_line, each.new_line)
                body = f"{mark_suggestion(key)}\n{text}"
                head = hearing.pull.head
                yield SuggestionWish(head, each.path, each.line, key, body, each.why)
