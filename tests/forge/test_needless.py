"""Requests that need not be made: of texts that are none, of what was read, of what nobody asks."""

from collections import Counter
from collections.abc import Collection

import pytest

from bot.forge.door import FileName, FileText, Tree
from bot.forge.kept import Kept
from bot.forge.queries import PAGE
from bot.forge.reading.exact import bytes_of, sign_of
from bot.markdown.decode import Unreadable, decode
from bot.model.blob_id import blob_id
from bot.model.entry import FileEntry, FileKind
from bot.plan import actions as a
from bot.plan.known import Known
from bot.sandbox.state.labels import add_labels, remove_label
from bot.sandbox.state.people import find_user
from bot.sandbox.state.reviews import add_review
from bot.sandbox.viewer import Actor
from bot.sandbox.wire.faults import Fault
from tests.forge.conftest import Served

ONE, OTHER = "1" * 40, "2" * 40
LATIN = "# Café\n"
LONG = ("long " * 200_000).encode()


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"# Words\n", "# Words\n"),
        (b"\xef\xbb\xbf# Mark\n", "# Mark\n"),
        (b"\xef\xbb\xbf# Mark\n", "\ufeff# Mark\n"),
        (LATIN.encode("latin-1"), LATIN),
        ("“so”".encode("cp1252"), "“so”"),
        ("一".encode("utf-16"), "一"),
    ],
)
def test_gits_own_name_proves_what_the_bytes_were(data: bytes, text: str) -> None:
    assert bytes_of(text, blob_id(data)) == data


@pytest.mark.parametrize("text", ["", "else", "一"])
def test_what_no_name_proves_is_not_known(text: str) -> None:
    assert bytes_of(text, blob_id(b"\xff\xfe\xfd")) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [(None, "binary"), ("one\nCaf\ufffd", "at offset 7 is not UTF-8"), ("x", "is not UTF-8")],
)
def test_a_stand_in_is_refused_for_the_reason_that_the_bytes_are(
    text: str | None, said: str
) -> None:
    with pytest.raises(Unreadable) as refused:
        decode(sign_of(text))
    assert said in refused.value.message


def _asked(served: Served) -> Counter[str]:
    paths = (entry.path for entry in served.desk.journal.entries)
    return Counter("blobs" if "/git/blobs/" in path else path.split("/")[-1] for path in paths)


@pytest.mark.parametrize("odd", [b"\xff\xfe%d\0", b"\xff%d"], ids=["binary", "no UTF-8"])
def test_many_files_that_are_no_texts_cost_few_requests(served: Served, odd: bytes) -> None:
    files: dict[str, str | bytes | None] = {f"docs/{at:03}.md": odd % at for at in range(250)}
    head = served.scene.push("more", files)
    served.desk.journal.clear()
    found = served.gateway().read([FileName(head, path) for path in files], 1_000)
    assert _asked(served) == {"graphql": 3, "blobs": 30}
    exact = [name for name, text in found.items() if text.is_exact]
    assert len(exact) == 30
    assert all(found[name].data == files[name.path] for name in exact)
    for text in found.values():
        with pytest.raises(Unreadable):
            decode(text.data or b"")
    assert {text.size for text in found.values()} == {len(odd % at) for at in range(250)}


def test_a_text_that_is_cut_is_read_to_its_end(served: Served) -> None:
    files: dict[str, str | bytes | None] = {"a.md": LONG, "b.bin": b"\0" * len(LONG)}
    head = served.scene.push("more", files)
    served.desk.journal.clear()
    names = [FileName(head, path) for path in files]
    found = served.gateway().read(names, 2_000_000)
    assert [found[name].data for name in names] == list(files.values())
    assert _asked(served) == {"graphql": 1, "blobs": 2}


def test_what_was_read_of_a_commit_is_kept(served: Served) -> None:
    gateway = served.gateway()
    pull = gateway.pull(1).pull
    wanted = [FileName(pull.base, "README.md"), FileName(pull.head, "docs/specs/001-new.md")]
    first = gateway.read(wanted, 1_000)
    tree = gateway.tree(pull.base)
    served.desk.journal.clear()
    assert gateway.read(wanted, 1_000) == first
    assert gateway.tree(pull.base) == tree
    assert served.desk.journal.entries == []
    late = FileName(pull.base, "docs/specs/001-new.md")
    assert gateway.read([*wanted, late], 1_000) == first
    assert _asked(served) == {"graphql": 1}


def _text(data: bytes | None, size: int = 0) -> FileText:
    return FileText("b", FileKind.REGULAR, size or len(data or b""), data)


def test_only_what_was_too_large_is_read_again() -> None:
    kept, name = Kept(), FileName(ONE, "a")
    sizes: list[int] = []

    def read(names: Collection[FileName], cap: int) -> dict[FileName, FileText]:
        sizes.append(cap)
        return dict.fromkeys(names, _text(b"12345" if cap >= 5 else None, 5))

    assert [kept.read([name], cap, read)[name].data for cap in (3, 4, 9, 7, 4)] == [
        *(None, None, b"12345", b"12345", None),
    ]
    assert sizes == [3, 9]
    assert kept.size == 200 + 5


def test_what_is_kept_has_its_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.forge.kept._BYTES", 1_000)
    kept = Kept()
    names = [FileName(ONE, f"{at}") for at in range(9)]
    for name in names:
        kept.read([name], 9, lambda wanted, _: dict.fromkeys(wanted, _text(b"x")))
    assert list(kept.texts) == names[-4:]
    assert kept.size == 4 * 201
    for at in range(9):
        kept.tree(f"{at}", lambda commit: Tree((FileEntry(commit),)))
    assert list(kept.trees) == ["5", "6", "7", "8"]


def test_a_sweep_reads_the_base_once(served: Served) -> None:
    """The same commit under each pull request, with its rules; only what they change is new."""
    served.scene.push("more", {"docs/specs/002-x.md": "# X\n"})
    served.scene.pull("ann", "more")
    gateway = served.gateway()
    for number, asked in (
        (1, {"graphql": 2, "compare": 1, "trees": 1}),
        (2, {"graphql": 2, "compare": 1}),
    ):
        served.desk.journal.clear()
        pull = gateway.pull(number).pull
        (change,) = gateway.changes(pull).files
        gateway.tree(pull.base)
        gateway.read([FileName(pull.base, "README.md"), FileName(pull.head, change.path)], 1_000)
        paths = [entry.path for entry in served.desk.journal.entries]
        kinds = Counter(
            next(kind for kind in ("graphql", "compare", "trees") if f"/{kind}" in path)
            for path in paths
        )
        assert kinds == asked


@pytest.mark.parametrize("is_plain", [False, True], ids=["graphql", "rest"])
def test_all_reviews_and_labellings_are_read(served: Served, is_plain: bool) -> None:
    """They are acted upon: the last one counts, on whatever page it stands."""
    hub = served.desk.hub
    bob = find_user(hub, "bob")
    assert bob is not None
    with hub.lock, hub.store.transaction():
        pull = served.scene._pull(served.scene.thread(1))
        for at in range(PAGE + 5):
            thread = served.scene.thread(1)
            add_review(hub, thread, pull.head_sha, "COMMENT", f"{at}", Actor(bob.id))
            add_labels(hub, thread, [f"label {at % 100}"], Actor(bob.id))
            remove_label(hub, thread, f"label {at % 100}", Actor(bob.id))
    if is_plain:
        served.desk.faults.add(Fault(path="/graphql", times=99, status=403, body="{}"))
    gateway = served.gateway()
    served.desk.journal.clear()
    state = gateway.pull(1)
    assert [each.body for each in state.reviews] == [f"{at}" for at in range(PAGE + 5)]
    assert [each.is_set for each in state.labellings] == [True, False] * (PAGE + 5)
    if not is_plain:  # two pages of reviews, three of labellings, the first of each at once
        assert len(served.desk.journal.entries) == 4


def test_reviews_that_did_not_come_along_are_no_empty_list(served: Served) -> None:
    served.scene.review("bob", 1, body="Fine")
    gateway = served.gateway()
    whole = gateway.pull(1).reviews
    parts = ("repository.pullRequest.reviews",)
    served.desk.faults.add(Fault(path="/graphql$", parts=parts))
    assert gateway.pull(1).reviews == whole
    assert gateway.can("graphql")
    assert [review.body for review in whole] == ["Fine"]


def test_rest_is_asked_for_reactions_to_commands_alone(served: Served) -> None:
    """And where there are any; GraphQL tells them along with the rest."""
    said = [served.scene.comment("eve", 1, body) for body in ("words", "/spec check", "\n /spec x")]
    gateway = served.gateway()
    for comment in (said[0], said[2]):
        gateway.perform(a.React(1, comment.id, "rocket"), Known())
    served.desk.journal.clear()
    at_once = [each.reactions for each in gateway.pull(1).comments]
    assert at_once == [{"rocket"}, frozenset(), {"rocket"}]
    assert _asked(served) == {"graphql": 1}
    served.desk.faults.add(Fault(path="/graphql", times=99, status=403, body="{}"))
    plainly = [each.reactions for each in gateway.pull(1).comments]
    assert plainly == [frozenset(), frozenset(), {"rocket"}]
    assert _asked(served)["reactions"] == 1
