"""The library: rows of the house, and the newest version of each own one."""

from datetime import date
from types import SimpleNamespace

from bureau.operations._library import LibraryLine, _own, known, lines
from bureau.rules.tables import Texts
from tests.bureau.operations.road import ON_SQLITE

ONE = {"scopes": ["SC01"], "grounds": ["a"], "days": 30, "again": 0, "withdrawn": False}
WORDS = {"name_nl": "naam", "text_nl": "tekst", "evidence_nl": "bewijs"}
EMPTY = {"name_en": "", "text_en": "", "evidence_en": ""}


def test_an_own_condition_without_english_is_told_in_dutch():
    rows = [SimpleNamespace(code="E-01", number=n, **ONE, **WORDS, **EMPTY) for n in (1, 2)]
    line = _own(rows)
    assert (line.number, line.text) == (2, Texts("tekst", "tekst"))
    assert (line.fits("SC01"), line.fits("SC02")) == (True, False)


@ON_SQLITE
def test_those_of_the_house_are_of_no_version(road):
    with road.by("officer") as work:
        found = known(lines(work.session, work.actor.organisation_id, date(2026, 3, 2)))
    assert isinstance(found["C-BOOKS"], LibraryLine)
    assert found["C-BOOKS"].number == 0
    assert found["C-BOOKS"].fits("SC26")
