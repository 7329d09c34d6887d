"""How commits follow each other."""

from bot.sandbox.git.mirror import Mirror


def list_commits(mirror: Mirror, head: str, *hidden: str, path: str = "") -> list[str]:
    """List the commits that lead to one, newest first, without those that lead to others."""
    paths = ("--", path) if path else ("--",)
    words = (head, *(f"^{each}" for each in hidden))
    return mirror.line("rev-list", "--topo-order", *words, *paths).splitlines()


def changes_of(mirror: Mirror, head: str, path: str, most: int) -> list[str]:
    """List the last commits that lead to one and changed a path, newest first."""
    paths = ("--", path) if path else ("--",)
    return mirror.line("rev-list", f"--max-count={most}", head, *paths).splitlines()


def merge_base(mirror: Mirror, one: str, two: str) -> str | None:
    """Return where two histories parted; None where they never met."""
    key = ("base", one, two)
    if key not in mirror.memory:
        output = mirror.ask("merge-base", one, two)
        mirror.memory[key] = "" if output is None else output.decode().strip()
    return str(mirror.memory[key]) or None


def is_ancestor(mirror: Mirror, old: str, new: str) -> bool:
    """Tell whether one commit leads to the other."""
    return merge_base(mirror, old, new) == old
