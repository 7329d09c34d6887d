"""Running text, written anew: code, emphasis and links stay, and the rest of it is mere text."""

import re
from html import unescape

from bot.render.defuse import BREAK, code, spaced
from bot.render.taming.ground import Ground

_MOST = 10_000  # characters of a paragraph

# Each repetition is bounded, or what no token can end would be read over and over.
_TOKEN = re.compile(
    r"(?<!`)(?P<ticks>`+)(?!`)(?P<code>.{1,400}?)(?<!`)(?P=ticks)(?!`)"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|!?\[(?P<shown>(?:[^\[\]]|\[[^\[\]]{0,100}\]){0,300})\]"
    r"\([ \t]*<?(?P<target>[^\s()<>]{0,2000}(?:\([^\s()]{0,200}\)[^\s()<>]{0,200})*)>?"
    r"(?:[ \t]+(?:\"[^\"]{0,200}\"|'[^']{0,200}'))?[ \t]*\)"
    r"|<(?P<angled>https?://[^\s<>]{1,2000})>"
    r"|(?<![\w/])(?P<bare>https?://[^\s<>`*|\"]{1,2000})"
    r"|\*\*(?=[^\s*])(?P<bold>[^*]{1,400}?)(?<=\S)\*\*"
    r"|(?<!\w)__(?=[^\s_])(?P<bold_too>[^_]{1,400}?)(?<=\S)__(?!\w)"
    r"|(?<![\w*])\*(?=[^\s*])(?P<italic>[^*]{1,400}?)(?<=\S)\*(?![\w*])"
    r"|(?<!\w)_(?=[^\s_])(?P<italic_too>[^_]{1,400}?)(?<=\S)_(?!\w)"
    r"|~~(?=[^\s~])(?P<gone>[^~]{1,400}?)(?<=\S)~~"
    r"|(?P<turn>\n|<br[ \t]*/?>)",
    re.IGNORECASE | re.DOTALL,
)
_ELEMENTS = {"bold": "b", "bold_too": "b", "italic": "em", "italic_too": "em", "gone": "del"}
_ENDS = re.compile(r"[\t-\r]")  # of lines, and tabs: a code span has spaces for them
_TRAILING = re.compile(r"[?!.,:;'\")\]]+$")
_CLINGING = {("!", "["), ("`", "`")}  # a picture, a longer run of ticks


def tamed_line(text: str, ground: Ground | None = None) -> str:
    """Write one line of it anew; without a ground, links become their words.

    An end of a line in it is one that has to stay.
    """
    shown = text[:_MOST].strip()
    return _written(shown, ground) + ("…" if len(text) > _MOST else "")


def _written(text: str, ground: Ground | None) -> str:
    """Write text anew; no token may hold its own marks, so this ends soon."""
    done = ""
    loose = ""  # text that is not written yet: what vanishes may not part it
    at = 0
    for match in _TOKEN.finditer(text):
        loose += unescape(text[at : match.start()])
        at = match.end()
        if match["escaped"]:
            loose += match["escaped"]
            continue
        written, rest = _token(match, ground)
        if written:
            done = _joined(_joined(done, _said(loose)), written)
            loose = ""
        loose += rest
    return _joined(done, _said(loose + unescape(text[at:])))


def _said(loose: str) -> str:
    return " " if loose.isspace() else spaced(loose)


def _token(match: re.Match[str], ground: Ground | None) -> tuple[str, str]:
    """Write what stands for a match, and give the text behind it that is no part of it."""
    kind = match.lastgroup or ""
    if kind == "code":
        within = _ENDS.sub(" ", match["code"]).strip()
        return code(within) if within else "", ""
    if kind == "turn":
        return "<br>", ""
    if kind == "target":
        return _link(match["shown"], match["target"], ground), ""
    if kind in {"angled", "bare"}:
        found = match[kind]
        whole = _TRAILING.sub("", found) if kind == "bare" else found
        address = ground.leads_to(whole) if ground else ""
        return _anchor(spaced(whole), address), found[len(whole) :]
    within = _written(match[kind], ground).strip()
    element = _ELEMENTS[kind]
    return (f"<{element}>{within}</{element}>" if within else ""), ""


def _link(shown: str, target: str, ground: Ground | None) -> str:
    """Write a link; a picture becomes one too, for it would be fetched."""
    said = _written(shown.strip(), None).strip()
    address = ground.leads_to(target) if ground else ""
    return _anchor(said or (spaced(target) if address else ""), address)


def _anchor(said: str, address: str) -> str:
    return f"[{said}]({address})" if said and address else said


def _joined(before: str, behind: str) -> str:
    is_clinging = bool(before and behind) and (before[-1], behind[0]) in _CLINGING
    return f"{before}{BREAK}{behind}" if is_clinging else before + behind
