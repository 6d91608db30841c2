"""Requests between agencies: lawful ones only, answered with yes, no or later."""

from datetime import timedelta

import pytest

from bureau.errors import Invalid, NotAllowed, NotFound
from bureau.model import Case
from bureau.operations import safety_holds, sharing_registers, sharing_requests
from tests.bureau.operations.housed import housed  # noqa: F401
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.sharing_desk import Desk
from tests.conftest import NOW

pytestmark = ON_SQLITE


@pytest.fixture
def desk(work_of, actors):
    return Desk(work_of, actors)


def answer(desk, login, asked, *said, **more):
    with desk.by(login) as work:
        row = sharing_requests.reply(work, desk.case, *asked, *said, **more)
        return row.id, row.version


def test_yes_names_the_disclosure_that_answers(desk):
    asked = desk.ask("coordinator", "tax")
    with pytest.raises(Invalid):
        answer(desk, "tax", asked, "yes", "here", disclosure_number=1)
    desk.give("tax", "coordinator", category="TAX")
    answer(desk, "tax", asked, "yes", "here", disclosure_number=1)
    with desk.by("coordinator") as work:
        row = sharing_registers.read_request(work, desk.case, asked[0])
        assert (row.answer, row.disclosure, row.open, row.late) == ("yes", 1, False, False)


def test_no_needs_a_reason_that_counts(desk):
    asked = desk.ask("coordinator", "tax")
    with pytest.raises(Invalid):
        answer(desk, "tax", asked, "no", "we would rather not")
    asked = answer(desk, "tax", asked, "no", "an audit runs", reason_code="investigation")
    with pytest.raises(NotAllowed):
        answer(desk, "tax", asked, "no", "again", reason_code="investigation")


def test_later_moves_the_day_once(desk):
    asked = desk.ask("coordinator", "tax")
    with desk.by("tax") as work:
        today = work.today
    with pytest.raises(Invalid):
        answer(desk, "tax", asked, "later", "busy", later_on=today)
    asked = answer(desk, "tax", asked, "later", "busy", later_on=today + timedelta(days=30))
    with pytest.raises(NotAllowed):
        answer(desk, "tax", asked, "later", "busier", later_on=today + timedelta(days=60))


def test_what_could_not_be_given_cannot_be_asked(desk):
    for asker, asked, category in (("port", "police", "IDENTITY"), ("police", "tax", "JUSTICE")):
        with pytest.raises(NotAllowed):
            desk.ask(asker, asked, category)
    with pytest.raises(Invalid):
        desk.ask("coordinator", "mayor")  # the same organisation


def test_only_who_was_asked_answers(desk):
    asked = desk.ask("coordinator", "tax")
    with pytest.raises(NotFound):
        answer(desk, "police", asked, "no", "x", reason_code="not_held")


@pytest.mark.usefixtures("housed")
def test_no_question_about_persons_goes_out_of_what_is_held(desk):
    with desk.by("coordinator") as work:
        case = work.session.get_one(Case, desk.case)
        case.reference = "PAR-2026-ABC23"
        work.record("case.opened", case)
    with desk.by("care") as work:
        safety_holds.set_hold(work, "PAR-2026-ABC23", NOW.date() + timedelta(30), "mark")
    with pytest.raises(NotAllowed, match="hold until"):
        desk.ask("coordinator", "tax")
