"""Events, deadlines, disclosure."""

from dataclasses import fields, replace
from datetime import datetime

import pytest

from bureau.errors import Invalid
from bureau.rules.vocabulary import Track
from reports.values.steps import Withheld
from tests.reports.samples import sample

CRIMINAL = sample(Track.CRIMINAL)
LACKS = [
    (CRIMINAL.timeline[0], {"on": "long ago"}),
    (CRIMINAL.timeline[0], {"text": ""}),
    (CRIMINAL.steps[0], {"on": "soon"}),
    (CRIMINAL.deadlines[0], {"reasons": ()}),
    (CRIMINAL.openness, {"notice": ""}),
    (CRIMINAL.openness.disclosures[0], {"at": datetime(2026, 1, 1)}),  # noqa: DTZ001
]


@pytest.mark.parametrize(("value", "lack"), LACKS, ids=lambda x: type(x).__name__)
def test_what_happened_is_dated_and_explained(value, lack):
    with pytest.raises(Invalid):
        replace(value, **lack)


def test_what_is_withheld_has_no_place_for_its_content():
    assert not {f.name for f in fields(Withheld)} & {"content", "text", "sources", "title"}
