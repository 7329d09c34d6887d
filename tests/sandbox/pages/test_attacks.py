"""Whatever people write, it only shows."""

import re
from urllib.parse import urlsplit

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.sandbox.pages.text.gfm import render_comment
from bot.sandbox.pages.text.mark import marked
from bot.sandbox.pages.text.setting import Setting
from tests.sandbox.pages.reading import read
from tests.sandbox.pages.town import Town

ATTACKS = [
    "<script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    '<img alt=\'"><script>alert(1)</script>\' src="javascript:alert(1)">',
    "[x](javascript:alert(1)) <a href='JaVaScRiPt:alert(1)'>x</a>",
    "<a href=' java\tscript:alert(1)'>x</a> <a href='&#106;avascript:alert(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a> <a href='vbscript:x'>x</a>",
    "<svg onload=alert(1)><script>alert(1)</script><a xlink:href='javascript:x'>x</a></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></table></math>",
    "<style>body{display:none}</style><p style='position:fixed;inset:0'>x</p>",
    "<form action=https://e.example><input autofocus onfocus=alert(1)><button>x</button></form>",
    "<iframe src=https://e.example srcdoc='<script>alert(1)</script>'></iframe><object data=x>",
    "<meta http-equiv=refresh content='0;url=https://e.example'><base href=https://e.example>",
    "<link rel=stylesheet href=https://e.example/x.css><video src=https://e.example poster=x>",
    "<div><b><details><summary>never closed",
    "</div></article></main></body></html><h1>out",
    "<a id=L1 name=main href=# class='label c-ffffff alert' onclick=x>x</a>",
    "<!-- --><!--><script>alert(1)</script>--> <![CDATA[<script>alert(1)</script>]]> <?php x ?>",
    "<textarea><script>alert(1)</script></textarea><title>x</title>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "\u202egnp.exe \u2066x\u2069 &#x202e;y <a href='/\u202ex' title='\u202ez'>w</a>",
    "```mermaid\n</code></pre><script>alert(1)</script>\n```",
    "```suggestion\n</span><img src=x onerror=alert(1)>\n```",
    "[x]: javascript:alert(1)\n\n[x] ![y](data:text/html;base64,xx) <x:script>",
    "<picture><source srcset=https://e.example/x.png><img src=https://e.example/y.png></picture>",
    "<p title='\"><script>alert(1)</script>'>@acme #1</p>",
]
_TAGS = set(
    "a abbr b bdo blockquote br caption cite code dd del details dfn div dl dt em figcaption figure"
    " h1 h2 h3 h4 h5 h6 hr i ins kbd li mark ol p pre q rp rt ruby s samp small span strike strong"
    " sub summary sup table tbody td tfoot th thead time tr tt ul var".split()
)
_ATTRIBUTES = set(
    "align aria-label class colspan datetime href id name open rel reversed role rowspan scope"
    " start title".split()
)
_BIDI = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def check(html: str) -> None:
    page = read(html)
    assert not page.open
    assert {tag.name for tag in page.tags} <= _TAGS
    assert {name for tag in page.tags for name in tag.attributes} <= _ATTRIBUTES
    for address in page.values("href"):
        assert urlsplit(address).scheme in {"", "http", "https", "mailto"}
    assert all(value.startswith("user-content-") for value in page.values("id", "name"))
    assert not any("label" in tag.classes for tag in page.tags)
    assert not _BIDI.search(html)


@pytest.mark.parametrize("text", ATTACKS)
def test_an_attack_is_harmless(setting: Setting, text: str) -> None:
    check(str(render_comment(setting, text)))
    check(str(render_comment(setting, f"- a\n\n> {text}\n\n| {text} | b |\n|---|---|\n")))


def test_classes_of_ours_cannot_be_claimed(setting: Setting) -> None:
    page = read(str(render_comment(setting, "<b class='alert mention box'>x</b>")))
    assert page.all("b")[0].attributes == {}
    assert marked("x") not in str(render_comment(setting, "> [!NOTE]\n> x"))


_PIECES = st.sampled_from(
    [*ATTACKS, "<", ">", '"', "'", "&", "`", "\n", "\n\n", "<b ", "=", "<!--", "-->", "@acme", "]("]
)


@given(text=st.lists(_PIECES, max_size=8).map("".join))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_pieces_of_attacks_are_harmless(setting: Setting, text: str) -> None:
    check(str(render_comment(setting, text)))


def test_attacks_in_every_field_of_a_page(own_browser: httpx.Client, own_town: Town) -> None:
    town = own_town
    hub, attack = town.hub, ' x"><script>alert(1)</script><img src=x onerror=alert(1)> \u202e'
    with hub.lock, hub.store.transaction():
        issue = town.scene.thread(1)
        hub.store.change(issue, title=attack, body=attack)
        hub.store.change(hub.repository, description=attack)
        hub.store.change(town.run, name=attack, title=attack, summary=attack, text=attack)
    town.scene.label("ann", 1, "<b>'\"</b>")
    town.scene.review("bob", 1, "COMMENT", attack)
    town.scene.push("feat/long", {'a"<b>.md': attack, "src/x.py": attack}, attack)
    for path in ("", "/pull/1", "/pull/1/files", "/pull/1/checks", "/pull/1/commits", "/pulls"):
        page = read(own_browser.get(f"/acme/specs{path}").text)
        assert not {tag.name for tag in page.tags} & {"script", "img", "iframe", "form"}
        assert not [name for tag in page.tags for name in tag.attributes if name.startswith("on")]
        assert not _BIDI.search(page.text), path
    assert own_browser.get('/acme/specs/blob/feat/long/a"<b>.md').status_code == 200
