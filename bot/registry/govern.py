"""Which template governs which document.

What the configuration says; else the template that lies in the document's folder or above it, or
whose own text says that its copies go there; else, of those whose place says nothing, the one
that the document has most of, if that is at least half of what it requires.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.markdown.inline import plain
from bot.model.document import Document
from bot.model.policy import TemplatePolicy
from bot.model.schema import Schema, Tier
from bot.model.spec import ENOUGH
from bot.registry.globs import matches
from bot.registry.names import home_of, may_be_spec
from bot.schema.fold import keys_of
from bot.schema.patterns import is_instance


@dataclass(frozen=True, slots=True)
class Governor:
    """A schema and what it governs: configured patterns, folders, or whatever fits it."""

    schema: Schema
    folders: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


def governor_of(schema: Schema, path: str | None) -> Governor:
    """Make the governor of a template that was found in the repository (``path``), or ships."""
    if path is None:
        return Governor(schema)
    folders = [folder for folder in (home_of(path), _told_folder(schema)) if folder]
    return Governor(schema, tuple(dict.fromkeys(folders)))


def configured(schema: Schema, policy: TemplatePolicy, path: str | None) -> Governor:
    """Make the governor that the configuration asks for."""
    if policy.paths:
        return Governor(schema, (), policy.paths, policy.exclude)
    own = governor_of(schema, path)
    return Governor(schema, own.folders, (), policy.exclude)


def govern(
    path: str,
    governors: Sequence[Governor],
    read: Callable[[], Document | None],
    shipped: Callable[[], Sequence[Governor]] = tuple,
) -> Governor | None:
    """Find the governor of a document.

    Its text is read only where paths do not decide, and only then it may be governed by a template
    that ships (``shipped``); of those that fit alike the team's own comes first.
    """
    allowed = [g for g in governors if not matches(path, g.exclude)]
    told = [g for g in allowed if matches(path, g.paths) and _is_meant(path, g)]
    if told:
        return told[0] if len(told) == 1 else _best(told, read())
    if not may_be_spec(path) or is_source(path, governors):
        return None
    near = [
        (len(folder), at)
        for at, g in enumerate(allowed)
        for folder in g.folders
        if _is_in(path, folder)
    ]
    if near:
        depth = max(length for length, _ in near)
        closest = [
            allowed[at] for at in dict.fromkeys(at for length, at in near if length == depth)
        ]
        return closest[0] if len(closest) == 1 else _best(closest, read())
    free = [g for g in allowed if not g.paths and not g.folders]
    pool = (*free, *shipped())
    document = read() if pool else None
    if document is None:
        return None
    best = max(pool, key=lambda g: closeness(document, g.schema))
    return best if closeness(document, best.schema) >= ENOUGH else None


def is_source(path: str, governors: Sequence[Governor]) -> bool:
    """Tell whether a file is one of the templates themselves."""
    return any(governor.schema.source == path for governor in governors)


def _best(governors: Sequence[Governor], document: Document | None) -> Governor:
    if document is None:
        return governors[0]
    return max(governors, key=lambda g: closeness(document, g.schema))


def _is_meant(path: str, governor: Governor) -> bool:
    """Tell whether a pattern means a file that it fits: no template, and no readme beside specs.

    Unless it names the file outright.
    """
    if path in governor.paths:
        return True
    return governor.schema.source != path and may_be_spec(path)


def closeness(document: Document, schema: Schema) -> float:
    """Give the share of a template's required sections that have a heading in the document."""
    wanted = [s for s in schema.sections if s.tier is Tier.REQUIRED and s.family != "*"]
    if not wanted:
        return 0.0
    keys = {key for heading in document.sections for key in keys_of(heading.title)}
    titles = [plain(s.title) for s in document.sections] if any(s.family for s in wanted) else []
    have = 0
    for section in wanted:
        if section.repeatable:
            have += any(is_instance(title, section.family) for title in titles)
        else:
            have += not keys.isdisjoint(section.keys)
    return have / len(wanted)


def _told_folder(schema: Schema) -> str | None:
    folder = (schema.path_pattern or "").rpartition("/")[0]
    return folder if folder and not any(mark in folder for mark in "*<[{") else None


def _is_in(path: str, folder: str) -> bool:
    return path.startswith(f"{folder}/")
