"""Reading one path, whatever it is."""

import os
from pathlib import Path

import pytest

from bot.errors import StewardError
from bot.sources.files import read_file


@pytest.mark.parametrize(
    ("size", "cap", "read"), [(0, 10, 0), (9, 10, 9), (10, 10, 10), (11, 10, 11), (999, 10, 11)]
)
def test_at_most_one_byte_over_the_cap_is_read(
    tmp_path: Path, size: int, cap: int, read: int
) -> None:
    file = tmp_path / "a b.md"
    file.write_bytes(b"x" * size)
    assert read_file(file, cap) == read_file(str(file), cap) == b"x" * read


def test_relative_paths_count_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_bytes(b"a")
    assert read_file("a.md", 9, ".") == read_file("a.md", 9, tmp_path) == b"a"


def test_a_file_that_says_nothing_of_its_size_is_read() -> None:
    status = Path("/proc/self/status").read_bytes()
    assert read_file("/proc/self/status", 9_999)[:10] == status[:10]
    assert len(read_file("/proc/self/status", 20)) == 21


def test_a_file_that_grows_meanwhile_is_read_up_to_the_cap(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"x" * 10)
    read, sizes = os.read, list[int]()

    def growing(descriptor: int, size: int) -> bytes:
        sizes.append(size)
        with file.open("ab") as more:
            more.write(b"y" * 10)
        return read(descriptor, size)

    monkeypatch.setattr(os, "read", growing)
    assert read_file(file, 50) == b"x" * 10 + b"y" * 41
    assert sizes[0] == 11
    assert max(sizes) == 40


@pytest.mark.parametrize("name", ["missing.md", "file/below.md"])
def test_a_file_that_is_not_there(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StewardError, match=f"{name}: there is no such file; check the path"):
        read_file(tmp_path / name, 9)


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.md"
    file.touch()

    def denied(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", denied)
    with pytest.raises(StewardError, match=r"a\.md: this file may not be read; give .* chmod u\+r"):
        read_file(file, 9)


def test_other_errors_speak_for_themselves(tmp_path: Path) -> None:
    loop = tmp_path / "loop.md"
    loop.symlink_to("loop.md")
    with pytest.raises(StewardError, match="Too many levels of symbolic links; check the path"):
        read_file(loop, 9)
    with pytest.raises(StewardError, match="File name too long"):
        read_file(tmp_path / ("x" * 300), 9)


def test_what_is_no_file_is_never_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "link.md").symlink_to("pipe.md")
    (tmp_path / "zero.md").symlink_to("/dev/zero")
    monkeypatch.setattr(os, "open", None)
    for name in ("pipe.md", "link.md", "zero.md"):
        with pytest.raises(StewardError, match=f"{name}: this is not a regular file; name a file"):
            read_file(tmp_path / name, 9)
    with pytest.raises(StewardError, match="this is a folder; name a file"):
        read_file(tmp_path, 9)


def test_what_becomes_a_pipe_at_the_last_moment_does_not_hang(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.md"
    file.touch()
    opened = os.open

    def late(path: str, flags: int) -> int:
        file.unlink()
        os.mkfifo(file)
        return opened(path, flags)

    monkeypatch.setattr(os, "open", late)
    with pytest.raises(StewardError, match="this is not a regular file"):
        read_file(file, 9)


class TestLinks:
    """With a top, nothing outside of it is read."""

    @pytest.fixture
    def top(self, tmp_path: Path) -> Path:
        (tmp_path / "secret.md").write_bytes(b"secret")
        (tmp_path / "topmost").mkdir()
        (tmp_path / "topmost/secret.md").write_bytes(b"secret")
        top = tmp_path / "top"
        (top / "docs").mkdir(parents=True)
        (top / "docs/a.md").write_bytes(b"a")
        return top

    def test_inside_are_followed(self, top: Path) -> None:
        (top / "link.md").symlink_to("docs/a.md")
        (top / "absolute.md").symlink_to(top / "link.md")
        (top / "folder").symlink_to("docs")
        for name in ("link.md", "absolute.md", "folder/a.md"):
            assert read_file(top / name, 9, top) == b"a"

    def test_outside_are_refused(self, top: Path) -> None:
        (top / "link.md").symlink_to("../secret.md")
        (top / "prefix.md").symlink_to("../topmost/secret.md")
        (top / "twice.md").symlink_to("link.md")
        (top / "folder").symlink_to("..")
        for name in ("link.md", "prefix.md", "twice.md", "folder/secret.md", "../secret.md"):
            with pytest.raises(StewardError, match="this link leads out of the repository; put"):
                read_file(top / name, 9, top)
            assert read_file(top / name, 9) == b"secret"

    def test_the_top_itself_may_be_reached_through_a_link(self, top: Path) -> None:
        other = top.parent / "other"
        other.symlink_to(top)
        assert read_file(other / "docs/a.md", 9, other) == b"a"
        assert read_file(top / "docs/a.md", 9, other) == b"a"
        assert read_file(top / "docs/a.md", 9, "/") == b"a"
