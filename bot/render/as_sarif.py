"""A report as SARIF 2.1.0, in the form that GitHub code scanning takes.

GitHub matches alerts over time by ``primaryLocationLineHash`` alone. Its upload action fills that
with a hash of the line, under which all sections that are missing at one place were one alert, so
it is given here, from what a finding is about. (The action then logs that it would have chosen
another value, and keeps ours.) Regions name columns because GitHub's documentation requires them.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from hashlib import sha256
from urllib.parse import quote

from bot.model.finding import Finding
from bot.model.report import Report
from bot.render.defuse import BREAK, unlinked
from bot.render.jsontext import dumps
from bot.render.sarif_rule import RuleManual, level_of, rule_of

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
HOME = "https://github.com/spec-steward/spec-steward"
MOST = 25_000  # results of a run, by GitHub's rules


def render_sarif(report: Report, *, rules: Mapping[str, RuleManual], version: str) -> str:
    """Write a report as SARIF; findings of the base, if there was one, as *unchanged*."""
    driver: dict[str, object] = {
        "name": "Spec Steward",
        "informationUri": HOME,
        "version": version,
        "rules": [rule_of(manual) for manual in rules.values()],
    }
    found = list(_told(report))
    run = {
        "tool": {"driver": driver},
        "originalUriBaseIds": {
            "%SRCROOT%": {"description": {"text": "The root of the repository."}}
        },
        "columnKind": "unicodeCodePoints",
        "results": list(_results(_heaviest(found), list(rules))),
    }
    if len(found) > MOST:
        run["invocations"] = [_cut(len(found) - MOST)]
    return dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


Told = tuple[Finding, str]


def _told(report: Report) -> Iterator[Told]:
    """Give all findings, each with what makes it the same one in the next run."""
    seen: Counter[str] = Counter()
    for spec in report.specs:
        for finding in spec.findings:
            identity = _identity(finding)
            seen[identity] += 1
            yield finding, f"{identity}:{seen[identity]}"


def _heaviest(found: list[Told]) -> list[Told]:
    """Keep what GitHub takes: it would drop the rest as it likes, or refuse the whole file."""
    if len(found) <= MOST:
        return found
    return sorted(found, key=lambda told: -told[0].severity.weight)[:MOST]


def _cut(number: int) -> dict[str, object]:
    text = f"{number:,} findings are left out: GitHub takes at most {MOST:,}, here are the worst"
    notice = {"level": "warning", "message": {"text": text}}
    return {"executionSuccessful": True, "toolExecutionNotifications": [notice]}


def _results(found: list[Told], slugs: list[str]) -> Iterator[dict[str, object]]:
    places = {slug: index for index, slug in enumerate(slugs)}
    for finding, identity in found:
        result = _result(finding, identity)
        if finding.rule in places:
            result["ruleIndex"] = places[finding.rule]
        yield result


def _result(finding: Finding, identity: str) -> dict[str, object]:
    line = max(1, finding.line)
    region = {"startLine": line, "startColumn": 1, "endLine": line, "endColumn": 1}
    place = {"artifactLocation": _artifact(finding.path), "region": region}
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "level": level_of(finding.severity),
        "message": {"text": _message(finding)},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"primaryLocationLineHash": identity, "specSteward/v1": identity},
    }
    if finding.introduced is not None:
        result["baselineState"] = "new" if finding.introduced else "unchanged"
    return result


def _message(finding: Finding) -> str:
    """Write message and help without links: SARIF reads ``[text](target)`` in plain text too."""
    text = unlinked(f"{finding.message}; {finding.help}" if finding.help else finding.message)
    return text.replace("](", f"]{BREAK}(")


def _artifact(path: str) -> dict[str, str]:
    encoded = quote(path.encode("utf-8", "surrogatepass"))
    if path.startswith("/"):
        return {"uri": f"file://{encoded}"}
    return {"uri": encoded, "uriBaseId": "%SRCROOT%"}


def _identity(finding: Finding) -> str:
    """Name what a finding is about; no line, since lines move."""
    subject = finding.key or finding.section or finding.message
    parts = (finding.rule, finding.path, subject)
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
