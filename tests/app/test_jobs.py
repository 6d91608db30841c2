"""Long work: done once, in the name of whoever asked, authorised anew, told without content."""

import logging
from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest
from sqlalchemy import select

from app import jobs, queue
from bureau.errors import Invalid, NotAllowed
from bureau.model import Event, Job, Membership, User
from bureau.operations import jobs as asking
from bureau.rules.schema import Texts
from tests.app.views.conftest import house, road
from tests.conftest import NOW

__all__ = ["house", "road"]

WANTED = {"recipient": "X, office", "basis": "Y", "language": "nl", "track": "administrative"}


@pytest.fixture
def settings(app):
    return app.extensions["settings"]


@pytest.fixture
def asked(road, house):
    """A job that the officer asked for; its id."""
    with house.work_of(house.actors.officer) as work:
        return asking.ask_preparation(work, road.id, WANTED).id


@pytest.fixture
def job(app):
    """A job as it is kept."""

    def read(job_id):
        with app.extensions["sessions"]() as store:
            return store.get_one(Job, job_id)

    return read


def made(unit, wanted, progress):
    with unit() as work:
        made.by = work.actor.name
    return SimpleNamespace(id=uuid4(), pages=3)


@pytest.fixture
def desk(monkeypatch):
    """Put something else on the desk than the real dossier."""
    return lambda kind: monkeypatch.setattr(jobs, "KINDS", {"prepare_dossier": kind})


def test_a_job_is_done_in_the_name_of_whoever_asked(settings, asked, job, desk):
    desk(made)
    jobs.run(settings, asked)
    done = job(asked)
    assert made.by == "Officer"
    assert (done.state, done.percent, done.result["pages"]) == ("done", 100, 3)
    assert done.finished_at == NOW


def test_a_job_is_done_once(settings, asked, desk):
    calls = []
    desk(
        lambda unit, wanted, progress: calls.append(wanted) or SimpleNamespace(id=uuid4(), pages=1)
    )
    jobs.run(settings, asked)
    jobs.run(settings, asked)
    assert len(calls) == 1


def test_a_job_that_is_not_there_is_no_trouble(settings):
    jobs.run(settings, uuid4())


def test_how_far_a_print_is_stands_on_the_job_and_not_at_every_step(settings, asked, job, desk):
    noted = []

    def print_long(unit, wanted, progress):
        for step in range(101):
            progress(step, 100)
            noted.append((job(asked).percent, job(asked).result.get("done")))
        return made(unit, wanted, progress)

    desk(print_long)
    jobs.run(settings, asked)
    assert noted[0] == (10, None)
    assert noted[-1][1] > 90
    assert len(set(noted)) < 30
    assert job(asked).percent == 100


def test_a_refusal_is_told_in_words_and_kept(settings, asked, job, desk):
    def refuse(unit, wanted, progress):
        raise NotAllowed(
            "Not in {state}.", hint="Go on first.", state=Texts(nl="onderzoek", en="study")
        )

    desk(refuse)
    jobs.run(settings, asked)
    failed = job(asked)
    assert (failed.state, failed.message) == ("failed", "Not in study.")
    assert failed.result == {"hint": "Go on first."}


def test_a_slip_is_told_and_logged_without_content(settings, asked, job, desk, caplog):
    def slip(unit, wanted, progress):
        raise RuntimeError("Jan Jansen, born 1 May")

    desk(slip)
    with caplog.at_level(logging.ERROR, "bureau"):
        jobs.run(settings, asked)
    assert job(asked).state == "failed"
    assert "Jansen" not in job(asked).message + caplog.text
    assert "RuntimeError" in caplog.text


def test_leave_that_was_taken_away_meanwhile_is_no_leave(app, settings, asked, job):
    with app.extensions["sessions"].begin() as store:
        officer = store.scalar(select(User).where(User.login == "officer"))
        for row in store.scalars(select(Membership).where(Membership.user_id == officer.id)):
            store.delete(row)
    jobs.run(settings, asked)
    assert job(asked).state == "failed"
    with app.extensions["sessions"]() as store:
        assert "access.denied" in set(store.scalars(select(Event.kind)))


def test_the_worker_does_nothing_more_for_whose_screening_ran_out(app, settings, asked, job):
    with app.extensions["sessions"].begin() as store:
        officer = store.scalar(select(User).where(User.login == "officer"))
        officer.screened_until = NOW.date() - timedelta(days=1)
    jobs.run(settings, asked)
    failed = job(asked)
    assert (failed.state, failed.result["hint"], failed.arguments) == ("failed", "", {})


def test_the_worker_does_what_waits_and_stops(settings, asked, job, desk, monkeypatch):
    monkeypatch.setattr(queue, "_RUNNERS", {})
    desk(made)
    queue.put(settings, asked)
    jobs.run_worker(settings, once=True)
    assert job(asked).state == "done"
    assert queue.queue_of(settings.queue_url).pending_count() == 0


def test_a_worker_does_not_start_for_a_jurisdiction_without_rows(settings):
    with pytest.raises(Invalid):
        jobs.run_worker(replace(settings, jurisdiction="be"), once=True)


def test_every_kind_of_job_that_can_be_asked_for_can_be_done():
    assert set(jobs.KINDS) == {"prepare_dossier", "issue_dossier", "prepare_plan", "issue_plan"}
