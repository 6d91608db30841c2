"""What is compared of a party, and a digest of it that tells no number."""

from bureau.model import Case
from bureau.operations import parties, ties
from bureau.operations._match_subjects import candidates, pair_facts
from bureau.rules.vocabulary import TieKind
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_numbers_days_and_homes_are_compared(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        who = parties.record_person(
            work, case_id, learnt, given_names="Anna", family_name="Bakker", born="1985"
        )
        parties.add_identifier(work, case_id, who.id, "bsn", "999990019", learnt=learnt)
        home = parties.record_address(
            work, case_id, learnt, street="Kade", number="1", postcode="1234 AB"
        )
        ties.record_tie(work, case_id, TieKind.LIVES_AT, who.id, home.id, learnt=learnt)
        parties.record_company(work, case_id, learnt, name="De Zon B.V.")
        known = candidates(work, work.session.get_one(Case, case_id))
        found, place = known[who.id], home.label
    assert len(known) == 2
    assert found.subject.identifiers == (("bsn", "999990019"),)
    assert (str(found.subject.born), found.subject.addresses) == ("1985", (place,))
    other = next(each for each in known.values() if each.id != found.id)
    assert pair_facts(found, other) == pair_facts(other, found)
    assert "999990019" not in found.facts
