import pytest
from sqlalchemy import select

from app.demo.intake import STORY
from bureau.model import Dossier, SupportDossier


def test_five_dossiers_are_issued_each_approved_by_another(city):
    with city.factory() as session:
        kept = [*session.scalars(select(Dossier)), *session.scalars(select(SupportDossier))]
        assert len(kept) == 5
        assert {row.state for row in kept} == {"issued"}
        assert all(row.approved_by_id not in (None, row.asked_by_id) for row in kept)


def test_the_criminal_one_leaves_the_advice_out_and_says_so(city):
    words = city.words("criminal")
    assert "Openbaar Ministerie, parket Monde" in words
    assert "Sv art. 162" in words
    assert "Ernstig gevaar op de a-grond" not in words
    assert "loan:" not in words


def test_the_administrative_one_tells_both_sides_and_the_decision(city):
    words = city.words("administrative")
    for part in (
        "Ernstig gevaar op de a-grond",
        "De vergunning wordt verleend onder voorschriften",
        "De belangen van het personeel zijn opnieuw gewogen",
        "verkoop van het zeilschip",
    ):
        assert part in words


@pytest.mark.parametrize("track", ["criminal", "administrative"])
def test_what_was_explained_is_counted_with_its_reason(city, track):
    words = city.words(track)
    assert "Een rekening voor lonen" in words
    assert "Twaalf waarborgsommen" in words


def test_no_word_of_a_program_stands_in_a_dutch_dossier(city):
    words = city.words("administrative")
    assert not [w for w in ("payments_in", "currency", "random reshuffles", "{") if w in words]


def test_the_case_is_the_main_story(city):
    with city.factory() as session:
        assert set(session.scalars(select(Dossier.case_id))) == {city.id(STORY)}
