"""Deeds on a pull request, its labels and its comments, in plain words."""

from bot.app.deeds.names import quoted
from bot.app.deeds.said import Said, said
from bot.plan.actions import (
    Action,
    AddLabel,
    CreateComment,
    CreateLabel,
    DeleteComment,
    DeleteSuggestion,
    EditFile,
    MinimiseComment,
    React,
    RemoveLabel,
    SetStatus,
    Suggest,
    UnminimiseComment,
    UpdateComment,
    WriteCheck,
)
from bot.plan.marker import is_marker
from bot.render.defuse import prose


def said_of_pull(action: Action) -> Said | None:
    """Tell a deed on its labels, its check, its status, or its branch."""
    match action:
        case CreateLabel(label):
            return said("made", f"the label {quoted(label.name)}", "make")
        case AddLabel(number, name):
            return said("put", f"the label {quoted(name)} on #{number}")
        case RemoveLabel(number, name):
            return said("took", f"the label {quoted(name)} off #{number}", "take")
        case WriteCheck(wish):
            return said("wrote", f"the check: {prose(wish.conclusion)}", "write")
        case SetStatus(wish):
            return said("set", f"the commit status: {prose(wish.state)}")
        case EditFile():
            place = f"{prose(action.path)} on the branch {prose(action.branch)}"
            return said("committed", f"{quoted(action.message)}: {place}", "commit")
    return None


def said_of_comment(action: Action) -> Said | None:
    """Tell a deed on the one comment."""
    match action:
        case CreateComment(body=body):
            return said("wrote", f"the comment {_opening(body)}", "write")
        case UpdateComment(body=body):
            return said("changed", f"the comment, which says {_opening(body)}", "change")
        case DeleteComment():
            return said("deleted", "a second comment", "delete")
        case MinimiseComment():
            return said("folded", "the comment away", "fold")
        case UnminimiseComment():
            return said("unfolded", "the comment", "unfold")
    return None


def said_of_remark(action: Action) -> Said | None:
    """Tell an answer to a comment of somebody's, or a suggestion at a line."""
    match action:
        case React(content=content):
            return said("answered", f"a comment with {quoted(content)}", "answer")
        case Suggest(path=path, line=line):
            return said("suggested", f"a change to {prose(path)}, line {line}", "suggest")
        case DeleteSuggestion():
            return said("deleted", "a second suggestion", "delete")
    return None


def _opening(body: str) -> str:
    """Give the first words of a text for people, without the lines for machines."""
    return quoted("\n".join(line for line in body.split("\n") if not is_marker(line)))
