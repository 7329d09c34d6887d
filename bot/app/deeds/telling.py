"""Any deed in plain words; every log takes them from here."""

from bot.app.deeds.names import Names
from bot.app.deeds.on_issues import said_of_family, said_of_issue, said_of_write_back
from bot.app.deeds.on_pulls import said_of_comment, said_of_pull, said_of_remark
from bot.app.deeds.said import Said
from bot.plan.actions import Action

_NOBODY = Names()


def said_of(action: Action, names: Names = _NOBODY) -> Said:
    """Tell a deed; one that nobody has put into words yet goes by its kind."""
    return (
        said_of_pull(action)
        or said_of_comment(action)
        or said_of_remark(action)
        or said_of_issue(action, names)
        or said_of_family(action, names)
        or said_of_write_back(action)
        or Said(action.kind, action.kind)
    )


def deed_line(action: Action, names: Names = _NOBODY, *, is_dry: bool = False) -> str:
    """Tell it as a line of a log."""
    words = said_of(action, names)
    return f"  would {words.plain}" if is_dry else f"  {words.done}"
