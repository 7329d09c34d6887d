"""What a git process gets to see of our environment.

The folder that we are asked about names the repository, and its work tree is what we judge.
Variables that point git somewhere else are therefore dropped. That includes ``GIT_INDEX_FILE``,
which git sets for pre-commit hooks (to a temporary index when part of the changes is committed)
and ``GIT_DIR``, which it sets for hooks in linked work trees: the index is to us only a record of
which files of the work tree are unchanged, any index that belongs to it says that truly, and the
repository's own one is there during a hook, too.

Variables that carry configuration (``GIT_CONFIG_*``) stay: containers use them for
``safe.directory``.
"""

from collections.abc import Mapping

_REDIRECTING = frozenset(
    {
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_ATTR_SOURCE",
        "GIT_COMMON_DIR",
        "GIT_DIR",
        "GIT_GLOB_PATHSPECS",
        "GIT_GRAFT_FILE",
        "GIT_ICASE_PATHSPECS",
        "GIT_IMPLICIT_WORK_TREE",
        "GIT_INDEX_FILE",
        "GIT_INTERNAL_SUPER_PREFIX",
        "GIT_NAMESPACE",
        "GIT_NOGLOB_PATHSPECS",
        "GIT_OBJECT_DIRECTORY",
        "GIT_PREFIX",
        "GIT_REPLACE_REF_BASE",
        "GIT_SHALLOW_FILE",
        "GIT_WORK_TREE",
    }
)

_OURS = {
    "LC_ALL": "C",
    "GIT_LITERAL_PATHSPECS": "1",  # a path is a path, never a pattern
    "GIT_NO_REPLACE_OBJECTS": "1",  # GitHub does not know replacements either
    "GIT_OPTIONAL_LOCKS": "0",  # looking must not get in the way of a commit
    "GIT_TERMINAL_PROMPT": "0",  # nobody is there to answer
}


def git_environment(environ: Mapping[str, str]) -> dict[str, str]:
    """Return the environment for git processes, made from our own."""
    kept = {name: value for name, value in environ.items() if name not in _REDIRECTING}
    return kept | _OURS
