"""How hypothesis searches, which tests coverage does not look at, and which belong to the wire.

The profile ``alike`` draws the same examples each time, so it needs few. ``make search`` draws
anew, and very many. What it finds becomes an ``@example``, or a test of its own.
"""

import gc
import os
import sys
from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("alike", derandomize=True, deadline=None, max_examples=40)
settings.register_profile("far", deadline=None, max_examples=2_000, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "alike"))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Count what is asked of the embedded GitHub over a real socket among the tests of the wire."""
    for item in items:
        if "served" in getattr(item, "fixturenames", ()) or _opens_a_socket(item):
            item.add_marker(pytest.mark.wire)


def _opens_a_socket(item: pytest.Item) -> bool:
    call = getattr(item, "callspec", None)
    return call is not None and call.params.get("opened") == "sandbox"


def _is_untraced(item: pytest.Item) -> bool:
    """Tell whether a test searches; plain examples have to reach each branch without its luck."""
    return item.get_closest_marker("hypothesis") is not None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Take coverage's tracer off this thread while a test searches, which it would slow down most.

    Coverage's own stop() would end it for the servers in other threads too, and for good.
    """
    tracer = sys.gettrace()
    if tracer is None or not _is_untraced(item):
        return (yield)
    sys.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(tracer)


def pytest_collection_finish() -> None:
    """Spare the collector all modules and tests, which live to the end anyway."""
    gc.collect()
    gc.freeze()


def pytest_sessionfinish() -> None:
    """Leave little to look through to pytest, which now lets the collector run five times."""
    gc.collect()
    gc.freeze()
