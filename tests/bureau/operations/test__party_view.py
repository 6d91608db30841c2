"""What a page shows of a party."""

from bureau.model import Tie
from bureau.operations import parties, ties
from bureau.operations._party_view import share_text
from bureau.operations.sources import Learnt
from bureau.rules.vocabulary import Credibility, EntityKind, TieKind
from tests.bureau.operations.place import add_source


def test_the_sources_of_a_party_are_those_of_all_its_facts(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        second = add_source(work, case_id, "Kadaster")
        loods = parties.record_property(
            work, case_id, learnt, name="Loods 4", valuation_minor=25000000, valued_on="2024"
        ).id
        who = parties.record_person(work, case_id, learnt, family_name="Zee").id
        told = Learnt(second, Credibility.CONFIRMED)
        ties.record_tie(work, case_id, TieKind.OWNS, who, loods, learnt=told, detail="erfpacht")
        seen = parties.read_party(work, case_id, loods)
    assert [source.title for source in seen.sources] == ["Uittreksel", "Kadaster"]
    assert dict(seen.facts) == {"valuation": "250000.00", "valued_on": "2024"}
    assert [(tie.detail, tie.other_id) for tie in seen.ties] == [("erfpacht", who)]


def test_lists_are_ordered_without_capitals_and_accents(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        for name in ("zeeman", "Élan", "Dijk"):
            parties.record_person(work, case_id, learnt, family_name=name)
        parties.record_company(work, case_id, learnt, name="Aak")
        everybody = parties.list_parties(work, case_id)
        people = parties.list_parties(work, case_id, EntityKind.PERSON)
    assert [row.label for row in everybody] == ["Aak", "Dijk", "Élan", "zeeman"]
    assert [row.label for row in people] == ["Dijk", "Élan", "zeeman"]


def test_a_share_reads_as_a_fraction():
    assert share_text(Tie(share_numerator=1, share_denominator=3)) == "1/3"
    assert share_text(Tie()) == ""
