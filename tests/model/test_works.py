from bot.model.works import Works


def test_what_does_nothing_is_nothing() -> None:
    assert not Works()
    assert not Works(at_once=200, dry_run=True, goes_by_base=True)
    assert Works(waiting=1)
    assert Works(opens=(("Dig", None),))
