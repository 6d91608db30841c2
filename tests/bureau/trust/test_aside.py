"""Words stand aside of the trail: they can be erased, and cannot be replaced unseen."""

import pytest
from sqlalchemy import select

from bureau.model import Event, EventValue
from bureau.rules.events import EventKind
from bureau.trust.aside import first_false_value
from bureau.trust.integrity import Faults, look_over
from tests.conftest import NOW

WHY = "a reason that names Sanne Verbeek"
PLACE = "facts.reason"


@pytest.fixture
def said(work_of, actors, sessions):
    """A line with a reason."""
    with work_of(actors.officer, NOW) as work:
        work.record(EventKind.SEARCHED, "search:-", reason=WHY, length=3)
    return sessions


def pairs(session):
    return list(session.execute(select(Event, EventValue).join(EventValue)))


def test_a_reason_stands_beside_its_line_and_not_in_it(said):
    with said() as session:
        [(event, value)] = pairs(session)
        assert WHY not in str(event.facts)
        assert event.facts["length"] == 3
        assert value.values == {PLACE: {"said": WHY}}
    assert look_over(said) == Faults(None, None, [], None)


@pytest.mark.parametrize(
    ("salt", "values", "true"),
    [
        (None, {}, True),
        ("kept", {PLACE: {"said": "another reason"}}, False),
        ("kept", {"facts.other": {"said": WHY}}, False),
        (None, {PLACE: {"said": WHY}}, False),
        (b"0" * 32, {PLACE: {"said": WHY}}, False),
    ],
)
def test_what_was_erased_is_not_false_and_what_was_replaced_is(said, salt, values, true):
    with said() as session:
        [(event, value)] = pairs(session)
        kept = value.salt if salt == "kept" else salt
        found = first_false_value([(event, EventValue(seq=1, salt=kept, values=values))])
    assert (found is None) is true
