"""Search: without accents and capitals, over what one may see and nothing beyond."""

import pytest

from bureau.errors import AccessDenied, Invalid
from bureau.operations import parties, search
from bureau.operations.sources import Learnt
from bureau.rules.vocabulary import CaseKind
from tests.bureau.operations.place import add_source, open_case

WHY = search.Errand("INTAKE", reason="An application that is no case yet")


@pytest.fixture
def found(work_of, actors, case_id, learnt):
    """A few parties in the case."""
    with work_of(actors.officer) as work:
        parties.record_person(work, case_id, learnt, given_names="José", family_name="Öztürk")
        parties.record_company(work, case_id, learnt, name="100% Kade_Werk", kvk="69599084")
        parties.record_account(work, case_id, learnt, number="NL20BURO0123456789")
        hidden = {"given_names": "Joséphine", "protected": True}
        parties.record_person(work, case_id, learnt, family_name="Zee", **hidden)


def labels(work_of, actor, text, limit=20):
    with work_of(actor) as work:
        return [hit.label for hit in search.search_case_records(work, text, WHY, limit).parties]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("OZTURK", ["José Öztürk"]),
        ("jose", ["José Öztürk", "Joséphine Zee"]),
        ("100%", ["100% Kade_Werk"]),
        ("e_w", ["100% Kade_Werk"]),
        ("%%", []),
        ("__", []),
        ("\\\\", []),
        ("69599084", ["100% Kade_Werk"]),
        ("6959 9084", ["100% Kade_Werk"]),
        ("nl20 buro 0123", ["NL20BURO0123456789"]),
        ("'; DROP TABLE entity; --", []),
        ("j", []),
        ("", []),
    ],
)
def test_what_is_typed_is_what_is_found(work_of, actors, found, text, expected):
    assert labels(work_of, actors.officer, text) == expected


def test_cases_are_found_by_title_and_reference(work_of, actors, case_id):
    with work_of(actors.second) as work:
        by_title = search.search_case_records(work, "CAFE de anker", WHY).cases
        by_reference = search.search_case_records(work, "scr-", WHY).cases
    assert [hit.id for hit in by_title] == [hit.id for hit in by_reference] == [case_id]


def test_an_outsider_finds_exactly_what_is_there_without_the_case(
    work_of, actors, case_id, found, trail
):
    with work_of(actors.outsider) as work:
        hidden = search.search_case_records(work, "ozturk", WHY)
        assert search.suggest(work, "ozturk", WHY) == ()
        assert hidden == search.search_case_records(work, "nobody at all", WHY)
    assert {event.facts["parties"] for event in trail()[-3:]} == {0}


def test_a_member_of_one_case_does_not_see_the_other(work_of, actors, case_id, found):
    with work_of(actors.officer) as work:
        other = open_case(work, title="Another case")
        told = Learnt(add_source(work, other))
        parties.record_person(work, other, told, family_name="Özturk-Meer")
    assert labels(work_of, actors.second, "ozturk") == ["José Öztürk"]
    assert labels(work_of, actors.officer, "ozturk") == ["José Öztürk", "Özturk-Meer"]


def test_a_protected_person_is_never_suggested(work_of, actors, found):
    with work_of(actors.officer) as work:
        assert [hit.label for hit in search.suggest(work, "jose", WHY)] == ["José Öztürk"]


def test_the_limit_is_told(work_of, actors, found):
    with work_of(actors.officer) as work:
        result = search.search_case_records(work, "e", WHY, 1)
        assert (result.parties, result.more) == ((), False)
        result = search.search_case_records(work, "jo", WHY, 1)
        assert (len(result.parties), result.more) == (1, True)


def test_the_trail_keeps_a_mark_and_not_the_words(work_of, actors, found, trail):
    for text in ("Öztürk", "OZTURK", "Zonneveld"):
        labels(work_of, actors.officer, text)
    one, same, other = [event for event in trail() if event.kind == "search.done"][-3:]
    assert "ozt" not in str((one.facts, one.subject)).lower()
    assert one.facts["mark"] == same.facts["mark"] != other.facts["mark"]
    assert one.facts["length"] == 6


def test_a_partner_finds_the_case_and_nobody_in_it(work_of, actors):
    with work_of(actors.coordinator) as work:
        title = "De Kade"
        case_id = open_case(work, actors.police, kind=CaseKind.PARTNERSHIP, title=title)
        told = Learnt(add_source(work, case_id))
        parties.record_person(work, case_id, told, family_name="Kadewerk", protected=True)
        parties.record_company(work, case_id, told, name="Kade 4")
    with work_of(actors.police) as work:
        result = search.search_case_records(work, "kade", WHY)
        assert ([hit.id for hit in result.cases], result.parties) == ([case_id], ())
        assert search.suggest(work, "kade", WHY) == ()
    assert labels(work_of, actors.coordinator, "kade") == ["Kade 4", "Kadewerk"]


def test_a_search_for_people_says_for_which_task(work_of, actors, case_id, found, trail):
    for errand in (search.Errand("TASK"), search.Errand("INTAKE", reason="because")):
        with pytest.raises(Invalid), work_of(actors.officer) as work:
            search.search_case_records(work, "jose", errand)
    with work_of(actors.officer) as work:
        result = search.search_case_records(work, "jose", search.Errand("TASK", case_id))
        assert len(result.parties) == 2
        assert search.search_case_records(work, "jose", search.Errand()).parties == ()
    told = [event for event in trail() if event.kind == "search.found"]
    assert [(e.scope, e.facts["parties"], e.facts["for_case"]) for e in told] == [
        (f"case:{case_id}", 2, str(case_id))
    ]


def test_a_task_in_a_case_of_somebody_else_opens_nothing(work_of, actors, case_id):
    with pytest.raises(AccessDenied), work_of(actors.outsider) as work:
        search.search_case_records(work, "jose", search.Errand("TASK", case_id))
