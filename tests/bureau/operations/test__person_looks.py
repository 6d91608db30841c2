"""Who looked, told to the person concerned: by function, never by name."""

from bureau.model import Case, Company
from bureau.operations import _person_file, _person_looks, case_files
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_an_applicant_hears_the_functions_that_looked_by_day_and_no_name(road):
    with road.by("second", "03-05") as work:
        case_files.read_case(work, road.id)
        case_files.read_case(work, road.id)
    with road.by("officer", "03-06") as work:
        case = work.session.get_one(Case, road.id)
        file = _person_file.read(work, case, work.session.get_one(Company, road.applicant))
        told = _person_looks.looks(file)
        name = work.actor.name
        work.release()
    row = next(each for each in told if each["on"] == "2026-03-05")
    assert (row["function"], row["times"]) == ("reviewer", "2")
    assert name not in str(told)
