"""What is foreseen comes along with the texts; where it does not, it is asked for alone."""

import pytest

from bot.forge.door import FileName
from bot.forge.gateway import Gateway
from bot.plan.desired import Desired
from bot.sandbox.wire.fault_kinds import no_graphql, refused_parts
from tests.forge.conftest import Served
from tests.forge.stories import Told, family

CAP = 10_000


@pytest.fixture
def name(served: Served) -> FileName:
    """Give a file, in a repository with three issues."""
    told = Told.at(served.gateway(), 1)
    told.run(Desired(issues=family()))
    return FileName(told.base, "README.md")


def _foreseen(served: Served, name: FileName) -> Gateway:
    gateway = served.gateway(me="github-actions[bot]")
    gateway.foresee()
    assert gateway.read([name], CAP)[name].data == b"# Widgets\n"
    return gateway


def test_what_is_foreseen_takes_one_request(served: Served, name: FileName) -> None:
    expected = served.gateway().labelled_issues()
    assert len(expected) == 3
    served.desk.journal.clear()
    gateway = _foreseen(served, name)
    assert gateway.labelled_issues() == expected
    assert len(served.desk.journal.entries) == 1
    assert gateway.labelled_issues() == expected  # anew, for it may have changed
    assert len(served.desk.journal.entries) == 2


def test_what_is_refused_along_is_read_alone(served: Served, name: FileName) -> None:
    served.desk.journal.clear()
    served.desk.faults.add(refused_parts("repository.issues", times=1))
    gateway = _foreseen(served, name)
    assert gateway.can("graphql")
    assert len(gateway.labelled_issues()) == 3
    assert len(served.desk.journal.entries) == 3


def test_without_graphql_nothing_comes_along(served: Served, name: FileName) -> None:
    served.desk.faults.add(no_graphql())
    assert len(_foreseen(served, name).labelled_issues()) == 3
