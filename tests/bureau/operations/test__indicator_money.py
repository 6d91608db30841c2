"""What loans and payments establish: repayments, cash, and who really paid out."""

from datetime import date

from bureau.model import Account, Case, Loan, Payment, Person, Tie
from bureau.operations._indicator_money import from_money
from bureau.rules.dates import PartialDate
from bureau.rules.events import EventKind
from bureau.rules.indicator_facts import LenderKind
from bureau.rules.vocabulary import TieKind


def account(work, road, number, holder=None):
    row = Account(
        case_id=road.id,
        label=number,
        key=number,
        number=number,
        holder_name=f"holder of {number}",
        learnt_from_id=road.source,
    )
    work.session.add(row)
    work.session.flush()
    if holder:
        work.session.add(
            Tie(
                case_id=road.id,
                kind=TieKind.HOLDS_ACCOUNT,
                from_id=holder,
                to_id=row.id,
                key=number,
                learnt_from_id=road.source,
            )
        )
    return row.id


def pay(work, road, giver, taker, amount, day, kind=""):
    work.session.add(
        Payment(
            case_id=road.id,
            key=f"{giver}{taker}{amount}{day}",
            from_id=giver,
            to_id=taker,
            paid_on=date.fromisoformat(day),
            amount_minor=amount,
            currency="EUR",
            kind=kind,
            learnt_from_id=road.source,
        )
    )


def facts(road, pay_out_from_lender):
    with road.by("officer") as work:
        lender = Person(case_id=road.id, label="L. Lener", key="l", learnt_from_id=road.source)
        work.session.add(lender)
        work.session.flush()
        own = account(work, road, "NL-A", road.applicant)
        lenders = account(work, road, "NL-B", lender.id)
        unknown = account(work, road, "NL-C")
        work.session.add(
            Loan(
                case_id=road.id,
                lender_id=lender.id,
                borrower_id=road.applicant,
                principal_minor=10_000_00,
                currency="EUR",
                paid_out_on=PartialDate(2026, 1, 15),
                learnt_from_id=road.source,
            )
        )
        pay(work, road, lenders if pay_out_from_lender else unknown, own, 10_000_00, "2026-01-16")
        pay(work, road, own, lenders, 500_00, "2026-02-01")
        pay(work, road, own, lenders, 250_00, "2026-03-01")
        pay(work, road, unknown, own, 3_000_00, "2026-02-02", "cash")
        work.record(EventKind.DEAL_RECORDED, lender)
        return from_money(work.session, work.session.get_one(Case, road.id))


def test_repayments_are_added_up_over_the_accounts_that_each_holds(road):
    [loan] = facts(road, True)["loans"]
    assert (loan.kind, loan.repaid, loan.has_contract) == (LenderKind.PERSON, 750_00, False)


def test_the_payer_of_a_pay_out_is_compared_with_the_lender(road):
    by_lender = [each for each in facts(road, True)["payments"] if each.expected_payers]
    assert [each.payer for each in by_lender] == ["L. Lener"]


def test_a_pay_out_by_somebody_else_shows(road):
    found = facts(road, False)["payments"]
    [payout] = [each for each in found if each.expected_payers]
    assert payout.payer == "holder of NL-C"
    assert payout.payer not in payout.expected_payers
    assert [each.amount for each in found if each.in_cash] == [3_000_00]


def test_without_payments_nothing_is_known_of_them(road):
    with road.by("officer") as work:
        found = from_money(work.session, work.session.get_one(Case, road.id))
    assert found == {"loans": (), "payments": None}
