"""One place says which rule keeps an item out; the reader decides which rules there are."""

from dataclasses import replace

import pytest

from bureau.model import Source
from bureau.rules.dossier_readers import reader
from bureau.rules.vocabulary import Track
from reports.assembly import sieve

RULES = [
    ("tip", "APPLICANT", "TIP"),
    ("tip", "DECIDER", ""),
    ("register", "APPLICANT", ""),
]


def of(file, code):
    return replace(file.sieve, reader=reader(Track.ADMINISTRATIVE, code, file.work.today))


@pytest.mark.parametrize(("kind", "code", "rule"), RULES)
def test_a_tip_goes_to_whoever_decides_and_not_to_whom_it_is_about(rich, kind, code, rule):
    with rich.file() as file:
        row = Source(kind=kind, number=90, owner_id=file.case.organisation_id)
        assert of(file, code).source(row) == rule


def test_what_was_found_on_others_in_a_closed_register_does_not_go_to_the_applicant(rich):
    with rich.file() as file:
        row = next(iter(file.sources.values()))
        asked = replace(of(file, "APPLICANT"), consulted={row.id: "BR05"})
        assert asked.source(row) == "CLOSED"
        assert replace(asked, reader=of(file, "COURT").reader).source(row) == ""


def test_a_source_with_a_record_that_may_not_travel_stays(rich):
    with rich.file() as file:
        row = next(iter(file.sources.values()))
        assert replace(file.sieve, untravelled=frozenset({row.id})).source(row) == "HANDLING"


def test_what_another_organisation_gave_stays_until_it_is_released(rich):
    with rich.file() as file:
        assert file.sieve.source(Source(kind="register", number=90, owner_id=None)) == "ORIGIN"


def test_the_advice_goes_to_the_applicant_with_the_intention(rich):
    with rich.file() as file:
        applicant, court = of(file, "APPLICANT"), of(file, "COURT")
        assert applicant.advice(intended=False) == sieve.ADVICE33
        assert applicant.advice(intended=True) == sieve.GOES
        assert court.advice(intended=False) == sieve.GOES


def test_a_name_inside_another_word_does_not_make_a_party_needed(rich):
    with rich.file() as file:
        row = file.entities[rich.lender]
        applicant = of(file, "APPLICANT")
        assert replace(applicant, reasoned="de kwakmanstraat").party(row) == "OTHERS"
        assert replace(applicant, reasoned="mevrouw kwakman leende").party(row) == ""
