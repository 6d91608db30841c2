"""By what right somebody decides a case."""

from bureau.model import Case
from bureau.operations import _mandate
from tests.bureau.operations.road import ON_SQLITE, Road, at

pytestmark = ON_SQLITE


def test_the_columns_say_in_whose_name(work_of, actors, road):
    college = Road(work_of, actors, scope="SC09")
    for case, organ, by_mandate in ((road, "mayor", False), (college, "college", True)):
        with case.by("mayor", "04-01") as work:
            found = _mandate.insist(work, work.session.get_one(Case, case.id), at("04-01").date())
            told = _mandate.columns(found)
            assert (told["organ"], told["mandate_id"] is not None) == (organ, by_mandate)
            work.session.rollback()
