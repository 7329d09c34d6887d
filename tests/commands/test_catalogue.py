"""Every command is listed, whole, and loaded only when it is called."""

import ast
import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest

import bot
from bot.commands import catalogue
from bot.commands.catalogue import COMMANDS, Command, command
from bot.commands.grammar import parsed

FOLDER = Path(catalogue.__file__).parent


def is_a_command(file: Path) -> bool:
    tree = ast.parse(file.read_text("utf-8"))
    return any(isinstance(each, ast.FunctionDef) and each.name == "run" for each in tree.body)


def test_each_that_is_there_is_listed() -> None:
    assert {file.stem for file in FOLDER.glob("*.py") if is_a_command(file)} == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_each_is_whole(name: str) -> None:
    one = command(name)
    for wanted, kind in inspect.get_annotations(Command).items():
        assert isinstance(getattr(one, wanted), kind)
    for deed in ("add_options", "run"):
        _, *wanted_words = inspect.signature(getattr(Command, deed)).parameters.values()
        assert [*inspect.signature(getattr(one, deed)).parameters.values()] == wanted_words
    assert re.fullmatch(r"[a-z].*[^.]", one.ABOUT)
    assert f"{one.EXAMPLE} ".startswith(f"steward {name} ")


@pytest.mark.parametrize("name", COMMANDS)
def test_options_that_all_have_are_the_same_in_all(name: str) -> None:
    asked = parsed([name, "--output", "x", "--quiet", "--no-color", "--debug"])
    assert (asked.command, asked.output) == (name, "x")
    assert (asked.quiet, asked.no_color, asked.debug) == (True, True, True)
    assert asked.format == parsed([name, "--format", asked.format]).format
    if command(name).TAKES_CONFIG:
        assert parsed([name, "--config", "x"]).config == "x"


@pytest.mark.parametrize("name", COMMANDS)
def test_help_says_each_thing_once(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    with pytest.raises(SystemExit):
        parsed([name, "--help"])
    told = capsys.readouterr().out
    usage, *lines = told.splitlines()
    assert usage.endswith(" [OPTION …]")
    assert all(len(line) <= 80 for line in lines)
    options = [found[1] for line in lines if (found := re.match(r"  (?:-h, )?(--[a-z-]+)", line))]
    assert len(options) == len(set(options)) >= 6
    assert "--output" not in told.partition("options of every command:")[0]
    assert "{" not in told


@pytest.mark.parametrize("name", COMMANDS)
def test_one_that_is_called_loads_neither_the_others_nor_what_it_does_not_need(name: str) -> None:
    script = (
        f"import sys; from bot.commands.grammar import parsed; parsed(['{name}']); "
        f"others = {set(COMMANDS) - {name}!r}; "
        "print([name for name in sys.modules if name.startswith(('bot.app', 'bot.settings')) "
        "or name.removeprefix('bot.commands.') in others])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=Path(bot.__file__).parents[1],
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout == "[]\n"
