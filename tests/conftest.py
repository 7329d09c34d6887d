"""How hypothesis searches: alike each time here, and further afield where that is asked for.

``HYPOTHESIS_PROFILE=far .venv/bin/python -m pytest`` draws anew, and many more. What it finds
becomes an ``@example``, or a test of its own.
"""

import os

from hypothesis import settings

settings.register_profile("alike", derandomize=True, deadline=None)
settings.register_profile("far", deadline=None, max_examples=2_000, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "alike"))
