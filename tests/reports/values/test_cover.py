"""The cover and the issuance."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bureau.errors import Invalid, NotAllowed
from bureau.rules.vocabulary import Language, Track
from reports.values.cover import LegalBasis, Recipient, two_people
from tests.reports.samples import AUTHOR, cover, issuance


@pytest.fixture
def front():
    return cover(Track.CRIMINAL, Language.NL)


@pytest.mark.parametrize(
    "field", ["organisation", "case_reference", "purpose", "handling", "recall_contact"]
)
def test_a_cover_says_who_for_what_and_how(front, field):
    with pytest.raises(Invalid, match="lacks this text"):
        replace(front, **{field: " "})


def test_a_cover_names_its_author_its_moment_and_a_version(front):
    with pytest.raises(Invalid, match="author"):
        replace(front, author=replace(AUTHOR, name=""))
    with pytest.raises(Invalid, match="time zone"):
        replace(front, prepared_at=datetime(2026, 1, 1))  # noqa: DTZ001
    with pytest.raises(Invalid, match="starts at one"):
        replace(front, version=0)


def test_a_recipient_is_an_office_and_a_person():
    for office, person in (("", "A"), ("parket", " ")):
        with pytest.raises(Invalid, match="recipient"):
            Recipient(office, person)


def test_a_legal_basis_names_an_article():
    with pytest.raises(Invalid, match="legal basis"):
        LegalBasis("item", "", "text")


def test_nothing_is_issued_before_it_was_approved():
    issued = issuance()
    with pytest.raises(NotAllowed, match="before it was approved"):
        replace(issued, issued_at=issued.approved_at - timedelta(minutes=1))


@pytest.mark.parametrize(("number", "of"), [(0, 2), (3, 2)])
def test_a_copy_is_one_of_those_made(number, of):
    with pytest.raises(Invalid, match="cannot exist"):
        replace(issuance(), copy_number=number, copies=of)


def test_two_people_are_needed(front):
    two_people(front, None)
    two_people(front, issuance())
    with pytest.raises(NotAllowed):
        two_people(front, replace(issuance(), approver=AUTHOR))
