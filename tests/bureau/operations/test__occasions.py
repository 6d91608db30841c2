"""Which facts of a file give rise to a duty to tell."""

from datetime import date

from bureau.model import Case
from bureau.operations import _occasions, _rows
from bureau.rules.telling import tell_duties
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE
D = date.fromisoformat


def found(road, code, day):
    with road.by("officer", day) as work:
        rows = _rows.rows(work.session, work.session.get_one(Case, road.id))
        work.release()
        duty = tell_duties().row(code, work.today)
        return [
            (each.since.isoformat(), each.told is not None, each.lacks)
            for each in _occasions.occasions(rows, duty, work.today)
        ]


def test_every_duty_has_a_finder(engine):
    assert {row.arises for row in tell_duties()} == set(_occasions.FINDERS)


def test_the_receipt_and_the_form(road):
    assert found(road, "RECEIVED", "03-02") == [("2026-03-02", False, ())]
    road.to_form()
    assert found(road, "APPLIED", "03-04") == [("2026-03-03", True, ())]


def test_an_intention_lacks_what_was_not_enclosed(road):
    road.to_care().weigh().step("T31", "03-17")
    road.intend(notice=True)
    assert found(road, "INTENTION", "03-18") == [("2026-03-17", True, ())]
    assert found(road, "VIEW", "03-18") == [("2026-03-17", True, ())]
