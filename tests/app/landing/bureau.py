"""A village whose workflow runs: each event starts the Action, as GitHub would start it."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from bot.app.action.run import act, open_door
from bot.sandbox.app import Desk
from bot.sandbox.clock import SteadyClock
from bot.sandbox.events.payload import event_payload
from bot.sandbox.events.runner import runner_environment
from bot.sandbox.hub import Hub
from bot.sandbox.serve import running
from bot.sandbox.state.issues import reword
from bot.sandbox.state.people import add_user
from bot.sandbox.viewer import Actor
from bot.settings import read_runner
from tests.app.action.village import village

_HURRIED = partial(open_door, is_hurried=True)


class Bureau:
    """What happens there, and the log of the last run."""

    def __init__(self, place: Path, files: Mapping[str, str]) -> None:
        self.place, self.clock = place, SteadyClock()
        self.scene = village(place, self.clock, files)
        self.log: list[str] = []
        self.url = ""

    @property
    def hub(self) -> Hub:
        return self.scene.hub

    @contextmanager
    def served(self) -> Iterator["Bureau"]:
        """Serve it while things happen."""
        with running(Desk.at(self.hub)) as self.url:
            yield self
        self.hub.close()

    def hears(self, name: str, action: str = "", number: int = 0) -> list[str]:
        """Let an event start a run, and give what that has written."""
        self.clock.advance(60)
        told = event_payload(self.hub, name, action, number, url=self.url)
        event = self.place / "event.json"
        event.write_text(json.dumps(told), "utf-8")
        output = self.place / "output"
        output.write_text("", "utf-8")
        environment = runner_environment(self.hub, self.url, name, told) | {
            "GITHUB_EVENT_PATH": str(event),
            "GITHUB_OUTPUT": str(output),
            "GITHUB_WORKSPACE": str(self.place),
            "INPUT_TOKEN": "workflow",
        }
        self.log = []
        code = act(read_runner(None, environment), self.log.append, _HURRIED)
        assert code == 0, self.log
        (plan,) = self.place.rglob("plan.json")
        return [each["kind"] for each in json.loads(plan.read_bytes())["actions"]]

    def rewords(self, who: str, number: int, *, old: str, new: str) -> None:
        """Let somebody write into the title or the text of an issue."""
        with self.hub.lock, self.hub.store.transaction():
            issue, actor = self.scene.thread(number), Actor(add_user(self.hub, who).id)
            title, body = (text.replace(old, new, 1) for text in (issue.title, issue.body or ""))
            assert (title, body) != (issue.title, issue.body), old
            reword(self.hub, issue, title, body, actor)
