"""A suggestion as GitHub offers it: a fence that holds the line as it would become."""

from bot.model.hearing import Suggestion
from bot.render.defuse import fence, markdown


def suggestion_text(suggestion: Suggestion) -> str | None:
    """Write it; None where the line holds what is not shown as it is, for it is taken verbatim."""
    block = fence(suggestion.new_line, "suggestion")
    if block.split("\n")[1:-1] != [suggestion.new_line]:
        return None
    why = suggestion.why
    return f"{markdown(why[:1].upper() + why[1:])}.\n\n{block}"
