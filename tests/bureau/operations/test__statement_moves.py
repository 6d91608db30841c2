"""A page of a statement says the same as all of it read at once."""

from datetime import date, timedelta
from random import Random

import pytest
from sqlalchemy import select

from bureau.graph.balances import Stated, balances
from bureau.model import Case, Payment, Statement
from bureau.operations import statements
from bureau.operations._statement_moves import Moves
from tests.bureau.operations import scene
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE
HEAD = "id,date,time,amount,currency,from_account,to_account\n"
FIRST = date(2024, 1, 1)


def _payments(chance, count=90):
    """Payments among five accounts on few days, some with a time, in two currencies."""
    for number in range(count):
        day = FIRST + timedelta(chance.randrange(12))
        time = chance.choice(("", "09:15", "14:00"))
        payer, payee = chance.sample("ABCDE", 2)
        coin = chance.choice(("EUR", "EUR", "USD"))
        yield f"t{number},{day},{time},{chance.randrange(1, 90)}.25,{coin},{payer},{payee}\n"


@pytest.fixture(params=range(4))
def held(request, work_of, actors, case_id, source_id):
    """The accounts A and B, with statements of the bank that do not always fit."""
    chance = Random(request.param)  # noqa: S311 - nothing secret
    with work_of(actors.officer) as work:
        scene.take_payments(work, case_id, HEAD + "".join(_payments(chance)))
        ours = [scene.account(work, case_id, label) for label in "AB"]
        for number in range(6):
            opens = FIRST + timedelta(chance.randrange(10))
            work.session.add(
                Statement(
                    case_id=case_id,
                    account_id=chance.choice(ours),
                    learnt_from_id=source_id,
                    key=f"s{number}",
                    number=str(number),
                    currency=chance.choice(("EUR", "USD")),
                    opening_minor=chance.choice((None, chance.randrange(100_000))),
                    closing_minor=chance.choice((None, chance.randrange(100_000))),
                    opens_on=opens,
                    closes_on=chance.choice((None, opens + timedelta(2))),
                )
            )
        work.record("case.read", work.session.get_one(Case, case_id), part="test")
        return ours


def _plainly(session, case_id, ours):
    """Every move of the accounts with its balance, all payments read at once."""
    moves = []
    for row in session.scalars(select(Payment).where(Payment.case_id == case_id)):
        place = (row.paid_on, row.second_of_day or 0, row.external_id, str(row.id))
        for account, other, sign in ((row.from_id, row.to_id, -1), (row.to_id, row.from_id, 1)):
            if account in ours:
                minor = sign * row.amount_minor
                told = (row.id, account, other, row.paid_on, minor, row.currency)
                moves.append(((*place, sign), told))
    moves = [told for _, told in sorted(moves)]
    after = {}
    for key in {(told[1], told[5]) for told in moves}:
        own = [told for told in moves if (told[1], told[5]) == key]
        rows = session.scalars(
            select(Statement).where(Statement.account_id == key[0], Statement.currency == key[1])
        )
        stated = [
            Stated(row.opens_on, row.closes_on, row.opening_minor, row.closing_minor)
            for row in rows
        ]
        reckoned = balances([(told[3], told[4]) for told in own], stated)
        after.update(zip(((told[0], told[1]) for told in own), reckoned, strict=True))
    return [(told, after[told[0], told[1]]) for told in moves]


def _paged(moves, size):
    for first in range(0, moves.count(), size):
        shown = moves.part(first, size)
        assert len(shown) <= size
        for move, balance in zip(shown, moves.balances(first, shown), strict=True):
            told = (move.payment_id, move.account_id, move.other_id)
            yield (*told, move.on, move.minor, move.currency), balance


@pytest.mark.parametrize("size", [1, 7, 1000])
def test_page_by_page_each_payment_has_the_balance_that_all_at_once_give(
    work_of, actors, case_id, held, size
):
    with work_of(actors.second) as work:
        case = work.session.get_one(Case, case_id)
        for ours in (held[:1], held):
            plain = _plainly(work.session, case_id, ours)
            assert len(plain) > 20
            assert list(_paged(Moves(work, case, ours), size)) == plain


def test_payments_are_found_again_under_their_number(work_of, actors, case_id, held):
    with work_of(actors.second) as work:
        moves = Moves(work, work.session.get_one(Case, case_id), held)
        plain = [str(told[0]) for told, _ in _plainly(work.session, case_id, held)]
        wanted = {plain[0], plain[11], plain[-1], "0a31f10b-0000-4000-8000-000000000000"}
        assert moves.among(wanted) == wanted & set(plain)
        assert moves.places(wanted) == [n for n, name in enumerate(plain) if name in wanted]


def test_the_pages_of_a_statement_together_are_all_of_it(
    work_of, actors, case_id, held, monkeypatch
):
    with work_of(actors.second) as work:
        monkeypatch.setattr(statements, "PAGE", 1000)
        whole = statements.read_statement(work, case_id, held[0])
        monkeypatch.setattr(statements, "PAGE", 10)
        first = statements.read_statement(work, case_id, held[0], page=1)
        pages = [
            statements.read_statement(work, case_id, held[0], page=number + 1)
            for number in range(first.pages)
        ]
    assert [row for sheet in pages for row in sheet.rows] == list(whole.rows)
    assert {sheet.total for sheet in pages} == {len(whole.rows)}
    assert [sheet.page for sheet in pages] == list(range(1, -(-whole.total // 10) + 1))
