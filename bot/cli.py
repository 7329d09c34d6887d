"""argv → exit code; the one place where exceptions become exit codes."""

import sys
from collections.abc import Sequence

from bot.commands.catalogue import command
from bot.commands.grammar import parsed
from bot.commands.output import drop_output
from bot.errors import StewardError

_CRASHED = 70  # EX_SOFTWARE: a bug of ours, which none of the contract's codes means
_INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and give its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        # a terminal in another encoding, or a file name that is no text, is no crash
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        asked = parsed(arguments)
        return command(asked.command).run(asked)
    except StewardError as error:
        print(f"steward: {error}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print("steward: interrupted", file=sys.stderr)
        return _INTERRUPTED
    except BrokenPipeError:
        drop_output()
        return 0
    except Exception as error:
        if "--debug" in arguments or _is_debugging():
            raise
        what = " ".join(f"{type(error).__name__}: {error}".split())
        print(
            f"steward: internal error ({what}); run it with --debug and report it", file=sys.stderr
        )
        return _CRASHED


def _is_debugging() -> bool:
    from bot.settings import is_debugging

    return is_debugging()
