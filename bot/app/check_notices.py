"""What ``steward check`` tells beside its findings: what nobody would miss, were it not told."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bot.app.asked import Docket, asked_files
from bot.app.batch import judge_all
from bot.app.court import Court
from bot.app.near_paths import near_pattern
from bot.app.workspace import Workspace
from bot.errors import StewardError
from bot.model.change import Change
from bot.model.policy import CONFIG_PATH
from bot.registry.globs import matches
from bot.registry.names import is_template
from bot.schema.status import vocabulary
from bot.schema.words import spaced
from bot.sources.cache import Cache

_AT_ONCE = 150  # documents: where there are specs at all, some are among the first


def stranger(path: str) -> str:
    """Say that a document that was asked for is none of ours."""
    if is_template(path):
        return f"{path}: a template is no spec, so it is not judged; steward schema tells of it"
    return f"{path}: no template fits, so it is not judged; name one with --template"


def idle_paths(workspace: Workspace) -> Iterator[str]:
    """Name the configured patterns that no document has: nobody would miss what they judge."""
    paths = [file.path for file in workspace.files]
    for entry in workspace.policy.templates:
        for at, pattern in enumerate(entry.paths):
            if not any(matches(path, (pattern,)) for path in paths):
                place = entry.place(workspace.config_path, "paths", at)
                near = near_pattern(pattern, paths)
                meant = f"did you mean “{near}”? Else mend" if near else "mend"
                what = f"{place}: no document matches “{pattern}”"
                yield f"{what}; {meant} the pattern, or take it out"


def idle_transitions(workspace: Workspace, docket: Docket) -> Iterator[str]:
    """Name the statuses that transitions are listed of and that no document could ever have."""
    listed = workspace.policy.transitions or {}
    words = dict.fromkeys(word for start, ends in listed.items() for word in (start, *ends))
    if not words:
        return
    court, stages = Court(docket), workspace.policy.stages
    known = {
        spaced(word)
        for governor in (*court.own, *court.shipped)
        for word in vocabulary(governor.schema, stages)
    }
    place = f"{workspace.config_path}: status.transitions"
    for word in words:
        if spaced(word.casefold()) not in known:
            yield f"{place}: no template knows “{word}”; mend it, or list it in status.stages"


def rules_touched(
    workspace: Workspace,
    docket: Docket,
    changes: Mapping[str, Change],
    base: str,
    paths: Sequence[Path],
) -> Iterator[str]:
    """Say which of the rules themselves a change touches, if any, among what was asked for."""
    known = {CONFIG_PATH, *(template.path for template in docket.templates)}
    touched = {path for each in changes.values() for path in (each.path, each.old_path) if path}
    if any(path in known or is_template(path) for path in touched):
        from bot.app.check_rules import changed_rules  # noqa: PLC0415 - it derives schemas

        for path, said in changed_rules(workspace, docket, changes, base):
            if not paths or any((workspace.root / path).is_relative_to(each) for each in paths):
                yield f"{workspace.display(path)}: {said}"


def no_specs(workspace: Workspace, docket: Docket, cache: Cache) -> Iterator[str]:
    """Say that there is no spec at all, changed or not: no change would ever be judged."""
    asked = list(asked_files(workspace, ()))
    chunks = (asked[at : at + _AT_ONCE] for at in range(0, len(asked), _AT_ONCE))
    try:
        if any(any(judge_all(chunk, docket, cache, _in_silence)) for chunk in chunks):
            return
    except StewardError as error:  # a template that no change of today has to do with
        yield str(error)
        return
    yield "no document here is made from a template that is known; steward check tells more"


def _in_silence(_done: int, _total: int) -> None:
    pass
