"""The queue between the pages and the worker: it carries the ids of jobs, nothing else.

huey keeps it in SQLite beside the embedded database, or in the PostgreSQL of a production house.
"""

import json
from collections.abc import Callable
from functools import lru_cache
from typing import Any
from uuid import UUID

from huey import Huey, PostgresHuey, SqliteHuey
from huey.registry import Message
from huey.serializer import Serializer
from sqlalchemy.engine import make_url

from bureau.errors import OutOfOrder
from config import Config

NAME = "bureau"
_RUNNERS: dict[str, Callable[[str], None]] = {}


class PlainSerializer(Serializer):
    """Messages as JSON: a queue that was tampered with can name a job, never run code."""

    def _serialize(self, data: Any) -> bytes:
        return json.dumps(list(data)).encode()

    def _deserialize(self, data: bytes) -> Message:
        return Message(*json.loads(data))


@lru_cache
def queue_of(address: str) -> Huey:
    """The queue at `address`; raises OutOfOrder for a kind that is not supported."""
    url = make_url(address)
    if url.get_backend_name() == "sqlite":
        return SqliteHuey(
            NAME, filename=url.database, fsync=True, results=False, serializer=PlainSerializer()
        )
    if url.get_backend_name() == "postgresql":
        plain = url.set(drivername="postgresql").render_as_string(hide_password=False)
        return PostgresHuey(NAME, dsn=plain, results=False, serializer=PlainSerializer())
    raise OutOfOrder(
        "The queue {name} is not supported.",
        hint="Set BUREAU_QUEUE_URL to sqlite:/// or postgresql+psycopg://, or leave it out.",
        name=url.get_backend_name(),
    )


def put(settings: Config, job_id: UUID) -> None:
    """Hand a job to the worker, after the work that asked for it was committed."""
    task(queue_of(settings.queue_url))(str(job_id))


def task(queue: Huey) -> Callable[[str], Any]:
    """The one task of `queue`: it gives the id of a job to whoever runs jobs here."""
    known = getattr(queue, "bureau_task", None)
    if known is None:
        known = queue.task(name="run_job")(_run)
        queue.bureau_task = known
    return known  # type: ignore[no-any-return]


def run_with(runner: Callable[[str], None]) -> None:
    """Let `runner` do the jobs of this process: only the worker says so."""
    _RUNNERS[NAME] = runner


def _run(job_id: str) -> None:
    _RUNNERS[NAME](job_id)
