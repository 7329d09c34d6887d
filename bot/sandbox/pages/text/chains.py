"""A Mermaid diagram that is a plain chain reads best as one line, and takes no more room."""

import re

_HEAD = re.compile(r"(?:graph|flowchart) (?:LR|TD|TB)")
_NODE = re.compile(r'(\w+)(?:\["([^"\[\]]*)"\]|\(\["([^"\[\]]*)"\]\))')
_ARROW = re.compile(r"(\w+) --> (\w+)")
_MOST = 100


def chain(source: str) -> tuple[str, ...]:
    """Give the words of a diagram in their order; none where it is more than a chain."""
    head, *lines = [line.strip() for line in source.strip().split("\n")]
    if not _HEAD.fullmatch(head) or len(lines) > _MOST:
        return ()
    nodes = [match for line in lines if (match := _NODE.fullmatch(line))]
    arrows = [match for line in lines if (match := _ARROW.fullmatch(line))]
    words = {node[1]: node[2] or node[3] or "" for node in nodes}
    after = {arrow[1]: arrow[2] for arrow in arrows}
    starts = [name for name in words if name not in after.values()]
    if len(nodes) + len(arrows) != len(lines) or len(starts) != 1:
        return ()
    way = [starts[0]]
    while (follower := after.pop(way[-1], None)) is not None:
        way.append(follower)
    is_whole = len(way) == len(words) == len(arrows) + 1 and set(way) == set(words)
    return tuple(words[name] for name in way) if is_whole and arrows else ()
