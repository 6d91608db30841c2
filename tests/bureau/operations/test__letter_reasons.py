"""The reasoning of a letter is that of the sheets."""

import pytest

from bureau.errors import NotAllowed
from bureau.operations import ordinary
from bureau.operations.ordinary import GroundAnswer
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


def test_a_decision_on_an_ordinary_ground_quotes_its_article_and_no_danger(road):
    road.step("T02", "03-02")
    met = GroundAnswer(standing="met", remark="No hospitality here.", source_id=road.source)
    with road.by("officer", "03-03") as work:
        ordinary.check_grounds(work, road.id, {"EX-PLAN": met})
    road.step("T03", "03-03")
    road.decide("refuse", "03-04")
    with pytest.raises(NotAllowed) as refusal:
        compose(road, "decision_refuse", "03-05")
    assert refusal.value.where["guard"] == "ordinary_ground"
    said = compose(road, "decision_refuse_ordinary", "03-05").paper.text
    assert "omgevingsplan (APV (model 2:28(2))). No hospitality here." in said
    assert "berust dit besluit niet op de Wet Bibob" in said
    assert "artikel 3 van de Wet Bibob" not in said


def test_conditions_that_a_revision_replaced_are_told_no_more(road):
    road.to_decision()
    road.decide("grant_with_conditions", conditions=[("Old.", at("12-01").date())])
    road.make_known()
    road.object("05-04")
    new = [("New.", at("12-01").date())]
    road.answer_objection("06-01", "revised", replaced_by="grant_with_conditions", conditions=new)
    said = compose(road, "decision_grant_with_conditions", "06-02").paper.text
    assert "New." in said
    assert "Old." not in said
