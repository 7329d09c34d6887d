"""Where the files that ship with the product lie: in a wheel, a checkout, an editable install."""

from pathlib import Path


def shipped(*parts: str) -> Path:
    """Return the path of a shipped template, example or page."""
    inside = Path(__file__).parent / "templates"  # a wheel carries the folder inside the package
    base = inside if inside.is_dir() else Path(__file__).parent.parent / "templates"
    return base.joinpath(*parts)
