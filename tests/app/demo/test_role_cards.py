"""In the city most confirmed their cards, customs still has to, and the port has none."""

from bureau.operations import agreements, role_cards, role_overviews, tasks


def test_the_cards_of_the_case_stand_at_different_points(city):
    case = city.id("partnership")
    with city.work("coordinator") as work:
        lines = {each.organisation.code: each.card for each in role_cards.list_cards(work, case)}
        assert lines["port"] is None
        assert {code for code, card in lines.items() if card and card.confirmed} == {
            *("havermonde", "police", "om", "tax")
        }
        assert [row.confirmed_by is not None for row in lines["customs"].versions] == [True, False]
        assert lines["police"].number == 2
        kinds = {row.kind for row in tasks.waiting(work, case)}
        assert "write_role_card" in kinds
    with city.work("customs") as work:
        assert "confirm_role_card" in {row.kind for row in tasks.waiting(work, case)}


def test_the_overview_points_at_what_goes_beyond_a_card(city):
    with city.work("coordinator") as work:
        view = role_overviews.read_overview(work, city.id("partnership"))
        assert 0 < view.pointed < len(view.lines)


def test_the_agreement_has_a_card_of_each_party_as_its_annex(city):
    with city.work("coordinator") as work:
        found = agreements.read_agreement(work, city.id("agreements/joint")).agreement
        assert all(one.role["task"] for one in found.parties)
