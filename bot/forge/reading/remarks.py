"""Comments at lines, as far as the Steward has to know its own: the first one of each thread."""

from bot.forge.answer import Answer
from bot.forge.reading.people import is_me, person
from bot.model.pull import Remark


def remark_of_thread(found: Answer) -> Remark:
    """Read a thread as GraphQL tells it."""
    first = next(found.parts("comments", "nodes"), Answer(None))
    return Remark(
        first.big_number("fullDatabaseId"), first.text("body"), first.flag("viewerDidAuthor")
    )


def begins_thread(found: Answer) -> bool:
    """Tell whether a comment, as REST tells it, is no answer to another one."""
    return not found.number("in_reply_to_id")


def remark_of(found: Answer, me: str) -> Remark:
    """Read a comment as REST tells it."""
    return Remark(found.number("id"), found.text("body"), is_me(person(found.at("user")), me))
