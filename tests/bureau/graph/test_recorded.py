from datetime import date
from fractions import Fraction

import pytest

from bureau.graph.facts import number
from bureau.graph.recorded import (
    controller,
    covers,
    event_of,
    events,
    follows,
    notes,
    text,
    touches,
)
from bureau.graph.scene import stage
from bureau.graph.values import CaseEvidence
from bureau.rules.vocabulary import RecordKind
from tests.bureau.graph.builders import account, company, deposit, holds, record

DAY = 86_400
START = 19_723 * DAY  # 1 January 2024
TAKINGS = RecordKind.TAKINGS


def scene(*records, **said):
    return stage(CaseEvidence(records=records, **said))


def test_records_are_events_in_time_and_one_without_a_day_is_none():
    rows = (
        record(TAKINGS, 1, 5, at=10, name="late"),
        record(TAKINGS, 1, 5, name="whole day"),
        record(TAKINGS, None, 5, name="undated"),
        record(RecordKind.SPENDING, 0, name="first"),
    )
    found = events(scene(*rows), TAKINGS, RecordKind.SPENDING)
    assert [event.id for event in found] == ["first", "whole day", "late"]
    assert (found[1].begin, found[1].end) == (START + DAY, START + 2 * DAY - 1)
    assert found[2].begin == found[2].end == START + DAY + 10 * 3600
    assert [event.minor for event in found] == [0, 500, 500]


def test_an_amount_without_a_rate_is_no_amount():
    dollars = record(TAKINGS, 0, 100, currency="USD")
    assert events(scene(dollars), TAKINGS)[0].minor == 0
    assert events(scene(dollars, rates={"USD": "0.95"}), TAKINGS)[0].minor == 9500


@pytest.mark.parametrize(
    ("day", "at", "hours", "later"),
    [
        (0, 12, 0, True),
        (0, 11.99, 99, False),
        (0, None, 0, True),  # the same day, at a time that nobody wrote down
        (1, 11, 23, True),
        (1, 11, 22.99, False),
        (1, None, 11, False),  # thirteen hours later at the earliest
        (1, None, 12, True),
    ],
)
def test_what_may_have_come_after_follows(day, at, hours, later):
    one = event_of(scene(), record(TAKINGS, 0, at=12))
    then = event_of(scene(), record(TAKINGS, day, at=at))
    assert follows(one, then, round(hours * 3600)) is later


def test_fields_are_read_as_exact_numbers_and_plain_text():
    said = record(TAKINGS, fields={"a": "0.30", "b": 3, "c": True, "d": "x", "e": " Two  Words "})
    assert [number(said, name) for name in "abcdf"] == [Fraction(3, 10), 3, None, None, None]
    assert (text(said, "e"), text(said, "f")) == ("two words", "")


def test_notes_are_counted_from_small_to_large():
    said = record(TAKINGS, fields={"denominations": {"500": 3, "50": 12, "0.50": 2}})
    assert notes(said) == [(Fraction(1, 2), 2), (50, 12), (500, 3)]
    assert notes(record(TAKINGS)) == []


def test_a_period_covers_and_a_single_day_touches_itself_alone():
    open_, day = record(TAKINGS, 0), record(TAKINGS, 0, until=2)
    assert covers(open_, START + 90 * DAY, START + 91 * DAY)
    assert not touches(open_, START + 90 * DAY, START + 91 * DAY)
    assert touches(day, START + 3 * DAY - 1, START + 9 * DAY)
    assert not covers(day, START + 3 * DAY, START + 9 * DAY)
    assert touches(record(TAKINGS, None), 0, 1)


def test_the_party_behind_an_account_is_its_holder_on_that_day():
    edges = (holds("shop", "acc", on="2024-01-05"), holds("old", "acc", valid_to="2024-01-04"))
    nodes = (company("shop"), company("old"), account("acc"))
    built = scene(nodes=nodes, edges=edges)
    found = [controller(built, deposit("acc", day, 1), "account") for day in (0, 9)]
    assert found == ["old", "shop"]
    assert controller(built, deposit("acc", 0, 1), "depositor") is None


def test_the_start_of_the_tests_is_the_start_of_the_year():
    assert date.fromordinal(date(1970, 1, 1).toordinal() + START // DAY) == date(2024, 1, 1)
