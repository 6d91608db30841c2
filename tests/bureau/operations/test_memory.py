"""A stretch of a road that was walked is put back, or every test would walk all of it anew."""

from tests.bureau.operations import memory
from tests.bureau.operations.road import Road


def test_a_road_that_begins_among_the_people_alone_is_remembered(work_of, actors):
    road = Road(work_of, actors).to_own()
    found = dict(zip(memory.TABLES, memory.counted(road.engine), strict=True))
    assert road.past is not None, found
    stretch, counted = road.past
    assert stretch in memory._KNOWN
    assert counted == memory._KNOWN[stretch].counts == tuple(found.values())
