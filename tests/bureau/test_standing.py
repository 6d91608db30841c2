"""What a case still admits, said the same way of one record and in lists."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bureau import standing
from bureau.errors import NotAllowed
from bureau.model import AgendaItem, Case, LegalHold, Partnership, Signal
from bureau.operations import cases
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.regimes import MUNICIPAL
from bureau.rules.vocabulary import CaseKind
from bureau.standing import Standing
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import EARLY, Table

pytestmark = ON_SQLITE
LAST = datetime(2031, 3, 2, 10, tzinfo=UTC)
OVER = LAST + timedelta(days=1)


@pytest.fixture
def table(work_of, actors):
    return Table(work_of, actors, **EARLY)


def stands(table, now):
    with table.work_of(table.actors.coordinator, now) as work:
        case = work.session.get_one(Case, table.case)
        found = standing.standing(work.session, case, work.today)
        listed = {
            permission: bool(work.session.scalars(work.visible(permission, Case)).unique().all())
            for permission in (
                Permission.CASE_READ,
                Permission.CASE_EDIT,
                Permission.RETENTION_PLAN,
            )
        }
        for permission, there in listed.items():
            assert work.may(permission, case) is there
        items = work.session.scalars(select(AgendaItem.id)).all()
        seen = work.session.scalars(work.visible(Permission.ITEM_READ, AgendaItem)).unique().all()
        assert bool(seen) is (found is not Standing.OVER and bool(items))
        return found, tuple(listed.values())


def test_the_last_day_is_still_a_day_of_work_and_the_next_is_none(table):
    assert stands(table, LAST) == (Standing.OPEN, (True, True, True))
    assert stands(table, OVER) == (Standing.OVER, (False, False, True))


def test_the_clock_counts_from_the_first_processing_and_not_from_the_file(table):
    with table.by("coordinator") as work:
        row = Partnership(
            case_id=table.case, first_processing_at=work.now - timedelta(days=400), activity="b"
        )
        work.session.add(row)
        work.record(EventKind.CASE_CHANGED, row)
    assert stands(table, LAST - timedelta(days=400))[0] is Standing.OPEN
    assert stands(table, OVER - timedelta(days=399))[0] is Standing.OVER


def test_a_hold_lets_it_be_read_and_no_more(table):
    with table.by("coordinator") as work:
        who = work.actor.id
        row = LegalHold(
            case_id=table.case, ground="claim", reason="claim", from_on=work.today, by_id=who
        )
        work.session.add(row)
        work.record(EventKind.HOLD_SET, row)
    assert stands(table, LAST) == (Standing.OPEN, (True, True, True))
    assert stands(table, OVER) == (Standing.CLOSED, (True, False, True))


def test_a_municipal_case_follows_its_own_row(table):
    with table.by("coordinator") as work:
        case = work.session.get_one(Case, table.case)
        case.regime = MUNICIPAL
        work.record(EventKind.CASE_CHANGED, case)
    assert stands(table, LAST)[0] is Standing.OPEN
    assert stands(table, OVER)[0] is Standing.OVER


def test_a_screening_has_no_such_end(work_of, actors):
    with work_of(actors.officer) as work:
        cases.open_case(work, CaseKind.SCREENING, "Kade", signal=True, scope="SC01")
    with work_of(actors.officer, OVER) as work:
        (case,) = work.session.scalars(work.visible(Permission.CASE_EDIT, Case)).unique()
        assert standing.standing(work.session, case, work.today) is Standing.OPEN
        assert work.may(Permission.CASE_EDIT, case)


def test_a_signal_is_read_no_longer_than_the_case_that_came_of_it(table):
    with table.work_of(table.actors.coordinator, OVER) as work:
        signal = Signal(opened_id=table.case)
        with pytest.raises(NotAllowed) as refused:
            standing.insist(work.session, Permission.SIGNAL_READ, signal, work.today)
        assert refused.value.where["guard"] == "joint_term"
        assert standing.admits(work.session, Permission.SIGNAL_READ, Signal(), work.today)
