"""What the environment of a workflow's step says."""

import pytest

from bot.errors import StewardError
from bot.settings import read_runner

STEP = {
    "GITHUB_EVENT_NAME": "pull_request",
    "GITHUB_EVENT_PATH": "event.json",
    "GITHUB_REPOSITORY": "acme/widgets",
    "INPUT_TOKEN": "secret",
}


def test_the_defaults_are_githubs_own() -> None:
    runner = read_runner(environment=STEP)
    assert (runner.api_url, runner.server_url) == ("https://api.github.com", "https://github.com")
    assert runner.config == ".github/spec-steward.yml"
    assert not runner.is_advising
    assert not runner.is_dry


def test_inputs_count_as_a_workflow_writes_them() -> None:
    inputs = {"INPUT_CONFIG": "steward.yml", "INPUT_MODE": "advise", "INPUT_DRY-RUN": "True"}
    runner = read_runner(environment=STEP | inputs)
    assert (runner.config, runner.is_advising, runner.is_dry) == ("steward.yml", True, True)


def test_an_empty_input_is_none() -> None:
    inputs = {"INPUT_CONFIG": "", "INPUT_MODE": "", "INPUT_DRY-RUN": "", "INPUT_TOKEN": ""}
    runner = read_runner(environment=STEP | inputs | {"GITHUB_TOKEN": "other"})
    assert (runner.token, runner.is_dry) == ("other", False)


def test_the_command_line_comes_before_the_input() -> None:
    assert read_runner("mine.yml", STEP | {"INPUT_CONFIG": "theirs.yml"}).config == "mine.yml"


def test_an_enterprise_server_is_taken_at_its_word() -> None:
    env = STEP | {"GITHUB_API_URL": "https://github.acme.test/api/v3/"}
    assert read_runner(environment=env).api_url == "https://github.acme.test/api/v3"


@pytest.mark.parametrize(
    ("changed", "word"),
    [
        ({"INPUT_TOKEN": ""}, "input token: there is no token"),
        ({"INPUT_TOKEN": "a\nb"}, "input token: this is no token"),
        ({"GITHUB_EVENT_NAME": ""}, "GITHUB_EVENT_NAME: it is not set"),
        ({"GITHUB_EVENT_PATH": ""}, "GITHUB_EVENT_PATH: it is not set"),
        ({"GITHUB_REPOSITORY": "widgets"}, "of the form owner/name"),
        ({"GITHUB_API_URL": "ftp://x"}, "GITHUB_API_URL: “ftp://x” is no address"),
        ({"INPUT_MODE": "strict"}, "input mode: there is no mode “strict”"),
        ({"INPUT_DRY-RUN": "maybe"}, "input dry-run: “maybe” is neither"),
    ],
)
def test_what_is_missing_or_wrong_is_told_by_its_name(changed: dict[str, str], word: str) -> None:
    with pytest.raises(StewardError, match=word):
        read_runner(environment=STEP | changed)


def test_a_token_is_never_shown() -> None:
    assert "secret" not in repr(read_runner(environment=STEP))
