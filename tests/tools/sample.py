"""``python -m tests.tools.sample FOLDER [COUNT] [SEED]``: findings on real documents, to be read.

FOLDER holds corpora: folders with a ``template.md`` and ``docs/``. Prints how many findings each
rule has in each, then COUNT of them picked at random, with the line that each points at.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bot.app.asked import Asked, Docket
from bot.app.court import Court
from bot.app.templates import TemplateFile
from bot.model.finding import Finding
from bot.model.policy import Policy

_SHOWN = 110


def findings(corpus: Path) -> Iterator[tuple[str, Finding, str]]:
    """Judge a corpus, and give each finding with its document's name and the line it points at."""
    template = corpus / "template.md"
    file = TemplateFile(str(template), template.read_bytes())
    court = Court(Docket(corpus, (file,), Policy(), "", alone=True, imposed=True, full=False))
    for path in sorted((corpus / "docs").iterdir()):
        data = path.read_bytes()
        report = court.judge(Asked(f"docs/{path.name}", named=True), data)
        lines = data.decode("utf-8", "replace").replace("\r\n", "\n").split("\n")
        for finding in report.findings if report else ():
            yield path.name, finding, lines[finding.line - 1]


def main() -> None:
    """Print the counts and the sample."""
    given = dict(enumerate(sys.argv[1:]))
    folder, count, seed = given[0], given.get(1, "50"), given.get(2, "1")
    found: list[tuple[str, str, Finding, str]] = []
    for corpus in sorted(path for path in Path(folder).iterdir() if (path / "docs").is_dir()):
        own = [(corpus.name, *entry) for entry in findings(corpus)]
        rules = Counter(finding.rule for _, _, finding, _ in own)
        documents = len(list((corpus / "docs").iterdir()))
        print(f"{corpus.name}: {documents} documents, {len(own)} findings: {dict(rules)}")
        found += own
    chance = random.Random(int(seed))  # noqa: S311 - a sample that can be drawn again
    for number, entry in enumerate(chance.sample(found, min(int(count), len(found))), start=1):
        corpus_name, name, finding, line = entry
        print(f"\n{number}. {corpus_name}/{name}:{finding.line} {finding.severity} {finding.rule}")
        print(f"   {finding.message} | {finding.help}"[:300])
        print(f"   > {line[:_SHOWN]}")


if __name__ == "__main__":
    main()
