"""Entries, ties and the chart."""

from dataclasses import replace

import pytest

from bureau.errors import Invalid
from bureau.rules.vocabulary import Track
from reports.values.network import PartRole
from tests.reports.samples import sample

CRIMINAL = sample(Track.CRIMINAL)


def test_the_roles_are_closed_and_hold_no_victim_and_no_suspect():
    assert {role.value for role in PartRole} == {"subject", "related", "official"}


def test_nobody_stands_in_the_index_without_a_name_and_a_source():
    with pytest.raises(Invalid, match="without a source"):
        replace(CRIMINAL.entities[0], sources=())
    with pytest.raises(Invalid, match="lacks this text"):
        replace(CRIMINAL.entities[0], label="")


def test_a_tie_has_a_source_and_ends_inside_the_chart():
    tie = CRIMINAL.chart.ties[0]
    with pytest.raises(Invalid, match="no source"):
        replace(tie, sources=())
    with pytest.raises(Invalid, match="outside the chart"):
        replace(CRIMINAL.chart, ties=(replace(tie, end="e99"),))


def test_a_chart_describes_itself_and_knows_its_labels():
    assert CRIMINAL.chart.label("e2") == "P. Zeegers"
    with pytest.raises(Invalid, match="description"):
        replace(CRIMINAL.chart, description=" ")
