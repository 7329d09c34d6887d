"""Serving on loopback: in a thread for tests and rehearsals, in the foreground for the command."""

import asyncio
import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

import uvicorn
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Scope
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.errors import StewardError
from bot.sandbox.app import Desk, create_app

_PATIENCE = 10.0  # seconds for the thread to come and to go
_PAUSE = 0.002
_TICK = 0.1  # seconds; uvicorn's own
_open: dict[object, asyncio.Transport] = {}  # by both ends of the connection


class _Connection(H11Protocol):
    """A connection that can be found by its ends, to be cut on purpose."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn does
        super().connection_made(transport)
        _open[self.client, self.server] = transport

    def connection_lost(self, exc: Exception | None) -> None:
        _open.pop((self.client, self.server), None)
        super().connection_lost(exc)


class _Server(uvicorn.Server):
    """A server that goes at once when it is told to: tests start and stop hundreds."""

    def __init__(self, app: ASGIApp) -> None:
        config = uvicorn.Config(
            app,
            http=_Connection,
            ws="none",
            loop="asyncio",
            lifespan="off",
            log_config=None,
            access_log=False,
        )
        super().__init__(config)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._leave = asyncio.Event()

    def stop(self) -> None:
        """Let it go, whatever is under way; to be called from another thread."""
        self.should_exit = self.force_exit = True
        if self._loop is not None:
            with suppress(RuntimeError):  # it has left by itself meanwhile
                self._loop.call_soon_threadsafe(self._leave.set)

    async def main_loop(self) -> None:
        """Wait for the end, and tick meanwhile as the original does."""
        self._loop = asyncio.get_running_loop()
        counter = 0
        while not await self.on_tick(counter):
            counter += 1
            with suppress(TimeoutError):
                await asyncio.wait_for(self._leave.wait(), _TICK)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Close all that is open; politely, unless it was stopped."""
        if not self.force_exit:
            await super().shutdown(sockets)
            return
        for listener in (*self.servers, *(sockets or ())):
            listener.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        await asyncio.sleep(0)


def drop(scope: Scope) -> bool:
    """Cut the connection that a request came by; False where it is not one of ours."""
    transport = _open.get((scope.get("client"), scope.get("server")))
    if transport is None:
        return False
    transport.abort()
    return True


def listen(port: int = 0) -> socket.socket:
    """Take a port of the loopback address; any free one where it is not said which."""
    # Named in full, for asyncio lets only such sockets send small answers without a delay.
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind(("127.0.0.1", port))
        bound.listen()  # whoever is told the address may come before the server is there
    except (OSError, OverflowError) as error:
        bound.close()
        what = f"port {port} cannot be had: {error}"
        raise StewardError(what, mend="name another one") from error
    return bound


def address(bound: socket.socket) -> str:
    """Return where a bound socket is reached."""
    host, port = bound.getsockname()
    return f"http://{host}:{port}"


@contextmanager
def running(desk: Desk, pages: Sequence[BaseRoute] = (), port: int = 0) -> Iterator[str]:
    """Serve in a thread, and yield the address."""
    with running_app(create_app(desk, pages, drop), port) as url:
        yield url


@contextmanager
def running_app(app: ASGIApp, port: int = 0) -> Iterator[str]:
    """Serve any application in a thread, and yield the address."""
    bound = listen(port)
    server = _Server(app)
    thread = threading.Thread(target=server.run, args=([bound],), daemon=True)
    thread.start()
    try:
        _wait(server, thread)
        yield address(bound)
    finally:
        server.stop()
        thread.join(_PATIENCE)
        bound.close()


def serve(desk: Desk, bound: socket.socket, pages: Sequence[BaseRoute] = ()) -> None:
    """Serve in the foreground, until it is interrupted."""
    _Server(create_app(desk, pages, drop)).run([bound])


def _wait(server: _Server, thread: threading.Thread) -> None:
    """Wait until the server takes requests."""
    pause = threading.Event()
    for _ in range(int(_PATIENCE / _PAUSE)):
        if server.started:
            return
        if not thread.is_alive():
            break
        pause.wait(_PAUSE)
    raise StewardError("the embedded GitHub did not start", mend="try again")
