"""What is told about money: one's own payments and figures, nobody else's number."""

from datetime import date
from uuid import uuid4

from sqlalchemy import insert

from bureau.model import Case, Company, Payment
from bureau.operations import _person_file, _person_money, figures, parties, ties
from bureau.operations.sources import Learnt
from bureau.rules.vocabulary import TieKind
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE
MINE, OTHERS = "NL02ABNA0123456789", "NL91ABNA0417164300"


def read(road):
    with road.by("officer", "03-14") as work:
        case = work.session.get_one(Case, road.id)
        file = _person_file.read(work, case, work.session.get_one(Company, road.applicant))
        found = [part(file) for part in (_person_money.payments, _person_money.figures)]
        work.release()
    return *found, file.held


def test_payments_of_ones_own_account_name_no_number_of_another(road, sessions):
    learnt = Learnt(road.source)
    with road.by("officer") as work:
        made = [parties.record_account(work, road.id, learnt, number=each).id
                for each in (MINE, OTHERS)]  # fmt: skip
        ties.record_tie(
            work, road.id, TieKind.HOLDS_ACCOUNT, road.applicant, made[0], learnt=learnt
        )
    with sessions.begin() as store:
        row = {"id": uuid4(), "version": 1, "case_id": road.id, "key": "1", "from_id": made[0]}
        row |= {"to_id": made[1], "paid_on": date(2026, 1, 5), "amount_minor": 1250}
        row |= {"currency": "EUR", "learnt_from_id": road.source}
        row |= {"reference": f"rent to {OTHERS}", "kind": "", "external_id": ""}
        row |= {"place_in_source": "", "extra": ""}
        store.execute(insert(Payment).values(**row))
    [told], _, _ = read(road)
    assert (told["account"], told["direction"]) == (MINE, "paid_out")
    assert told["other"] == "[…]"
    assert OTHERS not in told["reference"]


def test_a_figure_is_told_and_one_about_a_need_for_help_is_not(road):
    with road.by("officer") as work:
        figures.record_figure(work, road.id, "turnover", "120000", Learnt(road.source))
        figures.record_figure(work, road.id, "labour_signal", "yes", Learnt(road.source))
    _, told, held = read(road)
    assert [row["figure"] for row in told] == ["turnover"]
    assert held["protected"] == 1
