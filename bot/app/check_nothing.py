"""``steward check``: why there is no spec, told to who expected one."""

from bot.app.near_paths import some_of
from bot.app.workspace import Workspace
from bot.registry.names import may_be_spec

_UNKNOWN = """No specs found: no document here is made from a template that is known.
A team's own template is known by its name (TEMPLATE.md beside the specs) or by its path in
.github/spec-steward.yml. Five ship: steward new tech-spec "Title" begins a spec from one."""
_UNLISTED = """No specs found: no document here is one of those that {file} lists under “templates”.
{files}"""


def no_spec(workspace: Workspace) -> str:
    """Say why no document of a workspace is a spec."""
    if not workspace.policy.templates:
        return _UNKNOWN
    listed = [entry.template for entry in workspace.policy.templates]
    found = (file.path for file in workspace.files)
    paths = [path for path in found if may_be_spec(path) and path not in listed]
    files = f"The documents here are {some_of(paths, 5)}." if paths else "There are no documents."
    return _UNLISTED.format(file=workspace.config_path, files=files)
