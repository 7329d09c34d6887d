import httpx

from bot.sandbox.kept import Kept
from bot.sandbox.pages.patches import read_patch
from bot.sandbox.scene import Scene
from tests.sandbox.pages.reading import Reading, read
from tests.sandbox.pages.town import Town

HERE = "/acme/specs"


def page(browser: httpx.Client, path: str) -> Reading:
    return read(browser.get(HERE + path).text)


def words(reading: Reading) -> str:
    return " ".join(reading.text.split())


def test_a_conversation_tells_what_happened(browser: httpx.Client) -> None:
    told = words(page(browser, "/pull/1"))
    steps = [
        "A better change #1",
        "wants to merge 1 commit into main from feat/long",
        "added phase white one and removed phase",
        "was minimised as outdated",
        "· edited",
        "\N{ROCKET} 2 \N{EYES} 1",
        "assigned bob",
        "no longer assigns bob",
        "changed the title from A change to A better change",
        "to the milestone v1",
        "closed this",
        "reopened this",
        "approved these changes",
        "reviewed, which was dismissed",
        "dismissed a review: outdated",
        "Changes approved",
        "Some checks were not successful",
        "2 failing, 1 pending, 1 successful",
    ]
    at = [told.find(step) for step in steps]
    assert -1 not in at, [step for step, place in zip(steps, at, strict=True) if place < 0]
    assert "Not sent yet" not in told


def test_the_state_of_the_merge(browser: httpx.Client) -> None:
    assert "No conflicts with the base" not in words(page(browser, "/pull/1"))
    assert "This branch has conflicts" in words(page(browser, "/pull/8"))
    assert "Closed without a merge" in words(page(browser, "/pull/9"))
    merged = words(page(browser, "/pull/7"))
    assert "ann merged this as" in merged
    assert "Merged and closed" in merged
    assert "closed this" not in merged


def test_a_check_shows_the_lines_of_its_annotations(browser: httpx.Client) -> None:
    checks = page(browser, "/pull/1/checks")
    assert len(checks.all("div", "note")) == 3
    assert [row.attributes["data-no"] for row in checks.all("td", "no")] == ["1", "4"]
    assert "docs/a.md#L30\N{EN DASH}L32" in checks.text
    assert "So\nit is." in checks.text


def test_annotations_and_comments_stand_at_their_lines(browser: httpx.Client) -> None:
    files = page(browser, "/pull/1/files")
    names = [tag.attributes.get("class", "") for tag in files.tags]
    rows = [name for name in names if name in {"add", "del", "same", "said", "hunk"}]
    assert "said" in rows
    inside = words(files)
    assert inside.index("About lines that are not shown") < inside.index("About the file.")
    assert inside.index("@@") < inside.index("Suggested change")
    assert "In files that are not changed here" in inside
    assert "Not shown: empty, binary" in inside
    removed = [tag for tag in files.all("span", "row") if "del" in tag.classes]
    assert len(removed) == 2  # lines 3 and 4, which the suggestion would replace


def test_an_issue_shows_its_family(browser: httpx.Client, town: Town) -> None:
    epic = page(browser, f"/issues/{town.epic}")
    assert len(epic.all("ul", "tree")) == 2
    meters = [(tag.attributes["value"], tag.attributes["max"]) for tag in epic.all("progress")]
    assert meters == [("0", "1"), ("1", "2")]  # its own, and that of the phase below it
    assert "Blocked by Wait #6" in words(epic)
    phase = words(page(browser, f"/issues/{town.epic + 1}"))
    assert "Parent: Epic" in phase
    assert "put this under Epic" in phase
    wait = words(page(browser, f"/issues/{town.epic + 4}"))
    assert "Blocking Epic" in wait
    assert "closed this as not planned" in wait


def test_an_issue_without_relations_says_nothing_of_them(browser: httpx.Client, town: Town) -> None:
    lone = town.scene.issue("bob", "Lone").number
    assert "Relationships" not in words(page(browser, f"/issues/{lone}"))
    assert "Relationships" in words(page(browser, f"/issues/{town.epic}"))


def test_a_line_of_a_file_can_be_linked_to(browser: httpx.Client) -> None:
    blob = page(browser, "/blob/main/docs/a.md")
    assert [tag.attributes["id"] for tag in blob.all("tr") if "id" in tag.attributes] == [
        f"L{number}" for number in range(1, 4)
    ]
    assert "user-content-a" in [tag.attributes.get("id") for tag in blob.all("h1")]


def test_colours_of_labels_are_part_of_the_style(browser: httpx.Client) -> None:
    html = browser.get(f"{HERE}/labels").text
    assert ".c-1d76db { --tint: #1d76db; --on: #ffffff; }" in html
    assert ".c-ededed { --tint: #ededed; --on: #1f2328; }" in html


def test_a_patch_is_counted_on_both_sides() -> None:
    lines = read_patch("@@ -3,2 +3,2 @@ x\n one\n-two\n+<b>\n\\ No newline at end of file")
    assert [(each.kind, each.old, each.new, str(each.text)) for each in lines] == [
        ("hunk", None, None, "@@ -3,2 +3,2 @@ x"),
        ("same", 3, 3, "one"),
        ("del", 4, None, "two"),
        ("add", None, 4, "&lt;b&gt;"),
        ("aside", None, None, " No newline at end of file"),
    ]


def test_a_remark_says_when_its_lines_have_changed(browser: httpx.Client, town: Town) -> None:
    kept = Kept.of(town.hub)
    assert "lines that have changed since" not in words(page(browser, "/pull/1"))
    Scene(town.hub).push("feat/long", {"docs/a.md": "else\n"})
    assert "docs/a.md lines that have changed since" in words(page(browser, "/pull/1"))
    assert "About lines that are not shown here" in words(page(browser, "/pull/1/files"))
    kept.restore(town.hub)
    kept.close()
