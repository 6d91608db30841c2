"""Long work starts waiting, with nothing done."""

from bureau.model import Job
from bureau.operations import jobs
from tests.bureau.operations.place import open_case


def test_a_job_waits_until_a_worker_takes_it(work_of, actors):
    with work_of(actors.officer) as work:
        case_id = open_case(work)
        job = jobs.ask_preparation(work, case_id, {"track": "criminal"})
        assert (job.state, job.percent, job.result, job.finished_at) == ("queued", 0, {}, None)
        assert job.scope == f"case:{case_id}"
        assert job.asked_by.login == "officer"


def test_a_job_refers_to_whoever_asked_and_to_no_file_directly():
    assert {key.column.table.name for key in Job.__table__.foreign_keys} == {"user"}
