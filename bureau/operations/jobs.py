"""Asking for long work and looking how far it is; the worker acts as whoever asked."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select

from bureau.errors import NotAllowed, NotFound
from bureau.model import Case, Dossier, Job, SupportDossier, SupportFile
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.trust.trail import name
from bureau.work import Work

MOST_WAITING = 5
STUCK_AFTER = timedelta(minutes=15)
BEGUN = 10  # per cent, shown as soon as the worker has it
WAITING, RUNNING, DONE, FAILED = "queued", "running", "done", "failed"


def ask_preparation(work: Work, case_id: UUID, wanted: Mapping[str, Any]) -> Job:
    """Ask the worker for the draft of a dossier; leave is asked again when it runs."""
    case = work.case(case_id, Permission.DOSSIER_PREPARE)
    job = _job(work, "prepare_dossier", case, {"case": str(case_id), **wanted})
    work.record(EventKind.JOB_ASKED, job, what=job.kind)
    return job


def ask_issue(work: Work, case_id: UUID, dossier_id: UUID) -> Job:
    """Ask the worker to print an approved dossier; leave is asked again when it runs."""
    case = work.case(case_id, Permission.DOSSIER_ISSUE)
    work.within(Dossier, dossier_id, case)
    job = _job(work, "issue_dossier", case, {"case": str(case_id), "dossier": str(dossier_id)})
    work.record(EventKind.JOB_ASKED, job, what=job.kind)
    return job


def ask_plan(work: Work, file_id: UUID, wanted: Mapping[str, str]) -> Job:
    """Ask the worker for the draft of a personal plan; leave is asked again when it runs."""
    file = work.support_file(file_id, Permission.SUPPORT_DOSSIER)
    job = _job(work, "prepare_plan", file, {"file": str(file_id), **wanted})
    work.record(EventKind.JOB_ASKED, job, what=job.kind)
    return job


def ask_plan_issue(work: Work, file_id: UUID, dossier_id: UUID) -> Job:
    """Ask the worker to print an approved plan; leave is asked again when it runs."""
    file = work.support_file(file_id, Permission.SUPPORT_DOSSIER)
    work.insist_strong("dossier.issue")
    work.within(SupportDossier, dossier_id, file)
    job = _job(work, "issue_plan", file, {"file": str(file_id), "dossier": str(dossier_id)})
    work.record(EventKind.JOB_ASKED, job, what=job.kind)
    return job


def read_job(work: Work, job_id: UUID) -> Job:
    """One's own job and how far it is."""
    job = _own(work, job_id)
    work.record(EventKind.JOB_READ, job)
    return job


def begin_job(work: Work, job_id: UUID) -> Job | None:
    """Take up a job that waits; None when it was taken up before, so that it is done once."""
    job = _own(work, job_id)
    taken = job.state == WAITING
    if taken:
        job.state, job.percent, job.message = RUNNING, BEGUN, ""
    work.record(EventKind.JOB_READ, job, percent=job.percent)
    return job if taken else None


def advance_job(work: Work, job_id: UUID, done: int, of: int) -> Job:
    """How many steps of the work are done; for whoever looks how far it is."""
    job = _own(work, job_id)
    job.percent, job.result = _share(done, of), {"done": done, "of": of}
    work.record(EventKind.JOB_READ, job, percent=job.percent)
    return job


def _share(done: int, of: int) -> int:
    """The part of a job that is done, per cent; the last one is for keeping what came of it."""
    return BEGUN + (99 - BEGUN) * done // max(of, 1)


def finish_job(work: Work, job_id: UUID, result: Mapping[str, Any]) -> Job:
    """The job is done, with what came of it; what was asked is forgotten."""
    job = _own(work, job_id)
    job.state, job.percent, job.result = DONE, 100, dict(result)
    job.message, job.arguments, job.finished_at = "", {}, work.now
    work.record(EventKind.JOB_FINISHED, job, state=DONE)
    return job


def fail_job(work: Work, job_id: UUID, message: str, hint: str) -> Job:
    """The job was refused or broke off for good; the reason is for whoever asked."""
    job = _own(work, job_id)
    job.state, job.message = FAILED, message
    job.result, job.arguments, job.finished_at = {"hint": hint}, {}, work.now
    work.record(EventKind.JOB_FINISHED, job, state=FAILED)
    return job


def _insist_room(work: Work, kind: str, about: Case | SupportFile) -> None:
    """One job of a kind for one file at a time, and a few for one person."""
    since = work.now - STUCK_AFTER
    waiting = select(Job).where(Job.state.in_((WAITING, RUNNING)), Job.asked_at > since)
    same = waiting.where(Job.kind == kind, Job.scope == name(about))
    own = list(work.session.scalars(waiting.where(Job.asked_by_id == work.actor.id)))
    if len(own) >= MOST_WAITING or work.session.scalar(same.limit(1)) is not None:
        raise NotAllowed(
            "The worker is busy with this already.",
            where={"guard": "one at a time"},
            hint="Wait until it is ready; then ask again.",
        )


def _job(work: Work, kind: str, about: Case | SupportFile, wanted: Mapping[str, Any]) -> Job:
    _insist_room(work, kind, about)
    job = Job(
        kind=kind,
        scope=name(about),
        arguments=dict(wanted),
        state=WAITING,
        asked_by_id=work.actor.id,
        asked_at=work.now,
        result={},
    )
    work.session.add(job)
    return job


def _own(work: Work, job_id: UUID) -> Job:
    job = work.session.get(Job, job_id)
    if job is None:
        raise NotFound("There is nothing here that you may see.")
    work.require(Permission.JOB_READ, job)
    return job
