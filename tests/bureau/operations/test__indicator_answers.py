"""What the form says about money, in cents."""

from datetime import date

from bureau.model import Case
from bureau.operations import _indicator_answers, _rows, questionnaires
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def facts(road, given, day="03-05"):
    with road.by("officer", day) as work:
        questionnaires.record_answers(work, road.id, given)
    with road.by("officer", day) as work:
        case = work.session.get_one(Case, road.id)
        return _indicator_answers.from_form(_rows.rows(work.session, case))


def test_amounts_become_cents_and_only_checked_origins_count(road):
    road.to_form()
    found = facts(
        road,
        {
            "Q02.01": "50000.00",
            "Q02.02": "20000.50",
            "Q02.03": [
                {"origin": "spaargeld", "amount": "5000.00", "evidence": "DC08"},
                {"origin": "gift", "amount": "15000.50", "evidence": ""},
            ],
            "Q07.01": False,
            "Q07.05": False,
        },
    )
    assert (found["total_investment"], found["own_funds"]) == (50_000_00, 20_000_50)
    assert (found["evidenced_origins"], found["stated_origins"]) == ((), (5_000_00,))
    with road.by("officer", "03-05") as work:
        questionnaires.check_requirement(work, road.id, "DC08", "accepted")
    with road.by("officer", "03-05") as work:
        kept = _rows.rows(work.session, work.session.get_one(Case, road.id))
        found = _indicator_answers.from_form(kept)
        work.release()
    assert (found["evidenced_origins"], found["stated_origins"]) == ((5_000_00,), ())
    assert (found["declared_debts"], found["properties_declared"]) == (0, 0)
    assert found["finance_question_on"] == date(2026, 3, 3)
    assert len(found["finance_versions"]) == 1


def test_a_paper_of_one_kind_does_not_bear_out_a_row_that_names_another(road):
    road.to_form()
    rows = [
        {"origin": "spaargeld", "amount": "5000.00", "evidence": "dc08, januari"},
        {"origin": "gift", "amount": "7000.00", "evidence": "DC09"},
        {"origin": "loon", "amount": "900.00", "evidence": "loonstrook"},
    ]
    facts(road, {"Q02.03": rows})
    with road.by("officer", "03-05") as work:
        questionnaires.check_requirement(work, road.id, "DC08", "accepted")
    with road.by("officer", "03-05") as work:
        kept = _rows.rows(work.session, work.session.get_one(Case, road.id))
        found = _indicator_answers.from_form(kept)
        work.release()
    assert found["evidenced_origins"] == (5_000_00, 900_00)
    assert found["stated_origins"] == (7_000_00,)


def test_what_was_not_answered_is_not_established(road):
    road.to_form()
    found = facts(road, {})
    for name in ("own_funds", "evidenced_origins", "declared_debts", "properties_declared"):
        assert found[name] is None


def test_listed_debts_are_added_up(road):
    road.to_form()
    rows = [{"creditor": "x", "amount": "100.00"}, {"creditor": "y", "amount": "50.25"}]
    assert facts(road, {"Q07.01": True, "Q07.02": rows})["declared_debts"] == 150_25


def test_money_of_others_is_read_with_who_provides_it(road):
    road.to_form()
    rows = [{"provider": "Bank", "amount": "12500.00"}, {"provider": "Tante", "amount": ""}]
    facts(road, {"Q02.04": rows})
    with road.by("officer", "03-05") as work:
        kept = _rows.rows(work.session, work.session.get_one(Case, road.id))
        assert _indicator_answers.declared_others(kept) == (("Bank", 12_500_00),)
        work.release()
