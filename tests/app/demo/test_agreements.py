from bureau.operations import agreements, power_maps, voices
from bureau.rules.agreements import Standing


def test_the_participants_signed_and_the_port_is_still_talking(city):
    with city.work("coordinator") as work:
        found = {row.standing: row for row in agreements.list_agreements(work)}
        assert set(found) == {Standing.IN_FORCE, Standing.DRAFT}
        assert len(found[Standing.IN_FORCE].agreement.parties) == 5
        assert len(found[Standing.DRAFT].open_items) == 19


def test_the_power_map_of_the_covenant_holds_and_is_complete(city):
    with city.work("police") as work:
        view = power_maps.read_map(work, city.id("agreements/joint"))
        assert view.holds
        faults = {fault for line in view.lines for fault in line.faults}
        assert "places_open" not in faults
        assert {"nobody_decides"} == faults  # no labour inspectorate takes part


def test_the_weakest_speaks_first_at_the_check_of_the_shops(city):
    with city.work("coordinator") as work:
        item = city.id("partnership/item:1")
        found = voices.read_voices(work, city.id("partnership"), item)
        assert found.order[0].place.weight <= found.order[-1].place.weight
        assert found.order[-1].seat.user.organisation.code == "police"
