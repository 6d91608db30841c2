"""Same person? Judged by a person, kept row after row, and never a merge."""

import pytest

from bureau.errors import AccessDenied, Changed, Invalid, NotFound
from bureau.model import Person
from bureau.operations import _match_pairs, matches, parties, person_exports
from bureau.operations._person_file import PersonFile
from bureau.rules.events import EventKind
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


@pytest.fixture
def two_people(work_of, actors, case_id, learnt):
    """The ids of two people of one name and day of birth."""
    with work_of(actors.officer) as work:
        return [
            parties.record_person(
                work, case_id, learnt, given_names=given, family_name="Bakker", born="1985-03-12"
            ).id
            for given in ("Pieter", "Pieter")
        ]


def judge(work_of, actor, case_id, pair, judgement, reason="gezien", facts=None):
    with work_of(actor) as work:
        seen = facts or matches.read_match(work, case_id, *pair).facts
        matches.judge_match(work, case_id, *pair, judgement, reason, facts=seen)


def queue(work_of, actor, case_id):
    with work_of(actor) as work:
        return matches.list_matches(work, case_id)


def test_a_pair_waits_with_its_reasons_and_goes_once_it_is_judged(
    work_of, actors, case_id, two_people, trail
):
    seen = queue(work_of, actors.second, case_id)
    [line] = seen.waiting
    assert (line.comparison.verdict, line.changed, seen.complete) == ("match", False, True)
    assert "Dezelfde geboortedatum: 12 maart 1985." in [each.nl for each in line.comparison.pro]
    judge(work_of, actors.officer, case_id, two_people[::-1], "different", "vader en zoon")
    assert trail()[-1].facts == {"judgement": "different", "number": 1}
    seen = queue(work_of, actors.officer, case_id)
    assert seen.waiting == ()
    [line] = seen.judged
    assert (line.last.judgement, line.last.reason, line.last.by) == (
        *("different", "vader en zoon"),
        "Officer",
    )
    with work_of(actors.officer) as work:
        assert len(parties.list_parties(work, case_id)) == 2
        assert [row.last.reason for row in matches.list_judged(work, case_id, two_people[0])] == [
            "vader en zoon"
        ]
    assert trail()[-1].facts["focus"] == str(two_people[0])


def test_the_database_is_let_go_of_while_parties_are_compared(
    work_of, actors, case_id, two_people, monkeypatch
):
    held, compared = [], _match_pairs.likely
    with work_of(actors.second) as work:

        def likely(*asked):
            held.append(work.session.in_transaction())
            return compared(*asked)

        monkeypatch.setattr(_match_pairs, "likely", likely)
        assert len(matches.list_matches(work, case_id).waiting) == 1
    assert held == [False]


def test_a_judgement_is_followed_by_another_and_none_is_lost(work_of, actors, case_id, two_people):
    for judgement in ("same", "unsure", "withdrawn"):
        judge(work_of, actors.officer, case_id, two_people, judgement, f"want {judgement}")
    assert len(queue(work_of, actors.officer, case_id).waiting) == 1
    with work_of(actors.officer) as work:
        pair = matches.read_match(work, case_id, *two_people)
    assert [row.reason for row in pair.history] == ["want withdrawn", "want unsure", "want same"]


def test_it_comes_back_when_what_was_compared_changed(work_of, actors, case_id, two_people):
    with work_of(actors.officer) as work:
        seen = matches.read_match(work, case_id, *two_people).facts
    judge(work_of, actors.officer, case_id, two_people, "same")
    with work_of(actors.officer) as work:
        parties.change_party(work, case_id, two_people[0], 1, {"note": "gebeld"})
    assert queue(work_of, actors.officer, case_id).waiting == ()
    with work_of(actors.officer) as work:
        parties.change_party(work, case_id, two_people[0], 2, {"born": "1985-12-03"})
    [line] = queue(work_of, actors.officer, case_id).waiting
    assert (line.changed, line.last.judgement) == (True, "same")
    with pytest.raises(Changed):
        judge(work_of, actors.officer, case_id, two_people, "same", facts=seen)


def test_a_protected_person_is_never_compared(work_of, actors, case_id, two_people, learnt):
    judge(work_of, actors.officer, case_id, two_people, "same")
    with work_of(actors.officer) as work:
        parties.change_party(work, case_id, two_people[0], 1, {"protected": True})
        parties.record_person(work, case_id, learnt, family_name="Onbekend")
        parties.record_person(work, case_id, learnt, family_name="onbekend")
    seen = queue(work_of, actors.officer, case_id)
    assert (seen.waiting, seen.judged) == ((), ())
    with work_of(actors.officer) as work:
        assert matches.list_judged(work, case_id, two_people[1]) == ()
    for pair in (two_people, [two_people[1], two_people[1]]):
        with pytest.raises(NotFound), work_of(actors.officer) as work:
            matches.read_match(work, case_id, *pair)


@pytest.mark.parametrize(("judgement", "reason"), [("same", " "), ("merged", "want"), ("", "want")])
def test_a_judgement_needs_a_known_word_and_a_reason(
    work_of, actors, case_id, two_people, judgement, reason
):
    with pytest.raises(Invalid):
        judge(work_of, actors.officer, case_id, two_people, judgement, reason)


def test_who_only_reads_does_not_judge(work_of, actors, case_id, two_people):
    with pytest.raises(AccessDenied):
        judge(work_of, actors.second, case_id, two_people, "same")


def test_the_person_is_told_what_was_judged_once_the_intention_is(
    work_of, actors, case_id, two_people, monkeypatch
):
    judge(work_of, actors.officer, case_id, two_people, "different", "een neef")
    with work_of(actors.officer) as work:
        before = person_exports.export_person(work, case_id, two_people[0])
    assert before.content["same_person"] == []
    monkeypatch.setattr(PersonFile, "judged_openly", True)
    with work_of(actors.officer) as work:
        told = person_exports.export_person(work, case_id, two_people[0])
    [row] = told.content["same_person"]
    assert (row["status"], row["reason"]) == ("pair_different", "een neef")
    with work_of(actors.officer) as work:
        other = parties.read_party(work, case_id, two_people[1])
        work.session.get_one(Person, other.id).protected = True
        work.record(EventKind.PARTY_CHANGED, work.session.get_one(Person, other.id))
    with work_of(actors.officer) as work:
        told = person_exports.export_person(work, case_id, two_people[0])
    assert told.content["same_person"] == []
