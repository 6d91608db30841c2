"""Which letters can be written now, and what the others wait for."""

from datetime import date

from bureau.operations import delays, letters
from tests.bureau.operations.letter_desk import send
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def due(road):
    with road.by("officer", "03-10") as work:
        return letters.list_letters(work, road.id).kinds


def test_what_can_be_written_comes_first_and_what_was_sent_after_it(road):
    kinds = due(road)
    ready = [each.kind.code for each in kinds if each.ready]
    assert ready == ["receipt"]
    assert [each.ready for each in kinds] == sorted((each.ready for each in kinds), reverse=True)
    assert all(each.waits.hint for each in kinds if not each.ready)
    send(road, "receipt", "03-10")
    assert (due(road)[0].kind.code, due(road)[0].sent) == ("receipt", 1)
    with road.by("officer", "03-10") as work:
        delays.send_delay(work, road.id, date(2026, 6, 1), "the file is large")
    assert [(each.kind.code, each.sent) for each in due(road)[:2]] == [("delay", 0), ("receipt", 1)]
