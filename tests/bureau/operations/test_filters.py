"""Filters that somebody keeps."""

import pytest

from bureau.errors import Invalid, NotAllowed, NotFound
from bureau.operations import filters
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE
FILTER = {"q": "haven", "kind": "screening", "clock": "soon", "id": "x"}


def save(work_of, actor, name="Mine"):
    with work_of(actor) as work:
        row = filters.save_filter(work, name, FILTER)
        work.session.flush()
        return row.id


def own(work_of, actor):
    with work_of(actor) as work:
        return [(row.name, dict(row.content)) for row in filters.list_filters(work)]


def test_a_filter_is_ones_own_and_replaced_by_its_name(work_of, actors):
    key = save(work_of, actors.officer)
    assert save(work_of, actors.officer) == key
    [(name, content)] = own(work_of, actors.officer)
    assert name == "Mine"
    assert {part: text for part, text in content.items() if text} == {
        "q": "haven",
        "kind": "screening",
        "clock": "soon",
    }
    assert own(work_of, actors.second) == []
    with pytest.raises(NotFound), work_of(actors.second) as work:
        filters.remove_filter(work, key)
    with work_of(actors.officer) as work:
        filters.remove_filter(work, key)
    assert own(work_of, actors.officer) == []


def test_a_filter_needs_a_name_and_there_is_a_most(work_of, actors, monkeypatch):
    with pytest.raises(Invalid):
        save(work_of, actors.officer, " ")
    monkeypatch.setattr(filters, "MOST", 1)
    save(work_of, actors.officer)
    with pytest.raises(NotAllowed):
        save(work_of, actors.officer, "Other")
