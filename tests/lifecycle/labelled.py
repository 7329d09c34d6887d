"""Pull requests by their labels: who set what, one event a minute."""

from collections.abc import Sequence

from bot.model.pull import Labelling, Person, Pull, PullStage, PullState

ME = "github-actions[bot]"
PULL = Pull(
    number=7,
    title="T",
    url="u",
    author=Person("ann"),
    stage=PullStage.OPEN,
    is_draft=False,
    base_branch="main",
    base="b" * 40,
    head_branch="topic",
    head="a" * 40,
    head_repository="acme/specs",
    is_fork=False,
)


def state_of(*events: str, labels: Sequence[str] | None = None) -> PullState:
    """Read ``ann+draft`` as “ann sets the label”, ``me-draft`` as “the Steward takes it off”.

    A bot's name ends with ``[bot]``; ``+draft`` was done by nobody who is known.
    """
    done: list[Labelling] = []
    standing: list[str] = []
    for minute, event in enumerate(events):
        at = min(event.index(sign) for sign in "+-" if sign in event)
        who, name = event[:at], f"spec: {event[at + 1 :]}"
        login = ME if who == "me" else who
        by = Person(login, login.endswith("[bot]")) if who else None
        done.append(Labelling(name, by, f"2026-01-02T03:{minute:02}:00Z", event[at] == "+"))
        standing = [each for each in standing if each != name]
        standing += [name] if event[at] == "+" else []
    return PullState(PULL, ME, tuple(standing if labels is None else labels), tuple(done))
