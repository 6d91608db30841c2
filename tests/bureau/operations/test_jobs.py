"""Long work: asked for by who may, read by whoever asked, told how it ended."""

from uuid import uuid4

import pytest

from bureau.errors import AccessDenied, NotFound
from bureau.model import Dossier, Job
from bureau.operations import jobs, supports
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import CaseKind, Language, Track
from tests.bureau.operations.place import open_case

WANTED = {"track": "criminal", "recipient": "mr. A. Voorbeeld", "basis": "x", "language": "nl"}


@pytest.fixture
def case_id(work_of, actors):
    with work_of(actors.officer) as work:
        return open_case(work, actors.second, actors.mayor)


@pytest.fixture
def job_id(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        return jobs.ask_preparation(work, case_id, WANTED).id


@pytest.fixture
def dossier_id(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        row = Dossier(
            case_id=case_id,
            track=Track.CRIMINAL,
            number=1,
            language=Language.NL,
            recipient="mr. A. Voorbeeld",
            basis="x",
            state="approved",
            content_sha256="c" * 64,
            pdf_sha256="d" * 64,
            pages=1,
            asked_by_id=work.actor.id,
            asked_at=work.now,
            pdf=b"%PDF",
            picture=b"PNG",
        )
        work.session.add(row)
        work.record(EventKind.DOSSIER_PREPARED, row)
        return row.id


def test_a_job_waits_with_what_was_asked(work_of, actors, case_id, job_id):
    with work_of(actors.officer) as work:
        job = jobs.read_job(work, job_id)
        assert (job.kind, job.state, job.percent) == ("prepare_dossier", jobs.WAITING, 0)
        assert job.arguments == {"case": str(case_id), **WANTED}


@pytest.mark.parametrize("login", ["second", "mayor", "coordinator", "police", "outsider", "care"])
def test_a_dossier_is_asked_for_by_the_officer_of_the_case(work_of, actors, case_id, login):
    with pytest.raises(AccessDenied), work_of(getattr(actors, login)) as work:
        jobs.ask_preparation(work, case_id, WANTED)
    with pytest.raises(AccessDenied), work_of(getattr(actors, login)) as work:
        jobs.ask_issue(work, case_id, uuid4())


def test_printing_is_asked_for_a_dossier_of_this_case(work_of, actors, case_id, dossier_id):
    with work_of(actors.officer) as work:
        job = jobs.ask_issue(work, case_id, dossier_id)
        assert job.arguments == {"case": str(case_id), "dossier": str(dossier_id)}
    for foreign in (uuid4(), case_id):
        with pytest.raises(NotFound), work_of(actors.officer) as work:
            jobs.ask_issue(work, case_id, foreign)


def test_a_dossier_of_another_case_is_not_printed(work_of, actors, dossier_id):
    with work_of(actors.officer) as work:
        other = open_case(work, title="Een andere zaak", reference="SCR-2")
    with pytest.raises(NotFound), work_of(actors.officer) as work:
        jobs.ask_issue(work, other, dossier_id)


def test_a_partnership_case_gives_no_dossier(work_of, actors):
    with work_of(actors.coordinator) as work:
        case_id = open_case(work, actors.officer, kind=CaseKind.PARTNERSHIP, reference="PAR-1")
    with pytest.raises(AccessDenied), work_of(actors.officer) as work:
        jobs.ask_preparation(work, case_id, WANTED)


def test_a_plan_is_asked_for_by_its_helpers(work_of, actors):
    with work_of(actors.care) as work:
        file = supports.open_file(work, "Meerkoet", "", "")
        work.session.flush()
        file_id = file.id
    with work_of(actors.care) as work:
        assert jobs.ask_plan(work, file_id, {"recipient": "opvang"}).kind == "prepare_plan"
    with pytest.raises(NotFound), work_of(actors.care) as work:
        jobs.ask_plan_issue(work, file_id, uuid4())
    with pytest.raises(AccessDenied), work_of(actors.officer) as work:
        jobs.ask_plan(work, file_id, {})


@pytest.mark.parametrize(
    "login", ["second", "mayor", "coordinator", "auditor", "admin", "outsider"]
)
def test_only_whoever_asked_sees_a_job(work_of, actors, job_id, login):
    for act in (jobs.read_job, jobs.begin_job):
        with pytest.raises(AccessDenied), work_of(getattr(actors, login)) as work:
            act(work, job_id)


def test_a_job_that_is_not_there_is_not_found(work_of, actors):
    with pytest.raises(NotFound), work_of(actors.officer) as work:
        jobs.read_job(work, uuid4())


def test_a_job_tells_how_far_it_is_and_how_it_ended(work_of, actors, job_id, sessions, trail):
    with work_of(actors.officer) as work:
        assert jobs.begin_job(work, job_id).state == jobs.RUNNING
        assert jobs.begin_job(work, job_id) is None
        jobs.finish_job(work, job_id, {"dossier": "d", "pages": 3})
    with sessions() as session:
        job = session.get_one(Job, job_id)
        assert (job.state, job.percent, job.message) == (jobs.DONE, 100, "")
        assert (job.result, job.finished_at is not None) == ({"dossier": "d", "pages": 3}, True)
        assert job.arguments == {}
    assert [event.kind for event in trail()][-1] == "job.finished"
    assert trail()[-1].facts == {"state": "done"}


def test_a_refusal_is_kept_with_its_remedy(work_of, actors, job_id):
    with work_of(actors.officer) as work:
        job = jobs.fail_job(work, job_id, "Two leads are open.", "Judge them first.")
        assert (job.state, job.message) == (jobs.FAILED, "Two leads are open.")
        assert job.result == {"hint": "Judge them first."}
        assert job.arguments == {}
