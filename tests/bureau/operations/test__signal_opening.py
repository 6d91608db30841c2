"""The case that comes of a signal: who is in it, and from which source it begins."""

from bureau.operations import sources
from bureau.operations.case_files import read_case
from tests.bureau.operations.reporting import Report, add_second
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_the_reporter_and_the_testers_of_involved_bodies_take_part(work_of, actors, sessions):
    report = Report(work_of, actors, add_second(sessions)).to_tested()
    case_id = report.invite("customs").declare("customs").answer().accept(("police", "tax"))
    with report.by("coordinator") as work:
        people = {row.login for row in read_case(work, case_id).members}
        (source,) = sources.list_sources(work, case_id)
    assert people == {"coordinator", "police", "tax"}
    assert (source.kind, source.basis, source.owner) == (
        "tip",
        "Politiewet 3",
        "Politie, district Monde",
    )
