"""How the specs of a pull request hang together, as a Mermaid diagram that obeys nobody else."""

import re
from collections.abc import Iterator

from bot.model.hearing import Hearing
from bot.model.report import SpecReport
from bot.render.comment.names import Names
from bot.render.comment.phrases import clipped

_KINDS = ("requires", "blocks", "implements", "supersedes")
_MOST = 40  # arrows that a reader can follow
_MARKS = re.compile(r"[^\w ,()/+-]+")
_LIST = re.compile(r"^\s*(?:[-+]\s*)+|^\s*(\d+)[.)]\s")  # Mermaid takes these for lists


def graph(hearing: Hearing, names: Names) -> str:
    """Draw which spec requires, blocks, implements or replaces which; empty where none does."""
    reports = tuple(spec.report for spec in hearing.specs)
    arrows = tuple(dict.fromkeys(_arrows(reports)))[:_MOST]
    if not any(isinstance(target, int) for _, _, target in arrows):
        return ""
    outside = dict.fromkeys(target for _, _, target in arrows if isinstance(target, str))
    inside = dict.fromkeys(
        at for start, _, end in arrows for at in (start, end) if isinstance(at, int)
    )
    marks = {name: f"o{at}" for at, name in enumerate(outside)}
    lines = ["graph LR"]
    lines += [f'  s{at}["{label(names[reports[at].path].alone)}"]' for at in sorted(inside)]
    lines += [f'  {mark}(["{label(name)}"])' for name, mark in marks.items()]
    for start, kind, end in arrows:
        stop = f"s{end}" if isinstance(end, int) else marks[end]
        lines.append(f"  s{start} -->|{kind}| {stop}")
    return "\n".join(lines)


def _arrows(reports: tuple[SpecReport, ...]) -> Iterator[tuple[int, str, int | str]]:
    """Give arrows between specs; those that are not in the pull request go by their id."""
    by_id: dict[str, list[int]] = {}
    for at, report in enumerate(reports):
        if report.id:
            by_id.setdefault(report.id, []).append(at)
    for at, report in enumerate(reports):
        for reference in report.references:
            if reference.kind not in _KINDS:
                continue
            others = [other for other in by_id.get(reference.target, ()) if other != at]
            if others:
                yield at, reference.kind, others[0]
            elif reference.target != report.id:
                yield at, reference.kind, reference.target


def label(text: str, otherwise: str = "spec") -> str:
    """Leave words and harmless marks alone: the diagram's own language is made of the others."""
    words = " ".join(_MARKS.sub(" ", text).split())
    return (
        clipped(_LIST.sub(lambda match: f"{match[1]} " if match[1] else "", words), 40) or otherwise
    )
