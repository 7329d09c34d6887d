"""The template files of a checkout."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.app.templates import TemplateFile
from bot.app.workspace import Workspace
from bot.model.policy import Policy
from bot.registry.names import is_template, template_name
from bot.sources.files import is_file, read_file


@dataclass(frozen=True, slots=True)
class CheckoutShelf:
    """The templates of a workspace; files that are asked for are looked for from ``base``."""

    workspace: Workspace
    base: Path

    @property
    def policy(self) -> Policy:
        """Give the workspace's configuration."""
        return self.workspace.policy

    @property
    def config_path(self) -> str:
        """Name the configuration."""
        return self.workspace.config_path

    def templates(self) -> Iterator[str]:
        """Give the paths of the files that are called templates."""
        return (file.path for file in self.workspace.files if is_template(file.path))

    def files(self) -> Iterator[str]:
        """Give the paths of all Markdown files, as they are asked for."""
        for file in self.workspace.files:
            yield Path(os.path.relpath(self.workspace.root / file.path, self.base)).as_posix()

    def own(self, path: str) -> TemplateFile:
        """Read one of them."""
        return TemplateFile(path, self.workspace.read(path), path, called=self.called(path))

    def called(self, path: str) -> str:
        """Name a template; one at the top is called after the top's folder."""
        return template_name(f"{self.workspace.root.as_posix()}/{path}")

    def at(self, asked: str) -> TemplateFile | None:
        """Read a file as it was asked for, inside the workspace or elsewhere."""
        file = self.base / asked
        if not is_file(file):
            return None
        real = file.resolve()
        root = self.workspace.root
        source = real.relative_to(root).as_posix() if real.is_relative_to(root) else asked
        data = read_file(file, self.policy.size_cap)
        return TemplateFile(source, data, source, called=template_name(str(real)))
