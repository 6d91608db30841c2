"""The reasoning of a letter is that of the sheets."""

from tests.bureau.operations.letter_desk import compose
from tests.bureau.operations.road import ON_SQLITE, Road, at

pytestmark = ON_SQLITE


def test_the_decision_is_told_from_the_sheets_without_typing_it_again(road):
    road.to_decision()
    road.decide()
    road.make_known()
    said = compose(road, "decision_refuse").paper.text
    for words in (
        "The lender cannot carry the loan. (bron 1: Aanvraagformulier",
        "ernstig gevaar. As the findings show.",
        "The measure is in proportion.",
        "U stelt: The loan is repaid. Ons antwoord: Not shown.",
        "uiterlijk op 13 mei 2026",
        "artikel 28 van de Wet Bibob",
    ):
        assert words in said


def test_conditions_come_with_their_first_check(road):
    road.to_care(a="lesser").weigh(proportionate=False).step("T29", "03-17")
    road.intend(intended="grant_with_conditions").hear()
    road.step("T35", "03-31")
    road.decide("grant_with_conditions", conditions=[("Accounts are kept", at("12-01").date())])
    said = compose(road, "decision_grant_with_conditions").paper.text
    assert "1. Accounts are kept. Eerste controle: 1 december 2026." in said
    assert "mindere mate van gevaar" in said


def test_a_private_decision_has_no_objection_clause(work_of, actors):
    road = Road(work_of, actors, scope="SC22")
    road.to_care().weigh().step("T31", "03-17")
    road.intend(intended="no_deal").hear()
    road.step("T35", "03-31")
    road.decide("no_deal")
    said = compose(road, "decision_no_deal").paper.text
    assert "burgerlijke rechter" in said
    assert "bezwaar maken" not in said
