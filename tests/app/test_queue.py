"""The queue carries the ids of jobs as JSON: nothing in it can run."""

import json
import pickle
import sqlite3
from uuid import uuid4

import pytest

from app import queue
from bureau.errors import OutOfOrder
from config import Config


@pytest.fixture
def settings(tmp_path):
    return Config(
        home=tmp_path, database_url="sqlite:///", queue_url=f"sqlite:///{tmp_path / 'queue.db'}"
    )


def messages(settings):
    """What lies in the queue, byte for byte."""
    with sqlite3.connect(settings.home / "queue.db") as store:
        return [bytes(row[0]) for row in store.execute("SELECT data FROM task ORDER BY id")]


def test_a_message_is_plain_json_that_names_a_job_and_nothing_else(settings):
    job = uuid4()
    queue.put(settings, job)
    [message] = messages(settings)
    told = json.loads(message)
    assert str(job) in json.dumps(told)
    assert "run_job" in json.dumps(told)
    with pytest.raises(pickle.UnpicklingError):
        pickle.loads(message)  # noqa: S301 - to see that it is none


def test_a_message_that_was_swapped_for_code_does_not_run(settings, tmp_path):
    queue.put(settings, uuid4())

    class Trap:
        def __reduce__(self):
            return (open, (str(tmp_path / "sprung"), "w"))

    with sqlite3.connect(settings.home / "queue.db") as store:
        store.execute("UPDATE task SET data = ?", (pickle.dumps(Trap()),))
    with pytest.raises(ValueError, match=r"decode|JSON|Expecting"):
        queue.queue_of(settings.queue_url).dequeue()
    assert not (tmp_path / "sprung").exists()


def test_what_was_put_is_done_once_and_in_turn(settings, monkeypatch):
    done = []
    monkeypatch.setattr(queue, "_RUNNERS", {})
    queue.run_with(done.append)
    jobs = [uuid4(), uuid4()]
    for job in jobs:
        queue.put(settings, job)
    line = queue.queue_of(settings.queue_url)
    while waiting := line.dequeue():
        line.execute(waiting)
    assert done == [str(job) for job in jobs]
    assert line.pending_count() == 0


def test_one_address_is_one_queue_with_one_task(settings):
    line = queue.queue_of(settings.queue_url)
    assert queue.queue_of(settings.queue_url) is line
    assert queue.task(line) is queue.task(line)


def test_a_queue_of_another_kind_is_refused():
    with pytest.raises(OutOfOrder, match="mysql"):
        queue.queue_of("mysql://somewhere/queue")
