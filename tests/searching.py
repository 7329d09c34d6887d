"""How many examples a search takes that is worth more, or fewer, than the profile says."""

from hypothesis import settings


def times_as_many(factor: float) -> settings:
    """Scale what the profile says, so that searching far goes as much further here too."""
    return settings(max_examples=int(settings().max_examples * factor))
