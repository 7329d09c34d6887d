"""How hypothesis searches, which tests coverage does not look at, and which belong to the wire.

The profile ``alike`` draws the same examples each time, so it needs few. ``make search`` draws
anew, and very many. What it finds becomes an ``@example``, or a test of its own.
"""

import gc
import os
import sys
from collections.abc import Generator

import pytest
from hypothesis import settings

settings.register_profile("alike", derandomize=True, deadline=None, max_examples=40)
settings.register_profile("far", deadline=None, max_examples=2_000, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "alike"))


TRACER = sys.gettrace()
"""coverage's; it slows down all code, measured or not, and most of what runs here is pytest's"""
sys.settrace(None)  # coverage's own stop() would end it for good, and for the servers' threads too


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Count what is asked of the embedded GitHub over a real socket among the tests of the wire."""
    for item in items:
        if "served" in getattr(item, "fixturenames", ()) or _opens_a_socket(item):
            item.add_marker(pytest.mark.wire)


def _opens_a_socket(item: pytest.Item) -> bool:
    call = getattr(item, "callspec", None)
    return call is not None and call.params.get("opened") == "sandbox"


def _traced() -> Generator[None, object, object]:
    """Put coverage's tracer on this thread for as long as code of ours may run."""
    if TRACER is None or sys.gettrace() is not None:
        return (yield)
    sys.settrace(TRACER)
    try:
        return (yield)
    finally:
        sys.settrace(None)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Trace what runs when a module is imported."""
    return (yield from _traced())


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: pytest.FixtureDef[object]) -> Generator[None, object, object]:
    """Trace the fixtures of ours."""
    return (yield from _traced()) if fixturedef.func.__module__.startswith("tests.") else (yield)


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, object, object]:
    """Trace a test, unless others reach all that it reaches."""
    return (yield) if _is_untraced(pyfuncitem) else (yield from _traced())


def _is_untraced(item: pytest.Item) -> bool:
    """Tell whether a test searches, where plain examples have to reach each branch without luck.

    Or whether it is marked so: the gates of coverage say whether others do reach its branches.
    """
    if item.get_closest_marker("hypothesis"):
        return True
    marks = (mark.name for mark in item.iter_markers())
    return next((name for name in marks if name in {"traced", "untraced"}), "") == "untraced"


def pytest_collection_finish() -> None:
    """Spare the collector all modules and tests, which live to the end anyway."""
    gc.collect()
    gc.freeze()


def pytest_sessionfinish() -> None:
    """Leave little to look through to pytest, which now lets the collector run five times."""
    gc.collect()
    gc.freeze()
