"""A machine that cannot run containers fails, and says in one line why and what to do."""

import pytest

from tests.e2e import machine


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Be root on a machine on which nothing is installed."""
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr("shutil.which", lambda _: None)


@pytest.mark.usefixtures("bare")
def test_without_apt_it_says_what_cannot_be_installed() -> None:
    with pytest.raises(pytest.fail.Exception) as failed:
        machine.install_engine()
    assert "podman, runc, debootstrap cannot be installed without apt-get" in str(failed.value)
    assert "start Docker" in str(failed.value)


@pytest.mark.usefixtures("bare")
def test_without_root_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    with pytest.raises(pytest.fail.Exception) as failed:
        machine.install_engine()
    assert "this user is not root" in str(failed.value)
    assert "\n" not in str(failed.value)


def test_a_program_that_fails_is_shown_with_what_it_said() -> None:
    with pytest.raises(pytest.fail.Exception, match="ended with 3:\nout\nerr"):
        machine.run(("sh", "-c", "echo out; echo err >&2; exit 3"))


def test_a_program_that_hangs_is_ended() -> None:
    with pytest.raises(pytest.fail.Exception, match=r"sleep was not done after 0 s"):
        machine.run(("sleep", "9"), timeout=0.1)
