"""Registers as tables: whole, and no formula in them."""

import csv
import io

from bureau.rules.vocabulary import Track
from reports.payload import tables
from reports.values.steps import TimelineEvent
from tests.reports.samples import sample


def rows(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def test_every_hand_over_of_every_source_is_a_line():
    transfers = sample(Track.CRIMINAL).custody
    found = rows(tables.custody(transfers))
    assert len(found) == sum(len(one.sources) for one in transfers)
    assert {row["intact"] for row in found} <= {"yes", "no", "not measured"}


def test_everybody_of_the_index_stands_there_once():
    index = sample(Track.CRIMINAL).entities
    assert [row["name"] for row in rows(tables.entities(index))] == [one.label for one in index]


def test_a_cell_is_no_formula():
    made = tables.timeline([TimelineEvent("2026-03", "=cmd|'/c calc'!A1", (1,), "@SUM(1)")])
    assert b"'=cmd" in made
    assert b"'@SUM" in made
