"""A document that could not be read before is no fault of the change that touches it."""

import json

from tests.app.conftest import COMPLETE, Repository


def _introduced(repository: Repository, *words: str) -> tuple[int, list[bool | None]]:
    code, out, _ = repository.steward("check", "--format", "json", *words)
    return code, [f["introduced"] for spec in json.loads(out)["specs"] for f in spec["findings"]]


def test_what_could_not_be_read_before_is_known(repository: Repository) -> None:
    repository.write("docs/specs/002-old.md", b"\xff\xfe\x00")
    repository.commit()
    repository.write("docs/specs/002-old.md", b"\xff\xfe\x00\x00 and more")
    assert _introduced(repository, "--base", "HEAD") == (0, [False])


def test_what_cannot_be_read_any_longer_is_new(repository: Repository) -> None:
    repository.write("docs/specs/002-old.md", COMPLETE.replace("001", "002"))
    repository.commit()
    repository.write("docs/specs/002-old.md", b"\xff\xfe\x00")
    assert _introduced(repository, "--base", "HEAD") == (1, [True])


def test_a_rule_that_is_off_says_nothing(repository: Repository) -> None:
    repository.write(".github/spec-steward.yml", "rules: {unreadable: off}\n")
    repository.write("docs/specs/002-old.md", b"\xff\xfe\x00")
    assert _introduced(repository) == (0, [])
