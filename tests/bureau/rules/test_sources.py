from datetime import date

import pytest

from bureau.errors import NotFound
from bureau.rules.sources import Inquiry, Relation, may_consult, sources

DAY = date(2026, 11, 20)
APPLICANT, RELATED, OTHER = Relation.APPLICANT, Relation.RELATED, Relation.OTHER


@pytest.mark.parametrize("source", sources().codes())
@pytest.mark.parametrize("stage", Inquiry)
def test_nobody_outside_the_circle_is_looked_up(source, stage):
    assert not may_consult(source, stage, OTHER, DAY).allowed


@pytest.mark.parametrize("source", sources().codes())
def test_nobody_is_looked_up_before_there_is_a_power(source):
    found = may_consult(source, Inquiry.NONE, APPLICANT, DAY)
    assert not found.allowed
    assert found.basis == "Wet Bibob 26"


@pytest.mark.parametrize(
    "source, stage, relation, allowed",
    [
        ("BR01", Inquiry.LIGHT, RELATED, True),
        ("BR03", Inquiry.DEEP, APPLICANT, False),
        ("BR05", Inquiry.LIGHT, APPLICANT, False),
        ("BR05", Inquiry.DEEP, RELATED, True),
        ("BR06", Inquiry.DEEP, APPLICANT, True),
        ("BR06", Inquiry.DEEP, RELATED, False),
        ("BR10", Inquiry.DEEP, APPLICANT, False),
        ("BR10", Inquiry.BUREAU, RELATED, True),
        ("BR13", Inquiry.BUREAU, APPLICANT, False),
    ],
)
def test_who_may_be_asked_about_whom_and_when(source, stage, relation, allowed):
    found = may_consult(source, stage, relation, DAY)
    assert found.allowed is allowed
    assert found.reason.nl
    assert found.basis


def test_an_unknown_source_is_not_found():
    with pytest.raises(NotFound):
        may_consult("BR99", Inquiry.LIGHT, APPLICANT, DAY)
