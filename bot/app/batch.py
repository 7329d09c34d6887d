"""Many documents at once: from the cache where they are known, on all cores where not."""

import hashlib
import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from bot.app.asked import Asked, Docket
from bot.model.blob_id import blob_id
from bot.model.report import SpecReport
from bot.sources.cache import Cache

if TYPE_CHECKING:
    from bot.app.court import Court

_FEW = 150  # documents that one process judges sooner than others have started
_CHUNK = 50
_BYTES = ("utf-8", "surrogateescape")  # paths are what the file system says, text or not

Progress = Callable[[int, int], None]


def judge_all(
    asked: Sequence[Asked], docket: Docket, cache: Cache, progress: Progress
) -> Iterator[SpecReport]:
    """Judge files, in their order; what is no spec is left out."""
    prefix = _prefix(docket)
    keys = {a.path: _key(prefix, a, a.blob) for a in asked if a.blob and not a.earlier}
    known = cache.get_many(keys.values()) if keys else {}
    results: dict[str, bytes] = {path: known[key] for path, key in keys.items() if key in known}
    left = [a for a in asked if a.path not in results]
    done = len(results)
    for chunk in _judged(left, docket):
        fresh = {_key(prefix, a, blob): value for a, blob, value in chunk if not a.earlier}
        results.update((a.path, value) for a, _, value in chunk)
        cache.put_many(fresh)
        done += len(chunk)
        progress(done, len(asked))
    for item in asked:
        if value := results.get(item.path):
            yield pickle.loads(value)  # noqa: S301 - written by this code, checked by the cache


def _prefix(docket: Docket) -> str:
    """Name everything but the document that a judgement depends on."""
    state = hashlib.sha256()
    for template in docket.templates:
        state.update(
            f"{template.source}\0{template.path}\0{template.entry}\0{template.name}\0".encode(
                *_BYTES
            )
        )
        state.update(hashlib.sha256(template.data).digest())
    policy = docket.policy.digest
    state.update(
        f"{policy}\0{docket.alone}\0{docket.imposed}\0{docket.full}\0{docket.shown}".encode(*_BYTES)
    )
    return state.hexdigest()


def _key(prefix: str, asked: Asked, blob: str | None) -> str:
    text = f"{prefix}\0{asked.path}\0{blob}\0{asked.named}"
    return hashlib.sha256(text.encode(*_BYTES)).hexdigest()


Judged = list[tuple[Asked, str, bytes]]


def _judged(asked: Sequence[Asked], docket: Docket) -> Iterator[Judged]:
    chunks = [asked[at : at + _CHUNK] for at in range(0, len(asked), _CHUNK)]
    workers = min(_cores(), len(chunks))
    if len(asked) <= _FEW or workers < 2:  # noqa: PLR2004 - one is this process
        if chunks:
            _enter(docket)
        yield from map(_judge_chunk, chunks)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    method = "fork" if hasattr(os, "fork") else "spawn"
    with ProcessPoolExecutor(workers, get_context(method), _enter, (docket,)) as pool:
        yield from pool.map(_judge_chunk, chunks)


_here: "list[Court]" = []


def _enter(docket: Docket) -> None:
    from bot.app.court import Court

    _here[:] = [Court(docket)]


def _judge_chunk(chunk: Sequence[Asked]) -> Judged:
    court = _here[0]
    found: Judged = []
    for asked in chunk:
        data = court.docket.read(asked)
        report = None if data is None else court.judge(asked, data)
        value = pickle.dumps(report, pickle.HIGHEST_PROTOCOL) if report else b""
        found.append((asked, asked.blob or blob_id(data or b""), value))
    return found


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
