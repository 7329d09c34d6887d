"""steward rehearse --serve: the pages stay until somebody ends it, and nothing stays behind."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import requests

from bot.app.rehearse import run


@pytest.mark.wire
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_the_pages_are_there_until_it_is_interrupted(
    tmp_path: Path, ending: signal.Signals
) -> None:
    place = tmp_path / "temporary"
    place.mkdir()
    words = (sys.executable, "-m", "bot", "rehearse", "--example", "--serve")
    top = os.fspath(Path(run.__file__).parents[3])
    with subprocess.Popen(
        words,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": top, "TMPDIR": os.fspath(place)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stdout is not None
            line = next(line for line in process.stdout if line.startswith("Open "))
            url = line.split()[1]
            session = requests.Session()
            session.trust_env = False
            for address in (url, f"{url}/files", url.partition("/pull/")[0]):
                assert session.get(address, timeout=20).status_code == 200
            session.close()
            process.send_signal(ending)
            _, complaint = process.communicate(timeout=20)
            assert (process.returncode, complaint) == (130, "steward: interrupted\n")
        finally:
            process.kill()
    assert list(place.iterdir()) == []
    assert (tmp_path / ".spec-steward/rehearsal.html").is_file()
