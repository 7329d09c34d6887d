"""What every page has around it: head, style, the repository's tabs, and what browsers may do."""

import re
from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256

from markupsafe import Markup

from bot.render.pages import html_page
from bot.sandbox.hub import Hub
from bot.sandbox.records import Repository, User
from bot.sandbox.threads import Issue

_COLOR = re.compile(r'class="label c-([0-9a-f]{6})"')
_BRIGHT = 150.0


@dataclass(frozen=True, slots=True)
class Frame:
    """The repository around a page, and which of its tabs is open; ``script`` is the rare one."""

    owner: str
    name: str
    base: str
    about: str
    issues: int
    pulls: int
    tab: str = ""
    title: str = ""
    is_fork: bool = False
    script: str = ""

    @property
    def full_name(self) -> str:
        """Owner and name."""
        return f"{self.owner}/{self.name}"


@dataclass(frozen=True, slots=True)
class Paper:
    """A page as it is sent, with the policy that it is sent under."""

    html: str
    policy: str


def frame(hub: Hub, repository: Repository, tab: str = "", title: str = "") -> Frame:
    """Return what stands around the pages of a repository."""
    owner = hub.store.get(User, repository.owner_id).login
    where = "repository_id = ? AND state = 'open' AND is_pull = ?"
    return Frame(
        owner=owner,
        name=repository.name,
        base=f"/{owner}/{repository.name}",
        about=repository.description or "",
        issues=hub.store.count(Issue, where, repository.id, False),
        pulls=hub.store.count(Issue, where, repository.id, True),
        tab=tab,
        title=title,
        is_fork=repository.parent_id is not None,
    )


def fill(name: str, around: Frame, **data: object) -> Markup:
    """Fill a template of ours, which escapes whatever is no markup of ours."""
    filled = html_page(f"pages/{name}.html.j2").render(frame=around, **data)
    return Markup(filled)  # noqa: S704 - every string in it was escaped


def paper(around: Frame, body: Markup) -> Paper:
    """Put a page together."""
    style = html_page("pages/style.css.j2").render() + _paint(body)
    script = html_page(f"pages/{around.script}.js.j2").render() if around.script else ""
    allowed = f"script-src {_digest(script)}; " if script else ""
    policy = (
        f"default-src 'none'; style-src {_digest(style)}; {allowed}img-src data:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    whole = html_page("pages/frame.html.j2").render(
        frame=around,
        body=body,
        style=Markup(style),  # noqa: S704 - our own file, and colours of six hexadecimal digits
        script=Markup(script),  # noqa: S704 - our own file
        policy=policy.rpartition(";")[0],
    )
    return Paper(whole, policy)


def _digest(text: str) -> str:
    """Name a style or a script by its content, so that a browser takes no other."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _paint(body: str) -> str:
    """Write the colours of the labels on a page; a style at each of them would be refused."""
    lines = []
    for color in sorted(set(_COLOR.findall(body))):
        red, green, blue = (int(color[at : at + 2], 16) for at in (0, 2, 4))
        bright = 0.299 * red + 0.587 * green + 0.114 * blue
        ink = "#1f2328" if bright > _BRIGHT else "#ffffff"
        lines.append(f".c-{color} {{ --tint: #{color}; --on: {ink}; }}\n")
    return "".join(lines)
