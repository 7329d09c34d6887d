from bot.model.sheet import BELOW_ALERT, END
from bot.work.body import Body, alerted, is_alerted, mark_of, part_body, unalerted

MARKER = "<!-- marker -->"


def _parted(body: str) -> Body:
    return part_body(body, lambda lines: lines.index(MARKER) if MARKER in lines else None)


def test_a_body_without_a_marker_is_somebody_elses() -> None:
    assert _parted("Do it.\n") == Body("", "", "Do it.\n")


def test_what_people_write_around_the_text_stays() -> None:
    body = f"Ask Bob.\n{MARKER}\nDo it.\n{END}\nBob says yes."
    parted = _parted(body)
    assert parted == Body("Ask Bob.", "Do it.", "Bob says yes.")
    assert parted.with_text(MARKER, "Do it.") == body
    assert _parted(body.replace("\n", "\r\n")) == parted


def test_without_an_end_all_is_ours() -> None:
    parted = _parted(f"{MARKER}\nDo it.\nSoon.")
    assert parted.text == "Do it.\nSoon."
    assert parted.with_text(MARKER, "Later.") == f"{MARKER}\nLater.\n{END}"


def test_a_mark_does_not_see_boxes() -> None:
    assert mark_of("- [ ] dig\n") == mark_of("- [x] dig") != mark_of("- [ ] fill")


def test_an_alert_takes_the_place_of_another_and_goes_again() -> None:
    one = alerted("Do it.\n", "> [!NOTE]\n> Gone.")
    assert one == f"> [!NOTE]\n> Gone.\n{BELOW_ALERT}\n\nDo it."
    two = alerted(one, "> [!WARNING]\n> Back.")
    assert two == f"> [!WARNING]\n> Back.\n{BELOW_ALERT}\n\nDo it."
    assert unalerted(two) == "Do it."
    assert is_alerted(two)
    assert not is_alerted("> [!WARNING]\n> The spec is fine.\n")


def test_a_quote_of_somebodys_own_stays() -> None:
    quote = "> Wait for Bob."
    assert unalerted(f"{quote}\n\nDo it.") == f"{quote}\n\nDo it."
    told = alerted(f"{quote}\n\nDo it.", "> Gone.")
    assert told == f"> Gone.\n{BELOW_ALERT}\n\n{quote}\n\nDo it."
    assert unalerted(f"{quote}\n\n{told}") == f"{quote}\n\n\n{quote}\n\nDo it."
    below = told.replace("> Gone.", "> [!NOTE]\n> Gone.")
    assert unalerted(f"{quote}\n{below}") == f"{quote}\n\n{quote}\n\nDo it."
