"""From pydantic's verdict to the one line that people get: file, line, key, what to write."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.config.form import Config
from bot.config.node import Node
from bot.config.several import MOST, together
from bot.config.wording import Path, advice, folded, nearest, placed, quoted, shown, typed
from bot.errors import StewardError

_LIST, _MAPPING = "a list", "a mapping"
_PAIR = "write “key: value”"
_SWITCH, _SWITCHES = "enabled", ("true", "false", "yes", "no", "on", "off")
_COMPARED = 100  # slips, beyond which nobody reads
_UNKNOWN = ("extra_forbidden", "unknown")
_CONTAINERS = {"tuple_type": _LIST, "dict_type": _MAPPING, "model_type": _MAPPING}
_Fault: TypeAlias = tuple[int, Path, ErrorDetails]


def complaint(error: ValidationError, root: Node, where: str) -> StewardError:
    """Say what is wrong, in the order of lines."""
    details = error.errors(include_url=False)
    slips = [each["loc"] for each in details if each["type"] == "extra_forbidden"]
    found = [(*_found(each, root), each) for each in details if not _is_slip(each, slips)]
    found = list(_once(sorted(found, key=lambda place: place[0])))
    # Only these are put in words: looking for near misses of thousands would take seconds.
    told = [
        StewardError(placed(path, what), where=f"{where}:{line}", mend=mend)
        for line, path, detail in found[:MOST]
        for what, mend in (_words(detail, path),)
    ]
    left = len(found) - len(told)
    return together(told, f"and {left:,} more" if left else "")


def _is_slip(detail: ErrorDetails, slips: list[Path]) -> bool:
    """Tell whether a key is missing only because it is misspelt, which is told by itself."""
    *above, key = detail["loc"] or ("",)
    return detail["type"] == "missing" and any(
        slip[:-1] == tuple(above) and nearest(str(slip[-1]), (str(key),))
        for slip in slips[:_COMPARED]
    )


def _once(found: Iterable[_Fault]) -> Iterator[_Fault]:
    """Pass over what stands under a key that nobody knows, and what is wrong in a second way."""
    told: set[Path] = set()
    unknown: set[Path] = set()
    for line, path, detail in found:
        above = (path[:length] for length in range(len(path)))
        if path not in told and unknown.isdisjoint(above):
            yield line, path, detail
            told.add(path)
            unknown |= {path} if detail["type"] in _UNKNOWN else set()


def _found(detail: ErrorDetails, root: Node) -> tuple[int, Path]:
    loc = detail["loc"]
    if loc[-1:] == ("[key]",) and loc[-2:-1] == (detail["input"],):
        loc = loc[:-1]  # pydantic's own mark, which a key of that name must not be taken for
    # A mapping that refuses what is in it is itself the place that pydantic names.
    return _place(root, (*loc, *detail.get("ctx", {}).get("steps", ())))


def _place(root: Node, steps: Path) -> tuple[int, Path]:
    """Follow pydantic's steps; those that are not in the file are marks of its own."""
    node = root
    path: list[str | int] = []
    for step in steps:
        if (child := node.child(step)) is not None:
            node = child
            path.append(step)
    return node.line, tuple(path)


def _words(detail: ErrorDetails, path: Path) -> tuple[str, str]:
    context, found = detail.get("ctx", {}), detail["input"]
    match detail["type"]:
        case "extra_forbidden":
            return _unknown(str(path[-1]), "key", Config.at(path[:-1]).keys())
        case "unknown":
            return _unknown(str(path[-1]), context["noun"], context["right"])
        case "wanted":
            return _unwanted(found, context["what"], context["right"])
        case "placeholder":
            word = context["word"]
            return f"unknown placeholder {quoted(word)}", advice(
                word, context["right"], "placeholder"
            )
        case "clash":
            return context["what"], context["mend"]
        case "too_long":
            what = f"more than {context['max_length']} {context.get('noun', 'entries')}"
            return what, "take some out"
        case "missing":
            key = quoted(str(detail["loc"][-1]))
            return f"the key {key} is missing", "add it"
        case kind:
            return _uncontained(found, _CONTAINERS[kind], path)


def _unknown(word: str, noun: str, right: tuple[str, ...]) -> tuple[str, str]:
    homes = {folded(key): (key, home) for key, home in Config.homes()} if noun == "key" else {}
    key, home = homes.get(folded(word), ("", ""))
    if key and key not in right:
        mend = f"{quoted(key)} stands {f'under {quoted(home)}' if home else 'at the top level'}"
    else:
        mend = advice(word, right, noun) or "`steward explain` lists them"
    return f"unknown {noun}", mend


def _unwanted(found: object, what: str, right: tuple[str, ...]) -> tuple[str, str]:
    near = nearest(found, right) if isinstance(found, str) else None
    mend = f"did you mean {quoted(near)}?" if near else _emptied(found)
    return f"expected {what}, got {shown(found)}", mend


def _uncontained(found: object, what: str, path: Path) -> tuple[str, str]:
    mend = _PAIR if what == _MAPPING else "put “- ” before each of its entries"
    if isinstance(found, str) and what == _LIST:
        mend = f"write [{typed(found)}]"
    elif isinstance(found, str) and found.casefold() in _SWITCHES and _has_switch(path):
        mend = f"write {{{_SWITCH}: {found.casefold()}}}"
    return f"expected {what}, got {shown(found)}", _emptied(found) or mend


def _has_switch(path: Path) -> bool:
    """Tell whether what stands here can be switched off, and on, by a key of its own."""
    return bool(path) and (_SWITCH, str(path[-1])) in Config.homes()


def _emptied(found: object) -> str:
    return "give it a value, or take the key out" if found is None else ""
