"""What an administrative decision may not lack."""

from dataclasses import replace

import pytest

from bureau.errors import Invalid
from bureau.rules.vocabulary import Track
from tests.reports.samples import sample

CASE = sample(Track.ADMINISTRATIVE)
LACKS = [
    (CASE.application, {"applicant": ""}),
    (CASE.application, {"subject": ""}),
    (CASE.signals[0], {"innocent": ""}),
    (CASE.signals[0], {"answer": ""}),
    (CASE.signals[0], {"sources": ()}),
    (CASE.danger[0], {"reasoning": ""}),
    (CASE.danger[0], {"by": ""}),
    (CASE.advice, {"own_check": ""}),
    (CASE.weighing[0], {"answer": ""}),
    (CASE.hearing.points[0], {"answer": ""}),
    (CASE.decision, {"text": ""}),
    (CASE.decision, {"reasoning": ""}),
    (CASE.decision, {"taken": True, "on": None}),
]


@pytest.mark.parametrize(("value", "lack"), LACKS, ids=lambda x: type(x).__name__)
def test_a_decision_lacks_nothing_it_must_have(value, lack):
    with pytest.raises(Invalid):
        replace(value, **lack)
