"""One file in the list of retention: due, near, held; and which tables stay."""

from dataclasses import replace
from datetime import date, timedelta

from bureau.model import LegalHold
from bureau.operations._keeping_lines import STAYS, RetentionLine
from bureau.rules import retention
from bureau.rules.house_terms import house_terms
from bureau.rules.vocabulary import CaseKind
from tests.conftest import NOW

FIRST = NOW.date()
KEPT = retention.kept_together("RIEC", FIRST, "", None, FIRST)
LINE = RetentionLine(None, "PAR-2026-ABCDE", "PAR-2026-ABCDE", KEPT, None, None)
END = date(2031, 3, 2)


def test_it_stands_among_the_tasks_as_long_ahead_as_the_row_says():
    days = house_terms().row("retention_ahead", FIRST).days
    assert KEPT.destroy_on == END
    assert not LINE.near(END - timedelta(days=days + 1))
    assert LINE.near(END - timedelta(days=days))
    assert not LINE.due(END - timedelta(days=1))
    assert LINE.due(END)


def test_what_is_held_is_neither_due_nor_near():
    held = replace(LINE, hold=LegalHold())
    assert not held.due(END)
    assert not held.near(END)
    assert held.plain("en")["held"]


def test_of_a_joint_case_the_register_and_the_clock_stay_too():
    more = STAYS[CaseKind.PARTNERSHIP] - STAYS[CaseKind.SCREENING]
    assert {"disclosure", "partnership", "phase_move"} <= more
    assert "contribution" not in more
