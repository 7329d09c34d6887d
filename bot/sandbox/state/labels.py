"""Labels of a repository and on issues. Their names are the same in any case."""

import re

from bot.sandbox.hub import Hub
from bot.sandbox.records import Repository
from bot.sandbox.refusal import Refusal, invalid, not_found
from bot.sandbox.state.events import About, record, touch
from bot.sandbox.threads import Issue, Label, Labelling
from bot.sandbox.viewer import Actor

_COLOR = re.compile("[0-9a-fA-F]{6}")
_DEFAULT = "ededed"
_LONGEST = 50
_MOST = 100


def find_label(hub: Hub, repository: Repository, name: str) -> Label | None:
    """Find a label by its name."""
    where = "repository_id = ? AND name = ? COLLATE NOCASE"
    return hub.store.first(Label, where, repository.id, name)


def labels_of(hub: Hub, issue: Issue) -> list[Label]:
    """Return the labels on an issue, in the order of their names."""
    where = "id IN (SELECT label_id FROM Labelling WHERE issue_id = ?) ORDER BY name COLLATE NOCASE"
    return hub.store.find(Label, where, issue.id)


def create_label(
    hub: Hub, repository: Repository, name: str, color: str | None, about: str | None
) -> Label:
    """Make a label of a repository."""
    _check(name, color, about)
    if find_label(hub, repository, name) is not None:
        raise invalid("Label", "name", "already_exists")
    shade = (color or _DEFAULT).lower()
    key = hub.store.next_id()
    return hub.store.add(Label(key, repository.id, name, shade, about, is_default=False))


def change_label(hub: Hub, label: Label, **values: str | None) -> Label:
    """Give a label another name, colour or description."""
    _check(values.get("name") or label.name, values.get("color"), values.get("description"))
    other = hub.store.first(
        Label,
        "repository_id = ? AND name = ? COLLATE NOCASE AND id != ?",
        label.repository_id,
        values.get("name") or label.name,
        label.id,
    )
    if other is not None:
        raise invalid("Label", "name", "already_exists")
    return hub.store.change(label, **values) if values else label


def delete_label(hub: Hub, label: Label) -> None:
    """Delete a label, also from the issues that have it."""
    for each in hub.store.find(Labelling, "label_id = ?", label.id):
        hub.store.drop(each)
    hub.store.drop(label)


def add_labels(hub: Hub, issue: Issue, names: list[str], actor: Actor) -> Issue:
    """Put labels on an issue; those that the repository lacks are made."""
    repository = hub.store.get(Repository, issue.repository_id)
    for name in names:
        label = find_label(hub, repository, name)
        if label is None:
            label = create_label(hub, repository, name, None, None)
        where = "issue_id = ? AND label_id = ?"
        if hub.store.first(Labelling, where, issue.id, label.id) is None:
            hub.store.add(Labelling(hub.store.next_id(), issue.id, label.id))
            record(hub, issue, actor, "labeled", About(label.name, label.color))
            issue = touch(hub, issue)
    if hub.store.count(Labelling, "issue_id = ?", issue.id) > _MOST:
        raise invalid("Issue", "labels", "custom", f"an issue takes {_MOST} labels at most")
    return issue


def remove_label(hub: Hub, issue: Issue, name: str, actor: Actor) -> Issue:
    """Take a label off an issue, on which it has to be."""
    label = next(
        (each for each in labels_of(hub, issue) if each.name.lower() == name.lower()), None
    )
    if label is None:
        raise Refusal(404, "Label does not exist")
    where = "issue_id = ? AND label_id = ?"
    on_it = hub.store.first(Labelling, where, issue.id, label.id)
    if on_it is None:
        raise not_found()
    hub.store.drop(on_it)
    record(hub, issue, actor, "unlabeled", About(label.name, label.color))
    return touch(hub, issue)


def set_labels(hub: Hub, issue: Issue, names: list[str], actor: Actor) -> Issue:
    """Leave exactly these labels on an issue."""
    wanted = {name.lower() for name in names}
    for label in labels_of(hub, issue):
        if label.name.lower() not in wanted:
            issue = remove_label(hub, issue, label.name, actor)
    return add_labels(hub, issue, names, actor)


def _check(name: str, color: str | None, about: str | None) -> None:
    if not name.strip():
        raise invalid("Label", "name", "missing_field")
    if len(name) > _LONGEST:
        raise invalid(
            "Label", "name", "custom", f"name is too long (maximum is {_LONGEST} characters)"
        )
    if color is not None and _COLOR.fullmatch(color) is None:
        raise invalid("Label", "color")
    if about is not None and len(about) > _MOST:
        what = f"description is too long (maximum is {_MOST} characters)"
        raise invalid("Label", "description", "custom", what)
