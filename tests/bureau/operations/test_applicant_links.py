"""Links for the applicant: one at a time, for a known person, by who may take a step."""

from datetime import date

import pytest

from bureau.errors import AccessDenied, Invalid, NotAllowed, NotFound
from bureau.operations import applicant_links
from bureau.rules.vocabulary import Language
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def issue(road, login="officer", **said):
    with road.by(login, "03-03") as work:
        return applicant_links.issue_link(work, road.id, **said)


def test_a_new_link_ends_the_one_before_and_lasts_until_the_form_is_due(road):
    road.to_form()
    issue(road)
    made = issue(road, language=Language.EN, with_code=False)
    assert (made.code, made.line.expires_on) == ("", date(2026, 3, 17))
    with road.by("second", "03-03") as work:
        lines = applicant_links.list_links(work, road.id)
    new, old = sorted(lines, key=lambda line: line.usable, reverse=True)
    assert (new.usable, new.language, new.applicant) == (True, "en", "De Ankerplaats B.V.")
    assert (old.usable, old.with_code) == (False, True)
    assert made.secret not in repr((new, old))


@pytest.mark.parametrize("login", ["second", "mayor", "outsider"])
def test_only_who_may_take_a_step_makes_one(road, login):
    with pytest.raises(AccessDenied):
        issue(road, login)


@pytest.mark.parametrize(
    "said", [{"expires_on": date(2026, 3, 1)}, {"expires_on": date(2027, 3, 3)}]
)
def test_a_day_that_cannot_be_is_refused(road, said):
    with pytest.raises(Invalid):
        issue(road, **said)


def test_without_a_person_concerned_there_is_nobody_to_give_it_to(road):
    from sqlalchemy import select

    from bureau.model import Screening
    from bureau.rules.events import EventKind

    with road.by("officer") as work:
        row = work.session.scalars(select(Screening).where(Screening.case_id == road.id)).one()
        row.applicant_id = None
        work.record(EventKind.CASE_CHANGED, row)
    with pytest.raises(NotAllowed):
        issue(road)


def test_a_link_of_another_case_does_not_exist_here(road):
    from uuid import uuid4

    with pytest.raises(NotFound), road.by("officer") as work:
        applicant_links.revoke_link(work, road.id, uuid4())
