"""Payments read as columns are the payments that are stored, on both databases."""

from datetime import date

import pytest
from sqlalchemy import select

from bureau.model import Account, Payment
from bureau.operations import _payment_columns
from bureau.operations._network_rows import parties
from bureau.operations._payment_columns import payment_columns
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Credibility


@pytest.fixture
def filled(work_of, actors, case_id, source_id):
    """A case with five payments whose keys, times and currencies differ."""
    with work_of(actors.officer) as work:
        mine = {"case_id": case_id, "learnt_from_id": source_id}
        accounts = [
            Account(key=f"account:{n}", number=n, label=n, credibility=Credibility.PROBABLE, **mine)
            for n in "12"
        ]
        work.session.add_all(accounts)
        work.session.flush()
        for number, key in enumerate(("list:0a", "list:0b", "bank:ff", "recorded:é", "z")):
            work.session.add(
                Payment(
                    key=key,
                    from_id=accounts[number % 2].id,
                    to_id=accounts[1 - number % 2].id,
                    paid_on=date(2024, 2, 29 - number // 2),
                    second_of_day=None if number % 3 else 60 * number,
                    amount_minor=10**number,
                    currency="USD" if number == 4 else "EUR",
                    **mine,
                )
            )
        work.record(EventKind.NETWORK_READ, work.case(case_id, Permission.NETWORK_DETECT))
    return case_id


@pytest.mark.parametrize("at_once", [2, 50_000])
@pytest.mark.parametrize("large", [0, 8])
def test_columns_hold_every_payment_of_the_case_as_it_is_stored(
    work_of, actors, filled, monkeypatch, at_once, large
):
    monkeypatch.setattr(_payment_columns, "_AT_ONCE", at_once)
    monkeypatch.setattr(_payment_columns, "_LARGE", large)
    with work_of(actors.officer) as work:
        case = work.case(filled, Permission.NETWORK_DETECT)
        names = parties(work, case, by_key=True).names
        found = payment_columns(work, case, names)
        stored = work.session.scalars(select(Payment)).all()
        wanted = {
            (p.key, names[p.from_id], names[p.to_id], p.paid_on, p.second_of_day, p.amount_minor)
            for p in stored
        }
        work.record(EventKind.NETWORK_READ, case)
    assert {(p.id, p.source, p.target, p.on, p.seconds, p.amount_minor) for p in found} == wanted
    assert {p.id: p.currency for p in found}["z"] == "USD"
    assert [p.on for p in found] == sorted(p.on for p in found)


def test_a_case_without_payments_has_empty_columns(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        case = work.case(case_id, Permission.NETWORK_DETECT)
        found = payment_columns(work, case, parties(work, case, by_key=True).names)
        work.record(EventKind.NETWORK_READ, case)
    assert len(found) == 0
