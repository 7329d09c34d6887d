"""A rehearsal as JSON, for scripts."""

import json
from dataclasses import asdict

from bot.app.rehearse.seen import Played, Rehearsal, WrittenBack

_NAMES = ("comment", "label", "check", "issues", "write_back", "plan", "report", "notes")


def rehearsal_json(seen: Rehearsal) -> str:
    """Write a rehearsal; what there is not is null."""
    branches, pull = seen.branches, seen.pull
    found = {
        "version": 1,
        "verdict": seen.verdict,
        "base": asdict(branches.base),
        "head": asdict(branches.head),
        "commits": branches.commits,
        "pull": asdict(pull) if pull else None,
        **_played(seen.opened),
        "merged": _played(seen.merged) if seen.merged else None,
        "uncommitted": list(seen.uncommitted),
        "requests": seen.requests,
        "page": seen.page or None,
        "address": seen.address or None,
    }
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"


def _played(played: Played | None) -> dict[str, object]:
    if played is None:
        return dict.fromkeys(_NAMES)
    stands = played.standing
    check = stands.check
    return {
        "comment": stands.comment or None,
        "label": stands.label or None,
        "check": {
            "conclusion": check.conclusion,
            "title": check.title,
            "annotations": [asdict(remark) for remark in check.remarks],
        }
        if check
        else None,
        "issues": [asdict(issue) for issue in stands.issues],
        "write_back": _write_back(stands.write_back) if stands.write_back else None,
        "plan": played.plan,
        "report": played.report,
        "notes": [*played.notes, *filter(None, [played.problem])],
    }


def _write_back(found: WrittenBack) -> dict[str, object]:
    files = [{"path": path, "lines": lines} for path, lines in found.files]
    return {"number": found.number, "title": found.title, "files": files}
