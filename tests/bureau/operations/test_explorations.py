"""Exploring a case: reasons to look further, groups, kept views, and who never is in one."""

from datetime import date
from uuid import uuid4

import pytest

from bureau.errors import AccessDenied, Invalid, NotFound
from bureau.operations import _exploration, explorations, notes
from bureau.operations.explorations import Asked
from tests.bureau.operations import scene
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


@pytest.fixture
def names(work_of, actors, case_id, learnt):
    """The scene; the ids of its accounts as the network knows them."""
    with work_of(actors.officer) as work:
        scene.take_payments(work, case_id)
        scene.sell(work, case_id, learnt)
        return {label: str(scene.account(work, case_id, label)) for label in "ABCD"}


def labels(found):
    return {node.label for node in found.network.nodes}


def test_one_step_is_free_and_the_next_needs_its_reason(work_of, actors, case_id, names):
    asked = Asked(starts=(names["B"],))
    with work_of(actors.second) as work:
        found = explorations.explore(work, case_id, asked)
    assert labels(found) == {"A", "B", "C"}
    assert found.more == {names["A"]: 1}
    assert "1 connections" in found.statements[0].en
    further = Asked(starts=(names["B"],), opened=(names["A"],))
    with pytest.raises(Invalid, match="reason"), work_of(actors.second) as work:
        explorations.explore(work, case_id, further)
    with work_of(actors.second) as work:
        found = explorations.explore(work, case_id, further, reason="who pays")
    assert (labels(found), found.steps) == ({"A", "B", "C", "D"}, 2)


def test_a_way_a_period_and_what_is_left_out(work_of, actors, case_id, names, trail):
    asked = Asked(ends=(names["D"], names["C"]), last=date(2024, 5, 5))
    with work_of(actors.officer) as work:
        found = explorations.explore(work, case_id, asked)
    assert "no way" in found.statements[-1].en  # D paid later
    with work_of(actors.officer) as work:
        asked = Asked(ends=(names["D"], names["C"]))
        found = explorations.explore(work, case_id, asked, reason="x")
    assert found.way == {names["D"], names["A"], names["C"]}
    assert (trail()[-1].kind, trail()[-1].facts["hops"]) == ("network.read", 2)
    with work_of(actors.officer) as work:
        asked = Asked(ends=(names["D"], names["A"]))
        explorations.explore(work, case_id, asked)
    assert trail()[-1].facts["hops"] == 1  # the real length of the way, however long


def test_above_the_limit_parties_are_taken_together(work_of, actors, case_id, names, monkeypatch):
    monkeypatch.setattr(_exploration, "MOST_DRAWN", 6)
    with work_of(actors.officer) as work:
        found = explorations.explore(work, case_id, Asked(), language="nl")
    assert {node.label.split(" (")[0] for node in found.network.nodes} == {
        "4 × rekening",
        "2 × persoon",
        "Loods 4",
    }
    assert "samengenomen" in found.statements[0].nl
    group = next(name for name, each in found.groups.items() if each.kind == "account")
    with work_of(actors.officer) as work:
        opened = explorations.explore(work, case_id, Asked(opened=(group,)))
    assert {"A", "B", "C", "D"} < labels(opened)


def test_a_kept_view_has_versions_and_every_node_its_place(work_of, actors, case_id, names, trail):
    places = {names["A"]: [10, 20.26], names["B"]: [300, -4]}
    asked = Asked(starts=(names["B"],), last=date(2025, 1, 1))
    with work_of(actors.officer) as work:
        explorations.keep_picture(work, case_id, "Round trip", asked, places)
        kept = explorations.keep_picture(work, case_id, " Round trip", asked, places).id
    assert trail()[-1].kind == "picture.kept"
    with work_of(actors.second) as work:
        rows = explorations.list_pictures(work, case_id)
        assert [(row.name, row.number) for row in rows] == [("Round trip", 2), ("Round trip", 1)]
        row = explorations.read_picture(work, case_id, kept)
        assert row.asked == {"start": [names["B"]], "to": ["2025-01-01"]}
    with work_of(actors.second) as work:
        found = explorations.explore(work, case_id, asked, picture_id=kept)
    stood = {node.label: (node.x, node.y) for node in found.network.nodes}
    assert (stood["A"], stood["B"]) == ((10.0, 20.3), (300.0, -4.0))
    assert stood["C"] not in (stood["A"], stood["B"])  # new since: beside a neighbour
    with pytest.raises(AccessDenied), work_of(actors.second) as work:
        explorations.keep_picture(work, case_id, "Mine", asked, {})


def test_nobody_keeps_views_without_end(work_of, actors, case_id, monkeypatch):
    monkeypatch.setattr(explorations, "MOST_KEPT", 2)
    for name in ("one", "two"):
        with work_of(actors.officer) as work:
            explorations.keep_picture(work, case_id, name, Asked(), {})
    with pytest.raises(Invalid, match="2 views"), work_of(actors.officer) as work:
        explorations.keep_picture(work, case_id, "two", Asked(), {})


@pytest.mark.parametrize(
    "places",
    [
        {"a": [1]},
        {"a": "xy"},
        {"a": [1, None]},
        {"a": [1e9, 0]},
        {str(n): [0, 0] for n in range(6001)},
    ],
)
def test_places_are_two_numbers_each(work_of, actors, case_id, places):
    with pytest.raises(Invalid, match="places"), work_of(actors.officer) as work:
        explorations.keep_picture(work, case_id, "x", Asked(), places)


def test_a_protected_person_is_in_no_view_and_takes_no_note(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        scene.take_payments(work, case_id)
        who = scene.hold(work, case_id, learnt, "B", family_name="Beschermd", protected=True)
    with work_of(actors.officer) as work:
        assert labels(explorations.explore(work, case_id, Asked())) == {"A", "C", "D"}
    for asked in (Asked(starts=(str(who),)), Asked(ends=(str(who), str(uuid4())))):
        with pytest.raises(NotFound), work_of(actors.officer) as work:
            explorations.explore(work, case_id, asked)
    with pytest.raises(NotFound), work_of(actors.officer) as work:
        notes.pin_note(work, case_id, f"party:{who}", "x")
