"""Two areas of the city have figures over several years, a map of bodies, and people heard."""

from bureau.operations import areas


def test_the_quay_is_described_over_years_with_who_decides_and_who_was_heard(city):
    with city.work("police") as work:
        profile = areas.read_area(work, "zuidkade")
    blocks = {block.row.code: block for block in profile.blocks}
    assert len(blocks["size"].series[0].points) == 5
    assert len(blocks["structure"].entries) == 9
    assert {entry.kind for entry in blocks["said_did"].entries} == {"done", "doing", "not"}
    assert all(block.entries for block in profile.blocks)
    assert (profile.comparison, len(profile.ring)) == ("oosterhaven", 2)
