from bureau.operations import agreements
from bureau.rules.agreements import Standing


def test_the_participants_signed_and_the_port_is_still_talking(city):
    with city.work("coordinator") as work:
        found = {row.standing: row for row in agreements.list_agreements(work)}
        assert set(found) == {Standing.IN_FORCE, Standing.DRAFT}
        assert len(found[Standing.IN_FORCE].agreement.parties) == 5
        assert len(found[Standing.DRAFT].open_items) == 19
