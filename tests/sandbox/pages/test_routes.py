import httpx
import pytest

from tests.sandbox.pages.reading import read
from tests.sandbox.pages.town import Town

HERE = "/acme/specs"
PAGES = [
    HERE,
    f"{HERE}/pulls",
    f"{HERE}/pulls?state=closed",
    f"{HERE}/issues",
    f"{HERE}/issues?state=closed&page=1",
    f"{HERE}/labels",
    f"{HERE}/labels/phase",
    f"{HERE}/labels/white%20one",
    f"{HERE}/milestone/1",
    f"{HERE}/pull/1",
    f"{HERE}/pull/1/commits",
    f"{HERE}/pull/1/checks",
    f"{HERE}/pull/1/files",
    f"{HERE}/pull/1.diff",
    f"{HERE}/pull/7",
    f"{HERE}/pull/7/checks",
    f"{HERE}/pull/8",
    f"{HERE}/pull/9",
    f"{HERE}/issues/2",
    f"{HERE}/issues/5",
    f"{HERE}/blob/main/docs/a.md",
    f"{HERE}/blob/feat/long/docs/a.md",
    f"{HERE}/blob/main/picture.png",
    f"{HERE}/tree/main/docs",
    f"{HERE}/raw/main/docs/a.md",
    "/ann",
    "/apps/github-actions",
    "/github-actions",
]
MISSING = [
    "/acme/none",
    "/none/specs",
    "/none",
    f"{HERE}/pull/99",
    f"{HERE}/pull/99.diff",
    f"{HERE}/pull/x",
    f"{HERE}/pull/2.diff",
    f"{HERE}/pull/{'9' * 30}",
    f"{HERE}/issues/99",
    f"{HERE}/labels/none",
    f"{HERE}/milestone/9",
    f"{HERE}/blob/main/none.md",
    f"{HERE}/blob/none/docs/a.md",
    f"{HERE}/tree/main/none",
    f"{HERE}/raw/main/docs",
    f"{HERE}/commit/{'0' * 40}",
    f"{HERE}/runs/1",
    "/apps/none",
]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_there(browser: httpx.Client, path: str) -> None:
    answer = browser.get(path)
    assert answer.status_code == 200
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; s")
    if answer.headers["content-type"].startswith("text/html"):
        page = read(answer.text)
        assert not page.open
        assert len(page.all("title")) == 1


@pytest.mark.parametrize("path", MISSING)
def test_there_is_no_such_page(browser: httpx.Client, path: str) -> None:
    answer = browser.get(path)
    assert answer.status_code == 404
    assert "There is no such page" in read(answer.text).text


def test_a_client_of_the_api_hears_it_in_json(browser: httpx.Client) -> None:
    answer = browser.get("/none/at-all", headers={"accept": "application/vnd.github+json"})
    assert answer.status_code == 404
    assert answer.json()["message"] == "Not Found"


@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("/", HERE),
        (f"{HERE}/issues/1", f"{HERE}/pull/1"),
        (f"{HERE}/pull/2", f"{HERE}/issues/2"),
        (f"{HERE}/blob/main/docs", f"{HERE}/tree/main/docs"),
        (f"{HERE}/blob/main", f"{HERE}/tree/main"),
        (f"{HERE}/tree/main/docs/a.md", f"{HERE}/blob/main/docs/a.md"),
    ],
)
def test_an_address_leads_elsewhere(browser: httpx.Client, path: str, to: str) -> None:
    answer = browser.get(path)
    assert (answer.status_code, answer.headers["location"]) == (302, to)


def test_what_the_api_calls_a_page_is_one(browser: httpx.Client, town: Town) -> None:
    def addresses(value: object) -> set[str]:
        if isinstance(value, dict):
            here = {str(value["html_url"])} if value.get("html_url") else set()
            return here.union(*(addresses(each) for each in value.values()))
        return set().union(*map(addresses, value)) if isinstance(value, list) else set()

    api = f"/repos{HERE}"
    sha = town.pull.head_sha
    asked = ["", "/pulls/1", "/issues/2", "/issues/1/comments", f"/commits/{sha}/check-runs"]
    asked += ["/pulls/1/reviews", "/pulls/1/comments", f"/commits/{sha}"]
    found: set[str] = set()
    for each in asked:
        found |= addresses(browser.get(api + each).json())
    for address in sorted(found):
        assert browser.get(address, follow_redirects=True).status_code == 200, address


def test_a_raw_file_is_no_page(browser: httpx.Client) -> None:
    answer = browser.get(f"{HERE}/raw/main/docs/a.md")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert "sandbox" in answer.headers["content-security-policy"]


def test_a_check_run_and_a_commit_have_pages(browser: httpx.Client, town: Town) -> None:
    assert "3 findings" in browser.get(f"{HERE}/runs/{town.run.id}").text
    assert "2 files changed" in browser.get(f"{HERE}/commit/{town.pull.head_sha}").text
    first = town.hub.mirror.line("rev-list", "--max-parents=0", "main")
    assert "4 files changed" in browser.get(f"{HERE}/commit/{first}").text


def test_a_fork_has_pages(own_browser: httpx.Client, own_town: Town) -> None:
    own_town.scene.fork("eve")
    assert own_browser.get("/eve/specs").status_code == 200


def test_an_empty_or_long_list(own_browser: httpx.Client, own_town: Town) -> None:
    for number in range(60):
        own_town.scene.issue("bob", f"Issue {number}")
    first, second = (own_browser.get(f"{HERE}/issues?page={page}").text for page in (1, 2))
    assert len(read(first).all("li", "row-item")) == 50
    assert "Issue 59" in first
    assert "Next" in first
    assert "Previous" in second
    assert (
        "Nothing here is closed" in own_browser.get(f"{HERE}/labels/white%20one?state=closed").text
    )
