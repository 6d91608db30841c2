"""What the rows of a case establish for the guards."""

from datetime import date

from bureau.model import Case
from bureau.operations import _established, _rows
from bureau.rules.vocabulary import Danger, DecisionKind, Stage
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def facts(road, day="04-30"):
    with road.by("officer", day) as work:
        case = work.session.get_one(Case, road.id)
        return _established.facts(_rows.rows(work.session, case), work.today)


def test_a_new_case_establishes_little(road):
    found = facts(road, "03-02")
    assert (found.decision, found.stage) == (DecisionKind.LICENCE, Stage.APPLICATION)
    assert found.scope_known
    assert found.has_receipt_date
    assert not found.selected_by_policy
    assert (found.danger_a, found.art_3_6) == (Danger.UNKNOWN, None)
    assert found.gaps_open == 0


def test_a_form_that_is_out_has_gaps(road):
    road.to_form()
    assert facts(road, "03-04").gaps_open > 10
    assert not facts(road, "03-04").form_returned


def test_an_answered_indicator_is_open_no_more(road):
    from bureau.model import IndicatorAnswer
    from bureau.operations import indicators

    row_id = road.raise_indicator()
    assert facts(road).open_indicators == 1
    with road.by("officer", "03-12") as work:
        row = work.session.get_one(IndicatorAnswer, row_id)
        indicators.answer_indicator(work, road.id, row.code, "carried", "unclear", row.version)
    assert facts(road).open_indicators == 0
    assert facts(road).finance_unclear


def test_the_four_weeks_count_from_the_lapsed_term(road):
    from bureau.operations import supplements

    road.to_returned(left_out=("DC02",))
    with road.by("officer", "03-10") as work:
        supplements.ask_supplement(work, road.id, "gap", until=date(2026, 3, 30))
    assert facts(road, "03-30").not_treated_until is None
    assert facts(road, "03-31").not_treated_until == date(2026, 4, 28)


def test_a_partnership_establishes_nothing(work_of, actors):
    from bureau.operations import cases

    with work_of(actors.coordinator) as work:
        case = cases.open_case(work, "partnership", "Havenkwartier")
        found = _established.facts(_rows.rows(work.session, case), work.today)
        assert not found.scope_known
