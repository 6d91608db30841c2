"""How much somebody may take out: the widest row of their roles, over the time it counts back."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

from bureau.rules.event_groups import OUTTAKES
from bureau.rules.events import EventKind
from bureau.rules.export_quota import (
    KINDS,
    Place,
    export_quota,
    place_of,
    rows_for,
    standing,
)
from bureau.rules.vocabulary import Role

DAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def numbers(roles, place=Place.HOUSE):
    return {row.hours: row.number for row in rows_for(roles, place, DAY)}


def test_of_several_roles_the_widest_row_counts_and_everybody_has_one():
    assert numbers({Role.ADMIN, Role.OFFICER}) == numbers({Role.OFFICER})
    assert all(numbers({Role.OFFICER})[hours] > most for hours, most in numbers(()).items())
    assert all(numbers((), Place.ROOM)[h] > most for h, most in numbers({Role.OFFICER}).items())
    assert {role for row in export_quota() for role in row.roles} <= set(Role)


def test_all_that_is_taken_out_counts_in_one_place():
    assert KINDS[Place.HOUSE] | KINDS[Place.ROOM] == OUTTAKES
    assert place_of(EventKind.COPY_TAKEN) is Place.ROOM
    assert place_of(EventKind.DOSSIER_EXPORTED) is Place.HOUSE
    assert place_of(EventKind.DOSSIER_READ) is None


def test_a_full_row_opens_when_the_oldest_that_fills_it_is_over():
    row = rows_for((), Place.HOUSE, DAY)[0]
    taken = [NOW - timedelta(minutes=minute) for minute in range(row.number + 5)]
    found = standing(row, taken, NOW)
    assert (found.used, found.full) == (row.number + 5, True)
    assert found.opens == taken[row.number - 1] + row.span
    assert standing(row, taken, found.opens).used == row.number - 1
    assert standing(row, taken[: row.number - 1], NOW).last
    assert not standing(row, [NOW - row.span], NOW).used


def test_a_narrower_row_for_a_role_takes_the_place_of_that_for_everybody_else(monkeypatch):
    rows = export_quota().on(DAY)
    few = [replace(r, roles=("auditor",), number=5) if r.code == "day_files" else r for r in rows]
    own = SimpleNamespace(on=lambda day: tuple(few))
    monkeypatch.setattr("bureau.rules.export_quota.export_quota", lambda: own)
    assert numbers({Role.AUDITOR})[24] == 5
    assert numbers({Role.AUDITOR})[168] == numbers(())[168]
    assert numbers({Role.CARE}) == numbers(())
