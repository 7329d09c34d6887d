"""What GitHub makes live in plain text: mentions, numbers of issues, commits, addresses.

It is shown so that one sees whether a text would notify somebody or leave a trace elsewhere.
"""

import re
from collections.abc import Callable
from urllib.parse import quote

from markupsafe import Markup, escape

from bot.sandbox.git.objects import kind_of
from bot.sandbox.pages.text.mark import marked
from bot.sandbox.pages.text.setting import Setting
from bot.sandbox.state.issues import find_issue
from bot.sandbox.state.people import find_user

_LIVE = re.compile(
    r"(?P<address>(?:https?://|www\.)[^\s<]+)"
    r"|(?<![\w/@.`-])@(?P<name>[a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38})(?P<team>/[\w-]+)?(?![\w@])"
    r"|(?<![\w/&])(?P<place>[\w.-]+/[\w.-]+)?(?:\#|(?<!\w)GH-)(?P<number>\d+)\b"
    r"|(?<![\w./-])(?P<commit>[0-9a-f]{7,40})(?![\w/-])",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"(?:[?!.,:*_~'\"]|&[a-z]+;)+$")


def linked(setting: Setting, text: str) -> Markup:
    """Return plain text as HTML in which live references are links."""
    done, at = [], 0
    for match in _LIVE.finditer(text):
        kind = match.lastgroup or ""
        write = _WRITERS.get("name" if kind == "team" else kind)
        if setting.folder and kind != "address":
            continue  # in a file nothing notifies anybody
        if write is not None and (written := write(setting, match)) is not None:
            done += [escape(text[at : match.start()]), written]
            at = match.end()
    return Markup("").join([*done, escape(text[at:])])


def _link(path: str, text: str, *classes: str, title: str = "") -> Markup:
    said = Markup(' title="{}"').format(title) if title else ""
    shape = Markup('<a href="{}" class="{}"{}>{}</a>')
    return shape.format(path, marked(*classes), said, text)


def _address(_: Setting, match: re.Match[str]) -> Markup:
    found = _TRAILING.sub("", match[0])
    while found.endswith(")") and found.count(")") > found.count("("):
        found = _TRAILING.sub("", found[:-1])
    path = found if "://" in found else f"http://{found}"
    return _link(path, found, "address") + escape(match[0][len(found) :])


def _mention(setting: Setting, match: re.Match[str]) -> Markup:
    account = find_user(setting.hub, match["name"])
    if account is not None and match["team"] is None:
        return _link(f"/{quote(account.login)}", match[0], "mention", title="notifies this person")
    shape = Markup('<span class="{}" title="{}">{}</span>')
    said = "nobody here is called that; on GitHub it would notify whoever is"
    return shape.format(marked("mention", "stranger"), said, match[0])


def _number(setting: Setting, match: re.Match[str]) -> Markup | None:
    if match["place"] not in {None, setting.base[1:]}:
        return None
    found = find_issue(setting.hub, setting.repository, int(match["number"][:9]))
    if found is None:
        return None
    kind = "pull" if found.is_pull else "issues"
    path = f"{setting.base}/{kind}/{found.number}"
    return _link(path, match[0], "reference", title=found.title)


def _commit(setting: Setting, match: re.Match[str]) -> Markup | None:
    sha = match[0].lower()
    if len(sha) != len("0" * 40) or kind_of(setting.hub.mirror, sha) != "commit":
        return None
    return _link(f"{setting.base}/commit/{sha}", sha[:7], "sha")


_WRITERS: dict[str, Callable[[Setting, re.Match[str]], Markup | None]] = {
    "address": _address,
    "name": _mention,
    "number": _number,
    "commit": _commit,
}
