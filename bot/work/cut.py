"""Words that a text has cut, for it had no room for more."""

from collections.abc import Collection, Iterable

from bot.work.boxes import Box

_CUT, _SHORTEST = "…", 20  # letters that a list keeps of a task at the least


def is_cut(box: Box) -> bool:
    """Tell whether a box may say more than there was room for."""
    return box.words.endswith(_CUT)


def whole_words(boxes: Iterable[Box], texts: Collection[str]) -> dict[str, str]:
    """Give by the cut words of boxes the text that they begin, where that is one of all."""
    cut = {box.bare for box in boxes if is_cut(box) and len(box.bare) >= _SHORTEST}
    begun = {words: [text for text in texts if text.startswith(words)] for words in cut}
    return {words: found[0] for words, found in begun.items() if len(found) == 1}
