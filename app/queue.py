"""The queue between the pages and the worker: it carries the ids of jobs, nothing else.

huey keeps it in SQLite beside the embedded database, or in the PostgreSQL of a production house.
"""

import json
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
    from app.jobs import task_of  # noqa: PLC0415 - pages must not load what only the worker needs

    task_of(settings)(str(job_id))
