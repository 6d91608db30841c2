"""Leads: never more than a question until a person has checked every innocent explanation."""

from dataclasses import replace
from datetime import date

import pytest

from bureau.errors import AccessDenied, Changed, Invalid, NotAllowed, NotFound
from bureau.operations import leads, networks, parties, records, ties
from bureau.operations.records import RecordTerms
from bureau.operations.sources import Learnt
from bureau.rules.vocabulary import CaseKind, Credibility, TieKind
from tests.bureau.operations import scene
from tests.bureau.operations.place import add_source, open_case


@pytest.fixture
def hit_id(work_of, actors, case_id, learnt):
    """A round trip that was found."""
    with work_of(actors.officer) as work:
        scene.take_payments(work, case_id)
        networks.detect(work, case_id, "Onderzoek financiering", ["UB-03"])
        return leads.list_leads(work, case_id)[0].id


def answer_all(work, case_id, hit_id, answer="excluded"):
    for each in leads.read_lead(work, case_id, hit_id).innocents:
        leads.answer_innocent(
            work,
            case_id,
            hit_id,
            each.number,
            answer,
            evidence="nagegaan bij de bank",
            version=each.version,
        )


def test_a_lead_stands_beside_its_explanations(work_of, actors, case_id, hit_id):
    with work_of(actors.second) as work:
        [line] = leads.list_leads(work, case_id)
        lead = leads.read_lead(work, case_id, hit_id)
    assert (line.pattern, line.status, line.unchecked) == ("UB-03", "new", 4)
    assert line.name.nl
    assert [row.external_id for row in lead.payments] == ["t1", "t2", "t3"]
    assert sorted(label for _, label in line.subjects) == ["A", "B", "C"]
    assert lead.purpose == "Onderzoek financiering"
    assert {each.answer for each in lead.innocents} == {"not_checked"}
    assert all(each.text.nl and each.text.en for each in lead.innocents)


def test_a_lead_is_not_retained_while_something_is_unchecked(work_of, actors, case_id, hit_id):
    with pytest.raises(NotAllowed, match="4 inno") as refusal, work_of(actors.officer) as work:
        leads.judge_lead(work, case_id, hit_id, "retained", "lijkt rond", version=1)
    assert refusal.value.where["open"] == [1, 2, 3, 4]
    with work_of(actors.officer) as work:
        answer_all(work, case_id, hit_id)
        leads.judge_lead(work, case_id, hit_id, "retained", "geen verklaring houdt", version=1)
    with work_of(actors.second) as work:
        lead = leads.read_lead(work, case_id, hit_id)
    assert (lead.line.status, lead.reason, lead.judged_by) == (
        "retained",
        "geen verklaring houdt",
        "Officer",
    )
    assert {each.by for each in lead.innocents} == {"Officer"}


@pytest.mark.parametrize("status", ["explained", "refuted"])
def test_letting_go_needs_no_full_list(work_of, actors, case_id, hit_id, status, trail):
    with work_of(actors.officer) as work:
        leads.judge_lead(work, case_id, hit_id, status, "terugbetaling", version=1)
    assert trail()[-1].facts == {"pattern": "UB-03", "status": status}


def test_a_judgement_needs_a_reason_and_a_known_word(work_of, actors, case_id, hit_id):
    for status, reason in (("refuted", " "), ("guilty", "zo is het"), ("new", "toch niet")):
        with pytest.raises(Invalid), work_of(actors.officer) as work:
            leads.judge_lead(work, case_id, hit_id, status, reason, version=1)


def test_an_answer_needs_what_it_rests_on(work_of, actors, case_id, hit_id, source_id):
    with pytest.raises(Invalid), work_of(actors.officer) as work:
        leads.answer_innocent(work, case_id, hit_id, 1, "excluded", evidence=" ", version=1)
    with work_of(actors.officer) as work:
        row = leads.answer_innocent(
            work, case_id, hit_id, 1, "supports", evidence="p. 2", version=1, source_id=source_id
        )
        assert (row.answer, row.source_id) == ("supports", source_id)
    with pytest.raises(NotFound), work_of(actors.officer) as work:
        leads.answer_innocent(work, case_id, hit_id, 9, "excluded", evidence="x", version=1)


def test_a_retained_lead_is_not_unchecked_behind_its_back(work_of, actors, case_id, hit_id):
    with work_of(actors.officer) as work:
        answer_all(work, case_id, hit_id)
        leads.judge_lead(work, case_id, hit_id, "retained", "blijft staan", version=1)
        version = leads.read_lead(work, case_id, hit_id).innocents[0].version
    with pytest.raises(NotAllowed), work_of(actors.officer) as work:
        leads.answer_innocent(work, case_id, hit_id, 1, "not_checked", evidence="", version=version)


def test_two_people_do_not_overwrite_each_other(work_of, actors, case_id, hit_id):
    with work_of(actors.officer) as work:
        leads.answer_innocent(work, case_id, hit_id, 1, "excluded", evidence="a", version=1)
        leads.judge_lead(work, case_id, hit_id, "refuted", "toch niet", version=1)
    for act in (
        lambda work: leads.judge_lead(work, case_id, hit_id, "explained", "zo", version=1),
        lambda work: leads.answer_innocent(
            work, case_id, hit_id, 1, "supports", evidence="b", version=1
        ),
    ):
        with pytest.raises(Changed), work_of(actors.officer) as work:
            act(work)


def test_only_the_officer_answers(work_of, actors, case_id, hit_id):
    with pytest.raises(AccessDenied), work_of(actors.second) as work:
        leads.judge_lead(work, case_id, hit_id, "refuted", "nee", version=1)


def test_a_lead_of_another_case_does_not_exist_here(work_of, actors, case_id, hit_id):
    with work_of(actors.officer) as work:
        other = open_case(work, title="Another case")
    with pytest.raises(NotFound), work_of(actors.officer) as work:
        leads.read_lead(work, other, hit_id)


def test_a_lead_disappears_when_somebody_in_it_turns_out_to_need_protection(
    work_of, actors, case_id, hit_id, learnt
):
    with work_of(actors.officer) as work:
        who = scene.hold(work, case_id, learnt, "B", family_name="Zee")
        assert len(leads.list_leads(work, case_id)) == 1
        parties.change_party(work, case_id, who, 1, {"protected": True})
        assert leads.list_leads(work, case_id) == ()
    with pytest.raises(NotFound), work_of(actors.officer) as work:
        leads.read_lead(work, case_id, hit_id)


@pytest.fixture
def nominee(work_of, actors):
    """A lead of a pattern that asks a victim check, in a partnership case."""
    with work_of(actors.coordinator) as work:
        case_id = open_case(work, kind=CaseKind.PARTNERSHIP)
        learnt = Learnt(add_source(work, case_id), Credibility.PROBABLE)
        front, back = (
            parties.record_person(work, case_id, learnt, family_name=name).id
            for name in ("Voor", "Achter")
        )
        for number in range(5):
            firm = parties.record_company(work, case_id, learnt, name=f"Firma {number}").id
            ended = number == 4
            held = replace(
                learnt,
                valid_from="2023-01-01" if ended else "2024-03-01",
                valid_to="2023-06-01" if ended else "",
            )
            ties.record_tie(work, case_id, TieKind.DIRECTS, front, firm, learnt=held)
            ties.record_tie(work, case_id, TieKind.OWNS, back, firm, learnt=learnt)
        terms = RecordTerms(
            on=date(2024, 1, 1), parties={"person": front}, amount="12000", fields={"sort": "wage"}
        )
        records.add_record(work, case_id, "income", terms, learnt)
        networks.detect(work, case_id, "test", ["UB-43"])
        [line] = leads.list_leads(work, case_id)
        return case_id, line.id


def test_a_lead_that_may_point_at_a_victim_is_carried_only_after_the_check(
    work_of, actors, nominee, trail
):
    case_id, hit_id = nominee
    with work_of(actors.coordinator) as work:
        answer_all(work, case_id, hit_id)
        assert leads.read_lead(work, case_id, hit_id).victim.answer == "not_done"
    with pytest.raises(NotAllowed, match="victim"), work_of(actors.coordinator) as work:
        leads.judge_lead(work, case_id, hit_id, "retained", "x", version=1)
    for answer, note in (("not_done", "x"), ("referred", " ")):
        with pytest.raises(Invalid), work_of(actors.coordinator) as work:
            leads.check_victim(work, case_id, hit_id, answer, note, version=0)
    with work_of(actors.coordinator) as work:
        leads.check_victim(work, case_id, hit_id, "no_indication", "gesproken", version=0)
    assert trail()[-1].kind == "lead.victim_checked"
    with work_of(actors.coordinator) as work:
        lead = leads.read_lead(work, case_id, hit_id)
        assert (lead.victim.note, lead.victim.by) == ("gesproken", "Coordinator")
        leads.judge_lead(work, case_id, hit_id, "retained", "x", version=lead.version)
        with pytest.raises(Changed):
            leads.check_victim(work, case_id, hit_id, "referred", "later", version=9)


def test_other_patterns_ask_no_victim_check(work_of, actors, case_id, hit_id):
    with pytest.raises(NotAllowed, match="no victim check"), work_of(actors.officer) as work:
        leads.check_victim(work, case_id, hit_id, "referred", "x", version=0)


def test_a_structural_lead_stays_on_the_graph(work_of, actors, case_id, learnt):
    text = "id,date,amount,currency,from_account,to_account\n" + "".join(
        f"{a}{b},2024-05-0{n},9000.00,EUR,{a},{b}\n"
        for n, (a, b) in enumerate((("A", "B"), ("B", "C"), ("X", "Y"), ("Y", "Z")), 1)
    )
    with work_of(actors.officer) as work:
        scene.take_payments(work, case_id, text)
        go = parties.record_person(work, case_id, learnt, family_name="Tussen").id
        for end in ("A", "X"):
            to = scene.account(work, case_id, end)
            ties.record_tie(work, case_id, TieKind.ASSOCIATES, go, to, learnt=learnt)
        networks.detect(work, case_id, "test", ["UB-47"])
        [line] = leads.list_leads(work, case_id)
        answer_all(work, case_id, line.id)
        assert [label for _, label in line.subjects] == ["Tussen"]
    with pytest.raises(NotAllowed, match="page of the graph"), work_of(actors.officer) as work:
        leads.judge_lead(work, case_id, line.id, "retained", "x", version=1)
    with work_of(actors.officer) as work:
        leads.judge_lead(work, case_id, line.id, "explained", "een boekhouder", version=1)
