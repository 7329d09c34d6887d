"""``python -m bot`` is ``steward``."""

import sys

from bot.cli import main

sys.exit(main())
