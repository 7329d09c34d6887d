"""What is to be read of a pull request."""

from dataclasses import dataclass

from bot.model.pull import Pull


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be read: a pull request, by the rules of which repository, since which head.

    ``spoken`` are other commits that people have spoken of, in reviews or commands.
    """

    pull: Pull
    repository: str
    config_path: str
    seen: str | None = None
    spoken: tuple[str, ...] = ()
