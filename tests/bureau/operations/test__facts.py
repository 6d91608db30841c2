"""What every fact shares: its source, its grade, its period, and the number of a record."""

from datetime import date

import pytest

from bureau.errors import Invalid, NotFound
from bureau.model import Source
from bureau.operations import parties
from bureau.operations._facts import Learnt, certainty, next_number, party, shown, sourced
from bureau.policy import Permission
from bureau.rules.dates import PartialDate
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Certainty, Credibility, EntityKind, Reliability


def test_a_fact_takes_its_source_grade_and_period(work_of, actors, case_id, source_id):
    told = Learnt(source_id, Credibility.POSSIBLE, " p. 3 ", "2024", "2024-05")
    with work_of(actors.officer) as work:
        case = work.case(case_id, Permission.CASE_READ)
        facts = sourced(work, case, told)
        assert facts["learnt_from"].id == source_id
        assert next_number(work, case, Source) == 2
        work.record(EventKind.CASE_READ, case)
    assert (facts["place_in_source"], shown(facts["valid_to"])) == ("p. 3", "2024-05")


def test_an_open_end_is_no_end(work_of, actors, case_id, source_id):
    with work_of(actors.officer) as work:
        case = work.case(case_id, Permission.CASE_READ)
        facts = sourced(work, case, Learnt(source_id, valid_from="2024"))
        work.record(EventKind.CASE_READ, case)
    assert facts["valid_to"] == PartialDate()


def test_a_part_is_played_by_the_right_kind(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        firm = parties.record_company(work, case_id, learnt, name="De Kade")
        case = work.case(case_id, Permission.CASE_READ)
        assert party(work, case, firm.id, "lender", EntityKind.COMPANY) is firm
        with pytest.raises(Invalid, match="cannot be a company"):
            party(work, case, firm.id, "account", EntityKind.ACCOUNT)
        with pytest.raises(NotFound):
            party(work, case, case.id, "lender")


def test_certainty_follows_from_both_axes():
    day = date(2026, 3, 2)
    assert certainty(Reliability.A, Credibility.CONFIRMED, day) is Certainty.CONFIRMED
    assert certainty(Reliability.A, Credibility.UNKNOWN, day) is Certainty.UNKNOWN
    assert shown(None) == ""
