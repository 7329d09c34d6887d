"""Links by labels, whose definitions stay behind in the document."""

from dataclasses import replace

import pytest

from bot.app.landing.places import with_places
from bot.model.sheet import Doubt
from tests.app.landing.farm import SPEC, WHOLE, Farm
from tests.render.sheets import TRACKING

TEXT = WHOLE.replace(
    "- [ ] Choose an index",
    "- [ ] Choose [an index][idx] of m[0][1] with [Lucene]\n  - [ ] Ask [search][]",
).replace("2 weeks", "[2 weeks][search]")
DEFINED = f"{TEXT}\n[IDX]: ../index.md\n[search]: https://search.example\n[lucene]: a.md\n"
AT = "https://github.com/parcel/app/blob/"


def _made(granularity: str, text: str = DEFINED) -> Farm:
    config = f"version: 1\nissues:\n  granularity: {granularity}\n"
    farm = Farm({SPEC: text}, config)
    farm.settle()
    return farm


def test_they_lead_where_the_document_says() -> None:
    farm = _made("item")
    issue = farm.issue("Choose an index")
    assert issue.title == "Choose an index of m[0][1] with Lucene"
    assert "Choose [an index](https://" in issue.body
    assert "/docs/index.md) of m\\[0\\]\\[1\\] with [Lucene](https://" in issue.body
    assert "- [ ] Ask [search](https://search.example)\n" in issue.body
    assert "**Duration:** 2 weeks\n" in farm.issue("Phase 1").body


def test_where_nothing_defines_them_they_are_what_they_look_like() -> None:
    issue = _made("item", TEXT).issue("Choose [an index][idx]")
    assert issue.title == "Choose [an index][idx] of m[0][1] with [Lucene]"
    assert "\\[search\\]\\[\\]" in issue.body


@pytest.mark.parametrize("granularity", ["phase", "spec"])
def test_a_list_shows_their_words_and_its_boxes_follow(granularity: str) -> None:
    farm = _made(granularity, DEFINED.replace(" of m[0][1]", ""))
    issue = farm.issue("Phase 1" if granularity == "phase" else "Parcel search")
    assert "- [ ] Choose an index with Lucene\n  - [ ] Ask search\n" in issue.body
    body = issue.body.replace("- [ ] Ask search", "- [x] Ask search")
    farm.door.change_issue(issue.number, body=body)
    farm.settle()
    farm.merge_sync()
    assert "- [x] Ask [search][]" in farm.text()


def test_a_doubt_shows_their_words() -> None:
    sheet = replace(TRACKING, doubts=(Doubt("[a][b]", 4, (7,)),))
    told = with_places(sheet, {"b": "c.md"})
    assert told == replace(sheet, doubts=(Doubt("[a](c.md)", 4, (7,)),))
