"""Stages have an order."""

from bot.model.stage import Stage


def test_stages_go_one_way() -> None:
    way = ["drafting", "reviewing", "approved", "building", "done", "closed"]
    assert [str(stage) for stage in sorted(Stage, key=lambda stage: stage.rank)] == way
    assert [Stage(word).rank for word in way] == list(range(6))
