"""A line of the trail as a leaf: whatever is altered in it alters the leaf."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from uuid import UUID

import pytest

from bureau.model import Event, Outcome
from bureau.rules.events import EventKind
from bureau.trust.leaf import LEAF_PREFIX, Line, leaf, row_of

LINE = Line(
    at=datetime(2026, 3, 2, 9, 0, tzinfo=UTC),
    kind=EventKind.CASE_READ,
    outcome=Outcome.DONE,
    subject="case:1",
    scope="case:1",
    purpose="test of the house",
    actor_id=UUID(int=1),
    organisation_id=UUID(int=2),
    session_id=None,
    request_id="r1",
    policy="1",
    facts={"shown": 3},
)
CHANGES = [{"op": "new", "what": "note:1"}]


def test_a_leaf_is_the_digest_of_nought_and_the_canonical_text():
    row = row_of(7, LINE, CHANGES)
    body = {
        "seq": 7,
        "at": "2026-03-02T09:00:00+00:00",
        "kind": "case.read",
        "outcome": "done",
        "actor": str(UUID(int=1)),
        "organisation": str(UUID(int=2)),
        "session": None,
        "request": "r1",
        "subject": "case:1",
        "scope": "case:1",
        "purpose": "test of the house",
        "policy": "1",
        "release": row.release,
        "facts": {"shown": 3},
        "changes": CHANGES,
    }
    text = json.dumps(body, sort_keys=True, separators=(",", ":"))
    assert row.leaf == leaf(row) == sha256(LEAF_PREFIX + text.encode()).digest()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("at", LINE.at + timedelta(seconds=1)),
        ("kind", EventKind.CASE_CHANGED),
        ("outcome", Outcome.REFUSED),
        ("subject", "case:2"),
        ("scope", "case:2"),
        ("purpose", ""),
        ("actor_id", None),
        ("organisation_id", UUID(int=9)),
        ("session_id", UUID(int=3)),
        ("request_id", "r2"),
        ("policy", "2"),
        ("facts", {"shown": 4}),
    ],
)
def test_every_part_of_a_line_counts(field, value):
    other = replace(LINE, **{field: value})
    assert leaf(row_of(7, other, CHANGES)) != leaf(row_of(7, LINE, CHANGES))


def test_no_column_of_the_trail_is_left_out():
    """Whatever stands in a row is under its leaf, but for the random id and the leaf itself."""
    kept = leaf(row_of(7, LINE, CHANGES))
    other = {"seq": 8, "at": LINE.at + timedelta(seconds=1), "facts": {}, "changes": []}
    for column in set(Event.__table__.c.keys()) - {"id", "leaf"}:
        row = row_of(7, LINE, CHANGES)
        setattr(row, column, other.get(column, "another"))
        assert leaf(row) != kept, column


def test_the_number_and_the_changes_count_too():
    kept = leaf(row_of(7, LINE, CHANGES))
    assert leaf(row_of(8, LINE, CHANGES)) != kept
    assert leaf(row_of(7, LINE, [])) != kept


def test_facts_are_kept_as_plain_json():
    row = row_of(1, replace(LINE, facts={"on": LINE.at.date(), "who": UUID(int=1)}), [])
    assert row.facts == {"on": "2026-03-02", "who": str(UUID(int=1))}
