"""What is wrong with a call, and the word that was probably meant."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from bot.errors import StewardError
from bot.render.defuse import visible

_FIRST = ("-h", "--help", "--version")


def wrong_choice(name: str, given: str, choices: Sequence[str]) -> StewardError:
    """Say that a word is none of those there are to choose from."""
    near = _nearest(given, choices)
    mend = f"did you mean {near}?" if near else f"choose from {', '.join(choices)}"
    if name == "COMMAND":
        return StewardError(f"there is no command {quoted(given)}", mend=mend)
    return StewardError(f"argument {name}: invalid choice: {quoted(given)}", mend=mend)


def unknown_words(words: Sequence[str], command: str, options: Iterable[str]) -> StewardError:
    """Say that a command takes no such option, or nothing more."""
    near = _nearest(words[0].partition("=")[0], options) if words[0].startswith("-") else None
    mend = f"see steward {command} --help"
    return StewardError(
        f"unrecognized arguments: {' '.join(words)}",
        mend=f"did you mean {near}? ({mend})" if near else mend,
    )


def misplaced(arguments: Sequence[str]) -> StewardError | None:
    """Say that an option stands before its command, where it does."""
    first = arguments[0] if arguments else ""
    if not first.startswith("-") or first in _FIRST:
        return None
    near = _nearest(first, _FIRST)
    mend = f"did you mean {near}?" if near else "options stand behind the command: steward check …"
    return StewardError(f"no command, but {quoted(first)}", mend=mend)


def quoted(word: str) -> str:
    """Quote a word of a call; what a terminal would act on in it shows."""
    return f"“{visible(word)}”"


def _nearest(word: str, right: Iterable[str]) -> str | None:
    folded = {each.casefold(): each for each in right}
    near = get_close_matches(word.casefold(), folded, n=1)
    return folded[near[0]] if near else None
