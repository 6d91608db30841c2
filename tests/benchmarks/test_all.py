"""Every measurement still runs, on a few payments: none of the numbers is looked at here."""

import pytest

from tests.benchmarks import all as every
from tests.benchmarks import import_bench
from tests.benchmarks.measures import Line


@pytest.mark.postgres
def test_every_measurement_runs_and_the_report_is_a_table():
    found = list(every.lines(600, 1))
    text = every.told(found, 600, 0.1)
    assert len(found) >= 15
    for goal in ("load", "MultiDiGraph", "Snap ML", "flow", "ego", "import", "trigram", "memory"):
        assert any(goal in line.what for line in found), goal
    assert sum("import" in line.what for line in found) == 6
    assert all(f"| {line.what} | {line.found} |" in text for line in found)
    assert "the same" in text
    assert "NOT the same" not in text


def test_the_import_line_says_honestly_what_was_not_reached():
    groups = [(2.0, 1.0, 1.5), (5.0, 1.0, 1.5), (10.0, 3.0, 4.0)]
    bare, checked = import_bench._lines(1000, groups, "sqlite / bare executemany")
    told = "0.30 x its speed (0.20 to 0.50, 3 pairs; 5 s against 1 s)"
    assert (bare.found, bare.reached) == (told, False)
    assert checked.what.endswith("with references looked up")


def test_what_was_not_reached_is_said():
    assert "| x | 2.0 | <= 1 | no |" in every.told([Line("x", "2.0", "<= 1", False)], 10, 0.1)
