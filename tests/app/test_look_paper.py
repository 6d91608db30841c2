"""Who looked, as rows for a spreadsheet."""

import csv
import io
from datetime import UTC, datetime

from app import look_paper
from bureau.operations.looks import LookLine, LookPage
from bureau.rules.vocabulary import Role


def line(**more):
    told = {
        "seq": 7, "at": datetime(2026, 3, 2, 9, tzinfo=UTC), "kind": "case.read", "about": "case",
        "scope": "case:1", "name": "=Jansen", "login": "jansen", "roles": (Role.OFFICER,),
        "organisation": "Havermonde", "purpose": "work on the file", "via": "", "refused": False,
    }  # fmt: skip
    return LookLine(**{**told, **more})


def test_each_look_is_a_row_and_who_searched_without_access_is_not_named(app):
    found = LookPage((line(), line(refused=True)), (line(seq=3),), {"case:1": "SCR-1"}, 2, 1, 1)
    with app.test_request_context():
        told, ours = (look_paper.text(found, numbered=one) for one in (True, False))
    rows = list(csv.DictReader(io.StringIO(told.removeprefix("\ufeff"))))
    assert [row["outcome"] for row in rows] == ["seen", "refused", "searched without access"]
    assert [row["who"] for row in rows] == ["'=Jansen", "'=Jansen", ""]
    assert [row["line"] for row in rows] == ["7", "7", "3"]
    assert {row["case"] for row in rows} == {"SCR-1"}
    # What a handler reads says nothing of how much happens between two looks.
    for row, other in zip(
        csv.DictReader(io.StringIO(ours.removeprefix("\ufeff"))), rows, strict=True
    ):
        assert row == {name: cell for name, cell in other.items() if name != "line"}
