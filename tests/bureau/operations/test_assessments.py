"""Findings with sources, danger per ground, and a second reader who is somebody else."""

from dataclasses import replace

import pytest

from bureau.errors import AccessDenied, Changed, Invalid, NotAllowed, NotFound
from bureau.operations import assessments
from bureau.operations.case_files import read_case
from bureau.rules.vocabulary import Role


def test_a_finding_needs_a_source_of_this_case(road, work_of, actors):
    from tests.bureau.operations.road import Road

    other = Road(work_of, actors)
    for sources, error in (([], Invalid), ([other.source], NotFound)):
        with pytest.raises(error), road.by("officer") as work:
            assessments.write_finding(work, road.id, "a", "Something.", sources)
    with road.by("officer") as work:
        assert assessments.list_findings(work, road.id) == []


@pytest.mark.parametrize(
    ("ground", "text", "perceived"),
    [("c", "x", "own"), ("a", " ", "own"), ("a", "x", "dreamt"), ("a", "x" * 20_001, "own")],
)
def test_a_finding_has_a_ground_words_and_a_way_it_was_perceived(road, ground, text, perceived):
    with pytest.raises(Invalid), road.by("officer") as work:
        assessments.write_finding(work, road.id, ground, text, [road.source], perceived=perceived)


def test_findings_are_numbered_and_edited_with_their_version(road):
    first, second = road.find(), road.find()
    with road.by("officer", "03-12") as work:
        found = assessments.list_findings(work, road.id)
        assert [(row.id, row.number) for row in found] == [(first, 1), (second, 2)]
        version = found[0].version

    def edit(text):
        with road.by("officer", "03-12") as work:
            assessments.edit_finding(
                work,
                road.id,
                first,
                version,
                text,
                sources=[road.source, road.source],
                contrary="The lender may have savings.",
            )

    edit("Better words.")
    with pytest.raises(Changed) as clash:
        edit("Yet other words.")
    assert ("text", "Yet other words.", "Better words.") in clash.value.differences
    with road.by("officer", "03-12") as work:
        assert len(assessments.list_findings(work, road.id)[0].sources) == 1


def test_the_second_reader_is_never_the_author(road, work_of, actors):
    road.find()
    road.assess(sign=False)
    both = replace(actors.officer, roles=actors.officer.roles | {Role.REVIEWER})
    with pytest.raises(NotAllowed) as refusal, work_of(both) as work:
        assessments.sign_assessment(work, road.id, "a", 1)
    assert refusal.value.where["guard"] == "second_reader"
    with pytest.raises(AccessDenied), road.by("officer") as work:
        assessments.sign_assessment(work, road.id, "a", 1)
    with pytest.raises(Changed), road.by("second") as work:
        assessments.sign_assessment(work, road.id, "a", 99)
    road.sign()


def test_a_changed_assessment_or_finding_loses_its_signature(road):
    finding = road.find()
    road.assess()

    def signed():
        with road.by("officer", "03-14") as work:
            return {
                row.ground: bool(row.signed_by_id) for row in read_case(work, road.id).assessments
            }

    assert all(signed().values())
    with road.by("officer", "03-14") as work:
        assessments.edit_finding(work, road.id, finding, 1, "Weaker words.", sources=[road.source])
    assert signed() == {"a": False, "b": True, "art_3_6": True}


def test_an_assessment_is_never_overwritten_unseen(road):
    road.assess(sign=False)
    with pytest.raises(Changed) as clash:
        road.assess(a="lesser", sign=False)
    assert ("danger", "lesser", "serious") in clash.value.differences


def test_nothing_unknown_is_assessed_and_nothing_missing_is_signed(road):
    with pytest.raises(Invalid), road.by("officer") as work:
        assessments.assess_danger(work, road.id, "a", "x", danger="awful")
    with pytest.raises(Invalid), road.by("officer") as work:
        assessments.assess_danger(work, road.id, "general", "x")
    with pytest.raises(Invalid), road.by("second") as work:
        assessments.sign_assessment(work, road.id, "a", 1)


def test_the_own_conclusion_needs_every_ground_and_the_signature(road):
    road.to_assessment()
    with pytest.raises(NotAllowed) as refusal:
        road.step("T27", "03-13")
    assert refusal.value.where["guard"] == "assessment_complete"
    road.assess(sign=False)
    with pytest.raises(NotAllowed) as refusal:
        road.step("T27", "03-13")
    assert refusal.value.where["guard"] == "second_reader_signed"
    road.sign()
    assert road.step("T27", "03-13").target == "ST80"
