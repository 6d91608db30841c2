"""A card has one place in a case; what was confirmed is one version of it."""

from bureau.model import RoleCard, RoleCardVersion
from tests.conftest import NOW


def test_an_organisation_has_one_card_in_a_case_and_a_version_one_number():
    for table, names in (
        (RoleCard, ["case_id", "organisation_id"]),
        (RoleCardVersion, ["card_id", "number"]),
    ):
        kept = [sorted(c.name for c in each.columns) for each in table.__table__.constraints]
        assert names in kept


def test_a_newer_version_is_not_confirmed_by_what_was_said_of_the_older():
    card = RoleCard(versions=[RoleCardVersion(number=1, confirmed_at=NOW)])
    assert (card.number, card.confirmed) == (1, True)
    card.versions.append(RoleCardVersion(number=2))
    assert (card.number, card.confirmed) == (2, False)
    assert (RoleCard().number, RoleCard().confirmed) == (0, False)
