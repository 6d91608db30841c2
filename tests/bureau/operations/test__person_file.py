"""The case as it is searched for one person."""

from bureau.model import Case, Company
from bureau.operations import _person_file
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_it_knows_who_applied(road):
    with road.by("officer") as work:
        other = road.add_company(work, "Geldgever B.V.")
    with road.by("officer") as work:
        case = work.session.get_one(Case, road.id)
        found = [
            _person_file.read(work, case, work.session.get_one(Company, each)).applicant
            for each in (road.applicant, other)
        ]
        work.release()
    assert found == [True, False]
