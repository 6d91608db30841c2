from dataclasses import dataclass
from datetime import date

from bureau.rules.requests import Answer, answering, is_open, overdue, request_refusals

DAY = date(2026, 11, 20)


@dataclass
class Row:
    answer: str = ""
    asked_on: date = date(2026, 11, 1)
    due_on: date = date(2026, 11, 15)
    answered_on: date | None = None
    reason_code: str = ""


ROWS = [
    Row(Answer.YES, answered_on=date(2026, 11, 5)),
    Row(Answer.NO, answered_on=date(2026, 11, 18), reason_code="investigation"),
    Row(),
    Row(Answer.LATER, due_on=date(2026, 12, 1)),
]


def test_a_promise_for_later_keeps_a_request_open():
    assert [is_open(row) for row in ROWS] == [False, False, True, True]
    assert [overdue(row, DAY) for row in ROWS] == [False, False, True, False]


def test_answers_are_counted_in_time_late_and_refused():
    found = answering(ROWS, DAY)
    assert (found.asked, found.open, found.in_time, found.late) == (4, 2, 1, 2)
    assert found.refused == (("investigation", 1),)
    assert found.days == 10.5
    assert answering([], DAY).days is None


def test_every_reason_for_a_no_rests_on_an_article():
    assert all("WGS" in row.basis or "BGS" in row.basis for row in request_refusals())
