"""The template files of a commit on GitHub, with the configuration beside them."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from bot.app.action.reader import Commit
from bot.app.configuration import policy_of
from bot.app.templates import TemplateFile
from bot.errors import StewardError
from bot.model.policy import Policy
from bot.registry.names import is_template, template_name
from bot.sources.walk import is_markdown


@dataclass(frozen=True, slots=True)
class CommitShelf:
    """The templates of a commit; ``repository`` is what one at the top is called after."""

    commit: Commit
    policy: Policy
    config_path: str
    repository: str

    def templates(self) -> Iterator[str]:
        """Give the paths of the files that are called templates."""
        return template_paths(self.commit)

    def own(self, path: str) -> TemplateFile:
        """Take one of them."""
        data = self.commit.data(path)
        if data is None:
            raise StewardError("it is no text that can be read here", where=path)
        return TemplateFile(path, data, path, called=self.called(path))

    def called(self, path: str) -> str:
        """Give the name that a template has by its path."""
        return template_name(f"{self.repository}/{path}")

    def at(self, asked: str) -> TemplateFile | None:
        """Take the file at a path, if there is one in the commit."""
        path = posixpath.normpath(asked)
        return self.own(path) if self.commit.has(path) else None


def template_paths(commit: Commit) -> Iterator[str]:
    """Give the paths that are called templates, in the order in which git lists them."""
    called = (path for path in commit.names if is_markdown(path) and is_template(path))
    return iter(sorted(called, key=lambda path: path.encode("utf-8", "surrogateescape")))


def open_shelf(commit: Commit, config_path: str, repository: str) -> CommitShelf:
    """Open the shelf of a commit; templates that only its configuration names are read now."""
    data = commit.data(config_path)
    if data is None and commit.has(config_path):
        what = "the configuration is no file that can be read"
        raise StewardError(what, where=config_path, mend="make it a text of moderate size")
    policy = Policy() if data is None else policy_of(data, config_path)
    commit.load(configured_paths(policy))
    return CommitShelf(commit, policy, config_path, repository)


def configured_paths(policy: Policy) -> Iterator[str]:
    """Give the paths of the templates that a configuration names."""
    return (posixpath.normpath(entry.template) for entry in policy.templates)
