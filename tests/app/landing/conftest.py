"""The embedded GitHub, for the runs that go over a real wire."""

from tests.forge.conftest import origin, peopled, served, with_a_pull

__all__ = ["origin", "peopled", "served", "with_a_pull"]
