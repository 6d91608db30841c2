"""By what right somebody decides a case."""

from datetime import date

import pytest
from sqlalchemy import update

from bureau.errors import NotAllowed
from bureau.model import Case, Mandate, Screening
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


def named(sessions, road, authority):
    with sessions.begin() as store:
        store.execute(
            update(Screening).where(Screening.case_id == road.id).values(authority=authority)
        )


def insist(road, decided_on, today="04-01"):
    with road.by("mayor", today) as work:
        try:
            case = work.session.get_one(Case, road.id)
            return _mandate.insist(work, case, at(decided_on).date()).organ
        finally:
            work.session.rollback()


@pytest.mark.parametrize("authority", ["wethouder", "waterschap", "minister", "iemand"])
def test_what_another_body_decides_is_nobodys_right_here(road, sessions, authority):
    named(sessions, road, authority)
    with pytest.raises(NotAllowed, match=authority):
        insist(road, "04-01")


def test_without_a_text_the_scope_says_who_decides(road, sessions, work_of, actors):
    college = Road(work_of, actors, scope="SC09")
    for each, organ in ((road, "mayor"), (college, "college")):
        named(sessions, each, "")
        assert insist(each, "04-01") == organ
    named(sessions, road, "college van burgemeester en wethouders")
    assert insist(road, "04-01") == "college"


def test_a_mandate_that_has_ended_gives_no_right_to_date_a_decision_back(sessions, work_of, actors):
    college = Road(work_of, actors, scope="SC09")
    with sessions.begin() as store:
        store.execute(update(Mandate).values(until_on=date(2026, 3, 31)))
    assert insist(college, "03-30", today="03-31") == "college"
    with pytest.raises(NotAllowed):
        insist(college, "03-30", today="04-01")
