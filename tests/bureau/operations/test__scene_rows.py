"""The evidence of a case: named by key, dated with care, nothing guessed."""

from datetime import date

import pytest

from bureau.operations import deals, parties
from bureau.operations._scene_rows import evidence_of, with_payments
from bureau.policy import Permission
from bureau.rules.events import EventKind
from tests.bureau.operations import scene


def evidence(work, case_id, **said):
    case = work.case(case_id, Permission.NETWORK_DETECT)
    work.record(EventKind.NETWORK_READ, case)
    return evidence_of(work, case, **said)


def test_payments_sales_and_permits_are_laid_before_a_pattern(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        scene.take_payments(work, case_id)
        one, _, loods = scene.sell(work, case_id, learnt)
        deals.record_works_permit(
            work,
            case_id,
            property_id=loods,
            granted_on=date(2024, 1, 1),
            works="dakkapel",
            learnt=learnt,
        )
        found = evidence(work, case_id)
        case = work.case(case_id, Permission.NETWORK_DETECT)
        named = with_payments(work, case, found, (one.id for one in found.values.payments))
    values = found.values
    assert (len(tuple(values.payments)), len(values.sales), len(values.permits)) == (5, 1, 1)
    assert found.ids[values.sales[0].seller] == one
    assert {named.called[str(named.ids[payment.id])] for payment in values.payments} == {
        *("t1", "t2", "t3", "t4", "t5")
    }
    assert found.called[str(one)] == str(one)


@pytest.mark.parametrize(
    ("paid_out", "contract", "on"),
    [
        ("2024-05-08", "2024-01-01", date(2024, 5, 8)),
        ("2024-05", "", date(2024, 5, 1)),
        ("", "2023", date(2023, 1, 1)),
        ("", "", None),
    ],
)
def test_a_loan_counts_from_the_first_day_it_can_be(
    work_of, actors, case_id, learnt, paid_out, contract, on
):
    with work_of(actors.officer) as work:
        one, two = (
            parties.record_person(work, case_id, learnt, family_name=name).id for name in "ab"
        )
        deals.record_loan(
            work,
            case_id,
            lender_id=one,
            borrower_id=two,
            principal="1",
            learnt=learnt,
            paid_out_on=paid_out,
            contract_on=contract,
        )
        loans = evidence(work, case_id).values.loans
    assert [loan.on for loan in loans] == ([on] if on else [])


def test_what_was_written_with_a_payment_and_the_ties_can_be_proof(
    work_of, actors, case_id, learnt
):
    text = (
        "id,date,amount,currency,from_account,to_account,reference\n"
        "t1,2024-05-01,10.00,EUR,A,B,collegegeld\n"
    )
    with work_of(actors.officer) as work:
        scene.take_payments(work, case_id, text)
        holder = scene.hold(work, case_id, learnt, "A", family_name="Zee")
        found = evidence(work, case_id, references=True)
        assert evidence(work, case_id).values.references == {}
    assert list(found.values.references.values()) == ["collegegeld"]
    assert set(found.values.references) == {payment.id for payment in found.values.payments}
    [edge] = found.values.edges
    assert f"tie:{found.ids[edge.id]}" == edge.id
    assert found.ids[edge.source] == holder
