"""Somebody who may approve, as the configuration names them."""


def approver(name: str) -> str:
    """Write somebody who may approve in one way."""
    # People write "@bob" as they mention him, and CODEOWNERS as the file is named.
    login = name if "/" in name else name.removeprefix("@")
    return "codeowners" if login == "CODEOWNERS" else login


def is_login(name: str) -> bool:
    """Tell one person from a team, a role, and the code owners."""
    return name != "codeowners" and "/" not in name and ":" not in name
