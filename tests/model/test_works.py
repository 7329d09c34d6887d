from bot.model.works import Works


def test_what_does_nothing_is_nothing() -> None:
    assert not Works()
    assert not Works(dry_run=True)
    assert Works(waiting=1)
    assert Works(opens=(("Dig", None),))
