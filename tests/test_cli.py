"""The boundary: exit codes, help, errors; and the other small commands."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

import bot
from bot.cli import main
from bot.commands.catalogue import COMMANDS
from tests.app.conftest import Repository, repository

__all__ = ["repository"]  # the fixture


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main([command, "--help"])
    assert left.value.code == 0
    assert f"example: steward {command} " in capsys.readouterr().out


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--version"])
    assert left.value.code == 0
    assert capsys.readouterr().out == f"steward {bot.__version__}\n"


def test_a_command_is_needed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    err = capsys.readouterr().err
    assert err == ("steward: the following arguments are required: COMMAND; see steward --help\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("chekc", "there is no command “chekc”; did you mean check?"),
        ("chekc --help", "there is no command “chekc”; did you mean check?"),
        ("xyzzy", "there is no command “xyzzy”; choose from check, schema, "),
        ("check --format jsn", "argument --format: invalid choice: “jsn”; did you mean json?"),
        ("check --format JSON", "argument --format: invalid choice: “JSON”; did you mean json?"),
        ("schema --format xml", "argument --format: invalid choice: “xml”; choose from text, json"),
        ("check --fail-on eror", "invalid choice: “eror”; did you mean error?"),
        ("check --bsae main", "--bsae; did you mean --base? (see steward check --help)"),
        ("fix --writ=yes", "--writ=yes; did you mean --write? (see steward fix --help)"),
        ("fix --xyzzy", "--xyzzy; see steward fix --help"),
        ("explain one two", "two; see steward explain --help"),
        ("--hlep", "no command, but “--hlep”; did you mean --help?"),
        ("--format json check", "but “--format”; options stand behind the command"),
        ("explain PLACEHODLER", "did you mean “placeholder”?"),
        ("explain missing_section", "did you mean “missing-section”?"),
        ("check --base mian", "git does not know the ref “mian” here; did you mean “main”?"),
    ],
)
def test_a_slip_is_told_with_the_word_that_was_meant(
    repository: Repository, words: str, said: str
) -> None:
    code, out, err = repository.steward(*words.split())
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("steward: ")
    assert said in err


def test_an_interrupt_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("bot.app.check.check", interrupted)
    assert main(["check"]) == 130
    assert capsys.readouterr().err == "steward: interrupted\n"


def test_a_bug_shows_no_traceback_unless_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("two\nlines")

    monkeypatch.setattr("bot.app.check.check", broken)
    assert main(["check"]) == 70
    assert capsys.readouterr().err == (
        "steward: internal error (ZeroDivisionError: two lines); "
        "run it with --debug and report it\n"
    )
    with pytest.raises(ZeroDivisionError):
        main(["check", "--debug"])


def test_a_reader_that_leaves_early_is_no_error(repository: Repository) -> None:
    script = f"{sys.executable} -m bot explain | head -c 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=repository.folder,
        env={**os.environ, "PYTHONPATH": str(Path(bot.__file__).parent.parent)},
        capture_output=True,
        check=False,
    )
    assert done.stderr == b""
    assert done.returncode == 0


def test_an_output_that_is_full_is_told(repository: Repository) -> None:
    for words in ("check", "fix", "explain", "schema tech-spec", "new specs Third"):
        done = subprocess.run(
            ["bash", "-c", f"{sys.executable} -m bot {words} > /dev/full"],
            cwd=repository.folder,
            env={**os.environ, "PYTHONPATH": str(Path(bot.__file__).parent.parent)},
            capture_output=True,
            check=False,
            text=True,
        )
        assert done.stderr == (
            "steward: the output cannot be written: No space left on device; "
            "free some space, or send it elsewhere\n"
        )
        assert done.returncode == 2


def test_a_folder_that_is_gone_is_told(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = repository.folder / "gone"
    folder.mkdir()
    monkeypatch.chdir(folder)
    folder.rmdir()
    for words in (("check",), ("fix",), ("schema", "tech-spec"), ("new", "tech-spec", "x")):
        assert repository.steward(*words) == (
            2,
            "",
            "steward: the current folder is gone; go to one that is there\n",
        )


def test_a_schema_is_printed(repository: Repository) -> None:
    code, out, _ = repository.steward("schema", "docs/specs/TEMPLATE.md", "--format", "json")
    schema = json.loads(out)
    assert code == 0
    assert schema["version"] == 1
    assert schema["name"] == "specs"
    assert schema["source"] == "docs/specs/TEMPLATE.md"
    assert schema["id_pattern"] == r"\d{3}"
    assert schema["path_pattern"] == "docs/specs/NNN-short-title.md"
    assert schema["status"]["stages"] == {
        "Draft": "drafting",
        "Accepted": "approved",
        "Done": "done",
    }
    code, out, _ = repository.steward("schema", "epic-spec")
    assert code == 0
    assert re.search("● 🎯 Success Criteria +gates\n", out)
    assert "  status      Draft     drafting\n              Approved  approved\n" in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "no TEMPLATE was named"),
        (("nothing",), "there is no template “nothing”"),
        (("empty.md",), "empty.md: no section heading was found"),
        (("bad.md",), "bad.md:1: byte 0xff at offset 0 is not UTF-8"),
    ],
)
def test_a_template_that_says_nothing_is_refused(
    repository: Repository, words: tuple[str, ...], said: str
) -> None:
    repository.write("empty.md", "words\n")
    repository.write("bad.md", b"\xff\n")
    code, _, err = repository.steward("schema", *words)
    assert code == 2
    assert said in err


def test_the_schema_of_the_configuration_is_published(repository: Repository) -> None:
    code, out, _ = repository.steward("schema", "--config")
    assert code == 0
    published = json.loads(out)
    jsonschema.validate({"version": 1, "rules": {"placeholder": "warning"}}, published)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"rule": {}}, published)


def test_rules_are_listed_and_explained(repository: Repository) -> None:
    code, out, _ = repository.steward("explain")
    assert code == 0
    assert out.startswith("off-template ")
    code, out, _ = repository.steward("explain", "placeholder")
    assert code == 0
    assert out.startswith("# placeholder\n")
    assert "## Mend" in out
    code, _, err = repository.steward("explain", "place-holder")
    assert code == 2
    assert err == "steward: there is no rule “place-holder”; did you mean “placeholder”?\n"
    assert "steward explain lists them" in repository.steward("explain", "xyzzy")[2]


def test_colour_and_progress_are_for_people(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(2, 130):
        repository.write(f"docs/specs/{number:03}-spec.md", "# Spec\n")
    _, out, err = repository.steward("check")
    assert "\x1b[" not in out
    assert err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("TERM", raising=False)
    repository.write("docs/specs/200-spec.md", "# Spec\n")
    _, out, err = repository.steward("check")
    assert "\x1b[" in out
    assert "judging" in err
    assert "\x1b[" not in repository.steward("check", "--no-color")[1]
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in repository.steward("check")[1]


def test_a_command_imports_only_what_it_needs(repository: Repository) -> None:
    script = (
        "import sys; from bot.cli import main; main(['check', '--quiet']); "
        "heavy = 'pydantic jinja2 rich github yaml asyncio concurrent.futures'.split(); "
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=repository.folder,
        env={**os.environ, "PYTHONPATH": str(Path(bot.__file__).parent.parent)},
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout.split("\n")[-2] == "[]"
