"""Lines of the trail become looks: who, at what, for which task; nobody's reminders or support."""

import pytest

from bureau.errors import AccessDenied
from bureau.operations import _watched, case_files, members, parties, search, supports
from bureau.operations.search import Errand
from bureau.watch.values import Act
from tests.bureau.operations.looked import DESK, searches
from tests.conftest import NOW


def seen(work_of, actors, who=None):
    with work_of(actors.auditor) as work:
        rows = _watched.looks(work)
    return [row for row in rows if who is None or row.actor == str(who.id)]


def test_opening_a_case_and_a_party_of_ones_own_is_a_look_with_a_task(
    work_of, actors, case_id, learnt
):
    with work_of(actors.officer) as work:
        person = parties.record_person(work, case_id, learnt, family_name="Voorbeeld").id
    with work_of(actors.second) as work:
        case_files.read_case(work, case_id)
        parties.read_party(work, case_id, person)
    case, party = seen(work_of, actors, actors.second)
    assert (case.act, case.subject, case.tasked) == (Act.OPEN, f"case:{case_id}", True)
    assert (party.act, party.subject, party.tasked) == (Act.OPEN, f"person:{person}", True)
    assert party.marks
    assert case.body == str(actors.second.organisation_id)


def test_a_search_has_a_task_where_it_names_one_and_the_same_reason_the_same_mark(
    work_of, actors, case_id
):
    for_case = Errand("TASK", case_id, "")
    searches(work_of, actors.officer, "Jansen", errand=for_case)
    searches(work_of, actors.officer, "Jansen", "Pietersen")
    task, one, other = seen(work_of, actors, actors.officer)
    assert [row.tasked for row in (task, one, other)] == [True, False, False]
    assert task.marks == one.marks != other.marks
    assert one.reason == other.reason != ""
    assert one.first == "j"


def test_a_refusal_is_a_look_at_what_was_asked(work_of, actors, case_id):
    with pytest.raises(AccessDenied), work_of(actors.outsider) as work:
        case_files.read_case(work, case_id)
    [row] = seen(work_of, actors, actors.outsider)
    assert (row.act, row.subject, row.tasked) == (Act.REFUSED, f"case:{case_id}", False)


def test_whose_part_in_a_case_ends_is_noticed_and_not_whoever_ended_it(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        members.unshare_case(work, case_id, "second", "Only for the decision")
    [row] = [each for each in seen(work_of, actors) if each.act is Act.NOTICE]
    assert row.actor == str(actors.second.id)


def test_support_files_reminders_and_older_months_are_left_out(work_of, actors, case_id, sessions):
    with work_of(actors.care) as work:
        supports.open_file(work, "Haven", "a safe place", "somewhere to sleep")
    assert seen(work_of, actors, actors.care) == []
    with work_of(actors.officer) as work:
        told = type(work)(work.session, work.actor, NOW, "test", "", "remind")
        case_files.read_case(told, case_id)
    assert seen(work_of, actors, actors.officer) == []
    searches(work_of, actors.officer, "Oud", now=NOW.replace(year=2025))
    assert seen(work_of, actors, actors.officer) == []
    assert search.OWN == _watched.OWN
    assert DESK.purpose != search.OWN
