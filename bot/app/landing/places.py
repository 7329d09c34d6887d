"""The texts of a sheet with the places that the labels of their links lead to."""

from collections.abc import Mapping
from dataclasses import replace

from bot.markdown.referring import inlined
from bot.model.sheet import PhaseRow, PhaseSheet, Sheet, TaskSheet


def with_places(sheet: Sheet, places: Mapping[str, str]) -> Sheet:
    """Write each link by a label as one by its place, wherever a sheet holds Markdown."""
    if not places:
        return sheet
    if isinstance(sheet, TaskSheet):
        text, detail = inlined(sheet.text, places), inlined(sheet.detail, places)
        return replace(sheet, text=text, detail=detail)
    if isinstance(sheet, PhaseSheet):
        return replace(sheet, phase=_phase(sheet.phase, places))
    return replace(
        sheet,
        phases=tuple(_phase(each, places) for each in sheet.phases),
        doubts=tuple(replace(each, text=inlined(each.text, places)) for each in sheet.doubts),
    )


def _phase(phase: PhaseRow, places: Mapping[str, str]) -> PhaseRow:
    rows = (replace(each, text=inlined(each.text, places)) for each in phase.listed)
    return replace(phase, listed=tuple(rows))
