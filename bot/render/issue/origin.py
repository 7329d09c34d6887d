"""Where an issue comes from: its spec, and the line of it, at the commit that was read."""

from dataclasses import dataclass

from bot.model.sheet import Source, SpecName
from bot.render.comment.address import Links
from bot.render.comment.phrases import SHORT, Target, clipped, file_name

_PATH = 120


@dataclass(frozen=True, slots=True)
class Origin:
    """A spec, and a place in it."""

    id: str
    title: str
    status: str
    spec: Target
    place: Target
    commit: Target
    section: str


def origin(spec: SpecName, source: Source, links: Links) -> Origin:
    """Tell where an issue comes from; the links are at the commit of its source."""
    path = clipped(source.path, _PATH)
    return Origin(
        id=clipped(spec.spec_id, 40),
        title=clipped(spec.title),
        status=clipped(spec.status, 30),
        spec=Target(spec_name(spec), links.file(source.path)),
        place=Target(f"{path}, line {source.line}", links.line(source.path, source.line)),
        commit=Target(source.commit[:SHORT], links.commit(source.commit)),
        section=clipped(source.section),
    )


def spec_name(spec: SpecName) -> str:
    """Call a spec by its id and title, or by its file."""
    title = clipped(spec.title)
    if spec.spec_id and spec.spec_id not in spec.title:
        title = f"{clipped(spec.spec_id, 40)} {title}".strip()
    return title or file_name(spec.path)
