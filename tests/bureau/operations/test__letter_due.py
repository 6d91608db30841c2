"""Which letters can be written now, and what the others wait for."""

from bureau.operations import letters
from tests.bureau.operations.letter_desk import send
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def due(road):
    with road.by("officer", "03-10") as work:
        return letters.list_letters(work, road.id).kinds


def test_what_can_be_written_comes_first_and_what_was_sent_after_it(road):
    kinds = due(road)
    ready = [each.kind.code for each in kinds if each.ready]
    assert ready == ["receipt", "delay"]
    assert [each.ready for each in kinds] == sorted((each.ready for each in kinds), reverse=True)
    assert all(each.waits.hint for each in kinds if not each.ready)
    send(road, "receipt", "03-10")
    assert [(each.kind.code, each.sent) for each in due(road)[:2]] == [("delay", 0), ("receipt", 1)]
