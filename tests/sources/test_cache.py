"""A cache that may be lost at any time, and is never wrong."""

import errno
import multiprocessing
import os
import resource
import sqlite3
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.sources import layout
from bot.sources.cache import Cache
from bot.sources.store import Store

OURS = f"PRAGMA application_id = {layout._APPLICATION}"
META = "CREATE TABLE meta (version); INSERT INTO meta VALUES (x'31')"
BAD_META = "CREATE TABLE meta (version); INSERT INTO meta VALUES (CAST(x'ff' AS TEXT))"
VIEW = "CREATE VIEW entries (id, key, value) AS VALUES (1, x'61', x'61')"
VALUES = {f"key {number}": b"value %d " % number * 100 for number in range(300)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / ".git/spec-steward"


@pytest.fixture
def file(folder: Path) -> Path:
    return folder / "cache.sqlite"


def keep(folder: Path, values: dict[str, bytes] = VALUES, version: str = "1") -> None:
    with Cache(folder, version) as cache:
        cache.put_many(values)


def known(folder: Path, keys: Iterator[str] | None = None, version: str = "1") -> dict[str, bytes]:
    with Cache(folder, version) as cache:
        return cache.get_many(VALUES if keys is None else keys)


def test_what_was_kept_comes_back_in_the_next_run(folder: Path) -> None:
    keep(folder)
    assert known(folder) == VALUES
    assert known(folder, iter(["key 7", "key 7", "no key"])) == {"key 7": VALUES["key 7"]}
    assert known(folder, iter([])) == {}


def test_any_key_and_any_value(folder: Path) -> None:
    values = {"": b"", "\udcff\n": b"\0", "ü" * 999: b"x" * 100_000, "'; --": bytes(range(256))}
    keep(folder, values)
    assert known(folder, iter(values)) == values


def test_later_values_replace_earlier_ones(folder: Path) -> None:
    with Cache(folder, "1") as cache:
        cache.put_many({"a": b"1", "b": b"1"})
        assert cache.get_many(["a"]) == {"a": b"1"}
        cache.put_many({"a": b"2"})
        assert cache.get_many(["a", "b"]) == {"a": b"2", "b": b"1"}


def test_few_are_found_among_many_and_many_too(folder: Path) -> None:
    many = {f"{number}": b"%d" % number for number in range(2_000)}
    keep(folder, many)
    assert known(folder, iter(["3"])) == {"3": b"3"}
    assert known(folder, map(str, range(0, 2_000, 3))) == {
        key: value for key, value in many.items() if int(key) % 3 == 0
    }


def test_nothing_is_made_before_there_is_something_to_keep(folder: Path) -> None:
    with Cache(folder, "1") as cache:
        assert cache.get_many(["a"]) == {}
        cache.put_many({})
    assert not folder.exists()


def test_one_file_is_all_there_is(folder: Path, file: Path) -> None:
    keep(folder)
    assert list(folder.iterdir()) == [file]


def test_without_a_folder_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "bot.sources.store", None)
    cache = Cache(None, "1")
    cache.put_many(VALUES)
    assert cache.get_many(VALUES) == {}
    cache.close()


def test_another_version_starts_from_nothing(folder: Path, file: Path) -> None:
    keep(folder)
    assert known(folder, version="2") == {}
    keep(folder, {"a": b"2"}, "2")
    assert known(folder, version="1") == {}
    keep(folder)
    assert known(folder) == VALUES
    assert known(folder, iter(["a"])) == {}
    assert file.stat().st_size < 500_000  # room of the earlier ones is used again


def test_a_value_of_another_version_is_never_taken(folder: Path) -> None:
    with Cache(folder, "1") as old, Cache(folder, "2") as new:
        old.put_many({"a": b"old", "b": b"old"})
        new.put_many({"b": b"new"})
        old.put_many({"a": b"old"})  # it had opened the file before
        assert new.get_many(["a", "b"]) == {"b": b"new"}
        assert old.get_many(["a", "b"]) == {"a": b"old"}


class TestSize:
    """It does not grow for ever."""

    def test_the_oldest_go_first(self, folder: Path, file: Path) -> None:
        with Cache(folder, "1", limit=1_000_000) as cache:
            for batch in range(40):
                cache.put_many({f"{batch}/{number}": b"x" * 1_000 for number in range(50)})
            every = [f"{batch}/{number}" for batch in range(40) for number in range(50)]
            left = cache.get_many(every)
        assert file.stat().st_size < 1_200_000
        assert 300 < len(left) < 1_000
        assert list(left) == every[-len(left) :]

    def test_what_was_written_again_is_young(self, folder: Path) -> None:
        with Cache(folder, "1", limit=1_000_000) as cache:
            for batch in range(40):
                cache.put_many({f"{batch}/{number}": b"x" * 1_000 for number in range(50)})
                cache.put_many({"0/0": b"young"})
            assert cache.get_many(["0/0", "0/1"]) == {"0/0": b"young"}

    def test_a_limit_that_nothing_meets_leaves_nothing(self, folder: Path) -> None:
        with Cache(folder, "1", limit=1) as cache:
            cache.put_many(VALUES)
            assert cache.get_many(VALUES) == {}

    def test_a_value_that_is_too_large_is_not_kept(self, folder: Path) -> None:
        values = {"large": bytes(16_000_001), "small": b"x"}
        keep(folder, values)
        assert known(folder, iter(values)) == {"small": b"x"}


class TestDamage:
    """A file that is no good is made anew; no value of it passes for another."""

    @pytest.mark.parametrize("content", [b"", b"\0" * 9_999, b"rubbish " * 9_999])
    def test_no_database_at_all(self, folder: Path, file: Path, content: bytes) -> None:
        folder.mkdir(parents=True)
        file.write_bytes(content)
        file.with_name("cache.sqlite-journal").write_bytes(b"rubbish")
        assert known(folder) == {}
        keep(folder)
        assert known(folder) == VALUES

    @pytest.mark.parametrize(
        "statement",
        [
            "CREATE TABLE entries (id INTEGER PRIMARY KEY, key BLOB, sum INTEGER, value BLOB)",
            "PRAGMA user_version = 7; CREATE TABLE other (x)",
            f"{OURS}",
            f"{OURS}; CREATE TABLE meta (version)",
            f"{OURS}; {BAD_META}",
            f"{OURS}; {META}; CREATE TABLE entries (id)",
            f"{OURS}; {META}; {VIEW}",
        ],
    )
    def test_a_database_of_somebody_else(self, folder: Path, file: Path, statement: str) -> None:
        folder.mkdir(parents=True)
        other = sqlite3.connect(file)
        other.executescript(statement)
        other.close()
        assert known(folder, iter("a")) == {}
        keep(folder)
        assert known(folder) == VALUES

    @pytest.mark.parametrize(
        "change",
        [
            "value = x'00'",
            "value = CAST(value AS TEXT)",
            "value = 7",
            "sum = sum + 1",
            "sum = 'x'",
            "key = CAST(key || x'2e' AS BLOB)",
            "key = CAST('key 1' AS TEXT)",
            "key = x'6b657920', value = CAST(x'31' || value AS BLOB)",
        ],
    )
    def test_an_entry_that_was_altered_is_not_given_back(
        self, folder: Path, file: Path, change: str
    ) -> None:
        keep(folder)
        other = sqlite3.connect(file, isolation_level=None)
        other.execute(f"UPDATE entries SET {change} WHERE id = 2")  # noqa: S608 - from above
        other.close()
        expected = {key: value for key, value in VALUES.items() if key != "key 1"}
        assert known(folder) == expected
        assert known(folder, iter(["key 1", "key 10", "key 1.", "key "])) == {
            "key 10": VALUES["key 10"]
        }
        keep(folder)
        assert known(folder) == VALUES

    def test_pages_that_make_no_sense(self, folder: Path, file: Path) -> None:
        keep(folder)
        with file.open("r+b") as raw:
            raw.seek(32_768)
            raw.write(b"\xff" * (file.stat().st_size - 32_768))
        assert known(folder) == {}
        keep(folder)
        assert known(folder) == VALUES

    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=40)), max_size=8))
    def test_bytes_changed_anywhere(
        self, folder: Path, file: Path, damage: list[tuple[float, bytes]]
    ) -> None:
        file.unlink(missing_ok=True)
        keep(folder)
        with file.open("r+b") as raw:
            size = file.stat().st_size
            for place, content in damage:
                raw.seek(min(int(place * size), size - len(content)))
                raw.write(content)
        self.is_never_wrong(folder)

    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.floats(0, 1))
    def test_cut_off_anywhere(self, folder: Path, file: Path, place: float) -> None:
        file.unlink(missing_ok=True)
        keep(folder)
        os.truncate(file, int(place * file.stat().st_size))
        self.is_never_wrong(folder)

    def is_never_wrong(self, folder: Path) -> None:
        some = known(folder, iter(["key 5", "no key"]))
        assert some.items() <= VALUES.items()
        assert known(folder).items() <= VALUES.items()
        keep(folder)
        again = known(folder)
        assert again.items() <= VALUES.items()
        with Cache(folder, "1") as cache:
            cache.put_many({"fresh": b"fresh"})
            assert cache.get_many(["fresh"]).items() <= {"fresh": b"fresh"}.items()


class TestTrouble:
    """What cannot be helped is not there."""

    def test_a_folder_that_cannot_be_made(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        with Cache(tmp_path / "file/spec-steward", "1") as cache:
            cache.put_many(VALUES)
            assert cache.get_many(VALUES) == {}

    def test_a_folder_in_the_place_of_the_file(self, folder: Path, file: Path) -> None:
        file.mkdir(parents=True)
        with Cache(folder, "1") as cache:
            assert cache.get_many(VALUES) == {}
            cache.put_many(VALUES)
        assert file.is_dir()

    def test_a_file_that_cannot_be_deleted(
        self, folder: Path, file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        folder.mkdir(parents=True)
        file.write_bytes(b"rubbish " * 999)

        def denied(*_: object, **__: object) -> None:
            raise PermissionError(errno.EACCES, "Permission denied")

        monkeypatch.setattr(Path, "unlink", denied)
        with Cache(folder, "1") as cache:
            assert cache.get_many(VALUES) == {}
            cache.put_many(VALUES)
        assert file.read_bytes() == b"rubbish " * 999

    def test_a_file_that_may_only_be_read(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        keep(folder)
        connect = sqlite3.connect

        def read_only(file: Path, **options: object) -> object:
            return connect(f"file:{file}?mode=ro", uri=True, **options)  # type: ignore[call-overload]

        monkeypatch.setattr(sqlite3, "connect", read_only)
        with Cache(folder, "1") as cache:
            assert cache.get_many(VALUES) == VALUES
            cache.put_many({"a": b"a"})
            assert cache.get_many(VALUES) == {}  # it has given up
        assert known(folder) == VALUES
        assert known(folder, version="2") == {}

    def test_a_full_disk(self, folder: Path) -> None:
        keep(folder, {"a": b"a"})
        _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, hard))
        try:
            with Cache(folder, "1") as cache:
                cache.put_many({f"{number}": bytes(9_000) for number in range(999)})
                assert cache.get_many(["a"]) == {}
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        assert known(folder, iter(["a", "1"])) == {"a": b"a"}

    def test_a_lock_that_stays(
        self, folder: Path, file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        keep(folder, {"a": b"a"})
        monkeypatch.setattr("bot.sources.store._PATIENCE", 0.01)
        other = sqlite3.connect(file, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        with Cache(folder, "1") as cache:
            assert cache.get_many(["a"]) == {}
            cache.put_many({"b": b"b"})
        other.execute("ROLLBACK")
        other.close()
        assert known(folder, iter("ab")) == {"a": b"a"}

    def test_a_python_without_sqlite(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "bot.sources.store", None)
        with Cache(folder, "1") as cache:
            cache.put_many(VALUES)
            assert cache.get_many(VALUES) == {}

    def test_an_interruption_leaves_the_file_as_it_was(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        keep(folder, {"a": b"a"})

        def interrupt(*_: object) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as patched, Cache(folder, "1") as cache:
            patched.setattr(Store, "_prune", interrupt)
            with pytest.raises(KeyboardInterrupt):
                cache.put_many({"a": b"b"})
        with monkeypatch.context() as patched:
            patched.setattr("bot.sources.store.prepare", interrupt)
            with pytest.raises(KeyboardInterrupt):
                known(folder)
        assert known(folder, iter("a")) == {"a": b"a"}


class TestAtOnce:
    """Several processes or threads, each with a cache of its own."""

    def test_two_caches_see_each_others_values(self, folder: Path) -> None:
        with Cache(folder, "1") as one, Cache(folder, "1") as two:
            one.put_many({"a": b"1"})
            assert two.get_many(["a"]) == {"a": b"1"}
            two.put_many({"a": b"2", "b": b"2"})
            assert one.get_many(["a", "b"]) == {"a": b"2", "b": b"2"}

    def test_one_cache_may_move_to_another_thread(self, folder: Path) -> None:
        with Cache(folder, "1") as cache:
            cache.put_many(VALUES)
            thread = threading.Thread(target=cache.put_many, args=({"a": b"a"},))
            thread.start()
            thread.join()
            assert cache.get_many(["a"]) == {"a": b"a"}

    def test_a_file_that_is_made_anew_by_another(self, folder: Path, file: Path) -> None:
        with Cache(folder, "1") as one, Cache(folder, "1") as two:
            one.put_many(VALUES)
            file.unlink()
            two.put_many({"a": b"a"})
            one.put_many({"b": b"b"})
            assert two.get_many([*VALUES, "a", "b"]) == {"a": b"a"}

    def test_made_by_two_at_the_same_moment(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        is_current = layout._is_current

        def meanwhile(connection: sqlite3.Connection, version: bytes) -> bool:
            monkeypatch.setattr(layout, "_is_current", is_current)
            answer = is_current(connection, version)
            keep(folder)
            return answer

        monkeypatch.setattr(layout, "_is_current", meanwhile)
        keep(folder, {"a": b"a"})
        assert known(folder, iter([*VALUES, "a"])) == VALUES | {"a": b"a"}

    def test_many_writers(self, folder: Path) -> None:
        workers = [multiprocessing.Process(target=write, args=(folder, n)) for n in range(4)]
        for worker in workers:
            worker.start()
        while any(worker.is_alive() for worker in workers):
            assert all(value[:1] == b"x" for value in known(folder, iter(KEYS)).values())
        for worker in workers:
            worker.join()
            assert worker.exitcode == 0
        left = known(folder, iter(KEYS))
        assert set(left) == set(KEYS)


KEYS = tuple(f"{writer}/{number}" for writer in range(4) for number in range(100))


def write(folder: Path, writer: int) -> None:
    for batch in range(10):
        keep(folder, {key: b"x" * (batch + 1) for key in KEYS if key[0] == str(writer)})
