"""The term to answer a request of a person."""

from datetime import date

import pytest

from bureau.errors import NotFound
from bureau.rules.access import due, export_limits, request_kinds

D = date.fromisoformat


@pytest.mark.parametrize(
    ("received", "last", "extended"),
    [("2026-03-02", "2026-04-02", "2026-06-02"), ("2026-01-31", "2026-03-02", "2026-04-30")],
)
def test_one_month_and_two_more_after_an_extension(received, last, extended):
    assert due("access", D(received)) == D(last)
    assert due("access", D(received), extended=True) == D(extended)


def test_there_is_no_right_by_another_name_nor_before_the_regulation():
    with pytest.raises(NotFound):
        due("wish", D("2026-03-02"))
    with pytest.raises(NotFound):
        due("access", D("2018-05-24"))


def test_every_row_names_its_basis():
    assert all(row.basis.startswith("AVG") for row in request_kinds())
    assert {row.code for row in export_limits()} >= {"third_persons", "restricted_documents"}
