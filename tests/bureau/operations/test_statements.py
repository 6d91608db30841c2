"""Statements: the balance as far as the bank gives it, a lead marked, nobody protected named."""

from datetime import date

import pytest

from bureau.errors import NotFound
from bureau.model import Statement
from bureau.operations import leads, networks, statements
from tests.bureau.operations import scene
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


@pytest.fixture
def account(work_of, actors, case_id, source_id):
    """Account A, with a statement of the bank that opens on its second payment."""
    with work_of(actors.officer) as work:
        scene.take_payments(work, case_id)
        found = scene.account(work, case_id, "A")
        work.session.add(
            Statement(
                case_id=case_id,
                account_id=found,
                learnt_from_id=source_id,
                key="s",
                number="1",
                currency="EUR",
                opening_minor=100000,
                closing_minor=None,
                opens_on=date(2024, 5, 4),
                closes_on=date(2024, 5, 6),
            )
        )
        networks.detect(work, case_id, "test", ["UB-03"])
        return found


def test_each_payment_stands_with_its_balance_and_the_lead_is_marked(
    work_of, actors, case_id, account
):
    with work_of(actors.second) as work:
        [lead] = leads.list_leads(work, case_id)
        sheet = statements.read_statement(work, case_id, account, lead_id=lead.id)
    assert [(row.amount.text(), row.other) for row in sheet.rows] == [
        ("-10000.00", "B"),
        ("9800.00", "C"),
        ("12.50", "D"),
        ("12.50", "D"),
    ]
    assert [(row.balance.minor, row.balance.standing) for row in sheet.rows] == [
        (None, "unknown"),
        (1080000, "bank"),
        (1081250, "bank"),
        (1082500, "reckoned"),
    ]
    assert [row.matched for row in sheet.rows] == [True, True, False, False]
    assert ([(line.number, count) for line, count in sheet.leads], sheet.lead_pages) == (
        [(1, 2)],
        (1,),
    )


def test_a_party_has_the_statement_of_all_its_accounts(work_of, actors, case_id, account, learnt):
    with work_of(actors.officer) as work:
        who = scene.hold(work, case_id, learnt, "A", family_name="Houder")
    with work_of(actors.second) as work:
        sheet = statements.read_statement(work, case_id, who)
    assert (sheet.total, [row.account for row in sheet.rows]) == (4, ["A"] * 4)


def test_what_is_protected_has_no_statement_and_no_name(work_of, actors, case_id, account, learnt):
    with work_of(actors.officer) as work:
        who = scene.hold(work, case_id, learnt, "C", family_name="Beschermd", protected=True)
        hidden = scene.account(work, case_id, "C")
    for party in (who, hidden):
        with pytest.raises(NotFound), work_of(actors.second) as work:
            statements.read_statement(work, case_id, party)
    with work_of(actors.second) as work:
        sheet = statements.read_statement(work, case_id, account)
    assert [row.other for row in sheet.rows] == ["B", "", "D", "D"]
    assert sheet.leads == ()
