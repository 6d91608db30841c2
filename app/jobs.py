"""Long work in the worker, each job in the name of whoever asked for it and authorised anew."""

import logging
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session, sessionmaker

from app.clock import moment
from app.queue import queue_of, run_with, task
from bureau import acting, keys
from bureau.errors import BureauError
from bureau.operations import jobs
from bureau.rules import tables
from bureau.rules.vocabulary import Language, Track
from bureau.store import open_store
from bureau.trust import head
from bureau.work import Work, begin
from config import Config
from reports import desk, stamping
from reports.assembly.order import selection
from reports.long_paper import Progress

Unit = Callable[[], AbstractContextManager[Work]]
STEP = 4  # per cent between two notes of how far it is
PURPOSE = "long work asked for on a page"
_LOG = logging.getLogger("bureau")


def _prepare(unit: Unit, wanted: Mapping[str, Any], progress: Progress) -> desk.Made:
    return desk.prepare(
        unit,
        UUID(wanted["case"]),
        Track(wanted["track"]),
        wanted["recipient"],
        wanted["basis"],
        Language(wanted["language"]),
        selection(wanted.get("selection", {})),
        sent="selection" not in wanted,
        progress=progress,
    )


def _issue(unit: Unit, wanted: Mapping[str, Any], progress: Progress) -> desk.Made:
    return desk.issue_approved(unit, UUID(wanted["case"]), UUID(wanted["dossier"]), progress)


def _prepare_plan(unit: Unit, wanted: Mapping[str, Any], progress: Progress) -> desk.Made:
    language = Language(wanted["language"])
    asked = UUID(wanted["file"]), wanted["recipient"], wanted["basis"], language
    return desk.prepare_plan(unit, *asked, progress=progress)


def _issue_plan(unit: Unit, wanted: Mapping[str, Any], progress: Progress) -> desk.Made:
    return desk.issue_plan(unit, UUID(wanted["file"]), UUID(wanted["dossier"]), progress)


KINDS: Mapping[str, Callable[[Unit, Mapping[str, Any], Progress], desk.Made]] = {
    "prepare_dossier": _prepare,
    "issue_dossier": _issue,
    "prepare_plan": _prepare_plan,
    "issue_plan": _issue_plan,
}


def run(settings: Config, job_id: UUID) -> None:
    """Do one job; a refusal is told to whoever asked, anything else is logged without content."""
    store = open_store(settings.database_url)
    try:
        _do(sessionmaker(store), settings, job_id)
    finally:
        store.dispose()  # a worker lives long: no job leaves a connection behind


def _do(factory: sessionmaker[Session], settings: Config, job_id: UUID) -> None:
    asker = acting.asker_of(factory, job_id)
    if asker is None:
        return

    def now() -> datetime:
        return moment(settings)

    def unit() -> AbstractContextManager[Work]:
        # Looked up anew for each piece: a disabled account or a lost role stops the rest.
        return begin(factory, acting.actor_now(factory, asker, now()), now(), purpose=PURPOSE)

    with unit() as work:
        job = jobs.begin_job(work, job_id)
        if job is None:
            return
        kind, wanted = job.kind, dict(job.arguments)
    try:
        made = KINDS[kind](unit, wanted, _telling(unit, job_id))
    except BureauError as refusal:
        with unit() as work:
            jobs.fail_job(work, job_id, str(refusal), refusal.hint)
        return
    except Exception as slip:
        _LOG.error("job %s broke off: %s", job_id, type(slip).__name__)
        with unit() as work:
            jobs.fail_job(work, job_id, "The worker broke off.", "Tell the administrator.")
        return
    with unit() as work:
        jobs.finish_job(work, job_id, {"dossier": str(made.id), "pages": made.pages})


def _telling(unit: Unit, job_id: UUID) -> Progress:
    """Keep on the job how far the print is, not more often than anybody would see."""
    shown = 0

    def tell(done: int, of: int) -> None:
        nonlocal shown
        if 100 * done >= (shown + STEP) * of:
            shown = 100 * done // of
            with unit() as work:
                jobs.advance_job(work, job_id, done, of)

    return tell


def run_worker(settings: Config, *, once: bool = False) -> None:
    """Work through the queue until stopped, or until it is empty.

    Raises OutOfOrder where the database is older than what was seen of its trail.
    """
    tables.use(settings.jurisdiction)
    keys.hold(keys.KeyRing.load(settings.home / "keys"))
    stamping.stamp_with(settings.timestamp_url)
    _insist_newest(settings)
    queue = queue_of(settings.queue_url)
    task(queue)
    run_with(lambda job_id: run(settings, UUID(job_id)))
    if not once:
        queue.create_consumer(workers=1, periodic=False, check_worker_health=True).run()
        return
    while waiting := queue.dequeue():
        queue.execute(waiting)


def _insist_newest(settings: Config) -> None:
    store = open_store(settings.database_url)
    try:
        head.insist(sessionmaker(store), settings.home / "trail")
    finally:
        store.dispose()
