from bot.work.alignment import align
from bot.work.equal import equal_words
from bot.work.words import words_of


def test_equal_words_are_paired_by_their_neighbours_first() -> None:
    old, new = "a b x c x d".split(), "q x d r b x s".split()
    assert equal_words(old, new) == {1: 4, 2: 5, 4: 1, 5: 2}
    assert equal_words("p a b c q".split(), "s a b c t".split()) == {1: 1, 2: 2, 3: 3}
    assert equal_words("k x m n x j".split(), "z k x j y".split()) == {0: 1, 1: 2, 5: 3}
    assert equal_words("p x q x r".split(), "s x q t x q u".split()) == {1: 1, 2: 2, 3: 4}


def test_too_much_that_is_left_over_is_not_looked_into() -> None:
    old = " ".join(f"old{letter * 5}" for letter in "abcdefghijkl")
    new = " ".join(f"new{letter * 5}" for letter in "abcdefghijkl")
    assert len(align(words_of(f"paint {old}"), words_of(f"paint {new}")).lost) == 12


def test_what_stands_before_the_same_word_is_exchanged() -> None:
    assert align(words_of("fast scan importer"), words_of("importer slow scan")).replaces
