"""Who people are, and what they may do."""

from urllib.parse import quote

from bot.errors import ForgeError
from bot.forge import queries
from bot.forge.answer import Answer
from bot.forge.line import Line
from bot.model.pull import Person
from bot.model.role import Role

_APP = "[bot]"
ACTIONS = "github-actions[bot]"


def person(answer: Answer) -> Person | None:
    """Read an account: None where it was deleted. REST and GraphQL spell those of apps apart."""
    login = answer.text("login")
    if not login:
        return None
    is_bot = "Bot" in (answer.text("__typename"), answer.text("type"))
    return Person(login.removesuffix(_APP) + _APP if is_bot else login, is_bot)


def viewer(line: Line) -> str:
    """Ask who the token acts as."""
    return line.query(queries.VIEWER).text("viewer", "login")


def myself(line: Line) -> str:
    """Ask who the token acts as by REST, where an app may not ask.

    It is taken for a workflow's own then, until the first thing that it makes tells better.
    """
    try:
        return line.get_outside("/user").text("login") or ACTIONS
    except ForgeError as error:
        if not error.way:
            raise
        return ACTIONS


def is_me(someone: Person | None, me: str) -> bool:
    """Tell whether an account is the Steward's own."""
    return someone is not None and someone == Person(me, me.endswith(_APP))


def is_ours(someone: Person | None, me: str) -> bool:
    """Tell whether issues and the write-back of an account are the Steward's to keep.

    Those of the workflow's own account are: most teams begin with that, and go on with an App.
    """
    return is_me(someone, me) or is_me(someone, ACTIONS)


def role_of(line: Line, login: str) -> Role:
    """Ask what somebody may do; who is no collaborator may do nothing."""
    try:
        answer = line.get(f"/collaborators/{quote(login, safe='')}/permission")
    except ForgeError as error:
        if error.way:
            return Role.NONE
        raise
    said = answer.text("role_name") or answer.text("permission")
    named = {role.value: role for role in Role}
    return named.get(said) or named.get(answer.text("permission"), Role.NONE)


def members_of(line: Line, team: str) -> frozenset[str]:
    """List a team's members, in lower case."""
    organisation, _, slug = team.removeprefix("@").partition("/")
    path = f"/orgs/{quote(organisation, safe='')}/teams/{quote(slug, safe='')}/members"
    return frozenset(each.text("login").casefold() for each in line.pages_outside(path))
