"""What GitHub answers instead of doing as it was asked, in its own words."""

from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T")

Json = dict[str, object]
DOCS = "https://docs.github.com/rest"


@dataclass(eq=False)  # not frozen: Python itself writes to what is raised
class Refusal(Exception):  # noqa: N818 - an answer, not a mistake of ours
    """An answer that ends the request; what the request has begun is undone."""

    status: int
    message: str
    errors: tuple[Json | str, ...] = ()
    headers: dict[str, str] = field(default_factory=dict)
    extra: Json = field(default_factory=dict)

    @property
    def body(self) -> Json:
        """The JSON body."""
        errors: Json = {"errors": list(self.errors)} if self.errors else {}
        said: Json = {"message": self.message, "documentation_url": DOCS}
        return {**said, "status": str(self.status), **errors, **self.extra}


def not_found() -> Refusal:
    """Say that there is none, or none for these eyes."""
    return Refusal(404, "Not Found")


def moved(address: str, *, keeps: bool) -> Refusal:
    """Say where it is now; ``keeps`` asks that the method be kept."""
    status, said = (307, "Temporary Redirect") if keeps else (301, "Moved Permanently")
    return Refusal(status, said, headers={"Location": address}, extra={"url": address})


def existing(thing: T | None) -> T:
    """Return what was found, or refuse."""
    if thing is None:
        raise not_found()
    return thing


def invalid(resource: str, field_name: str, code: str = "invalid", message: str = "") -> Refusal:
    """Say that a field does not do."""
    error: Json = {"resource": resource, "field": field_name, "code": code}
    if message:
        error["message"] = message
    return Refusal(422, "Validation Failed", (error,))


def unprocessable(message: str) -> Refusal:
    """Say in plain words that it cannot be done."""
    return Refusal(422, message)


def limited(resource: str, field_name: str, text: str | None, most: int) -> str | None:
    """Return a text that is no longer than GitHub takes."""
    if text is not None and len(text) > most:
        what = f"{field_name} is too long (maximum is {most} characters)"
        raise invalid(resource, field_name, "custom", what)
    return text
