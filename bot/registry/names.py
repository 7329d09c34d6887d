"""What file names say: which are templates, and which are no specs."""

import re
from pathlib import PurePosixPath

_TEMPLATE = re.compile(
    r"[-_.]?(?:(?:[a-z]+|0+)[-_. ]){0,3}0*template|template(?:[-_. ][a-z]+){0,2}", re.I
)
_TEMPLATE_FOLDERS = frozenset({"template", "templates", "_templates", ".templates", "_template"})
_ANONYMOUS = re.compile(r"_?template|readme|0+-?_?template|index", re.I)
_FORGE = re.compile(r"(?:issue|pull_request|pr|discussion)[-_ ]?template", re.I)
_NO_SPEC = frozenset(
    """
    readme changelog contributing license licence code_of_conduct security index _index
    summary toc agents claude governance maintainers authors codeowners support notice
    copying history releasing roadmap glossary
    """.split()
)


def is_template(path: str) -> bool:
    """Tell whether a file is called a template, or lies in a folder of templates."""
    where = PurePosixPath(path)
    if _is_of_the_forge(path):
        return False
    if where.parent.name.casefold() in _TEMPLATE_FOLDERS:
        return where.stem.casefold() not in _NO_SPEC
    return _TEMPLATE.fullmatch(where.stem) is not None


def _is_of_the_forge(path: str) -> bool:
    """Tell whether a file is a form for issues or pull requests."""
    return any(_FORGE.search(part) for part in PurePosixPath(path).parts)


def template_name(source: str) -> str:
    """Name a template after its file, or after its folder where the file's name says nothing."""
    path = PurePosixPath(source.replace("\\", "/"))
    if _ANONYMOUS.fullmatch(path.stem) and path.parent.name:
        return path.parent.name
    return path.stem


def is_no_spec(path: str) -> bool:
    """Tell whether a file's name says that it is something else: a readme, a changelog."""
    return PurePosixPath(path).stem.casefold().replace("-", "_") in _NO_SPEC


def may_be_spec(path: str) -> bool:
    """Tell whether a file's name leaves it open that it is a spec."""
    return not is_no_spec(path) and not is_template(path) and not _is_of_the_forge(path)


def home_of(path: str) -> str | None:
    """Give the folder whose documents a template governs by lying there.

    None where the place says nothing: at the top of a repository, or among other templates.
    """
    folder = PurePosixPath(path).parent
    if str(folder) in (".", "/") or folder.name.casefold() in _TEMPLATE_FOLDERS:
        return None
    return str(folder)
