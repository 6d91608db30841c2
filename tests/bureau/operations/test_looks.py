"""Who looked at a file, told to its handler and to the auditor, and to nobody else."""

import pytest

from bureau.errors import AccessDenied
from bureau.operations import case_files, looks, parties, search
from bureau.operations.search import Errand
from tests.bureau.operations.place import open_case

WHY = Errand("INTAKE", reason="An application that is no case yet")


def kinds(page):
    return [(line.kind, line.login) for line in page.lines]


def test_a_handler_reads_who_saw_what_searched_and_was_refused(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        parties.record_person(work, case_id, learnt, given_names="Jan", family_name="Zeeman")
    with work_of(actors.second, purpose="work on the file") as work:
        case_files.read_case(work, case_id)
        search.search_case_records(work, "zeeman", WHY)
    with pytest.raises(AccessDenied), work_of(actors.outsider) as work:
        case_files.read_case(work, case_id)
    with work_of(actors.officer) as work:
        page = looks.read_looks(work, case_id)
    assert kinds(page) == [
        ("access.denied", "outsider"), ("search.found", "second"), ("case.read", "second")
    ]  # fmt: skip
    assert [line.refused for line in page.lines] == [True, False, False]
    assert page.lines[-1].purpose == "work on the file"
    assert [day for day, _ in page.days] == [page.lines[0].day]


def test_only_a_handler_reads_it_and_reading_it_is_a_look_too(work_of, actors, case_id):
    with pytest.raises(AccessDenied), work_of(actors.second) as work:
        looks.read_looks(work, case_id)
    for handed_out in (False, True):
        with work_of(actors.officer) as work:
            looks.read_looks(work, case_id, handed_out=handed_out)
    with work_of(actors.officer) as work:
        page = looks.read_looks(work, case_id, everyone=True)
    assert kinds(page)[:2] == [("look.exported", "officer"), ("look.listed", "officer")]


def test_the_owner_is_told_who_searches_the_whole_name_and_the_searcher_is_not(
    work_of, actors, case_id, learnt
):
    with work_of(actors.officer) as work:
        parties.record_person(work, case_id, learnt, given_names="Jan", family_name="Zeeman")
        told = {"given_names": "Els", "family_name": "Kade", "protected": True}
        parties.record_person(work, case_id, learnt, **told)
        parties.record_company(work, case_id, learnt, name="Het Anker B.V.", kvk="69599084")
    with work_of(actors.coordinator) as work:
        found = [
            search.search_case_records(work, text, WHY)
            for text in ("jan zeeman", "Els Kade", "69599084", "zeeman", "nobody at all")
        ]
        assert all(each == found[-1] for each in found)
    with work_of(actors.officer) as work:
        page = looks.read_looks(work, case_id)
    assert [(line.login, line.kind) for line in page.sought] == [("coordinator", "search.done")] * 2


def test_an_auditor_reads_it_over_all_files_by_file_or_by_person(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        open_case(work, title="Another case")
        reference = case_files.read_case(work, case_id).reference
    with work_of(actors.second) as work:
        case_files.read_case(work, case_id)
    with work_of(actors.auditor) as work:
        by_file = looks.read_all_looks(work, file=reference)
        by_person = looks.read_all_looks(work, login="second")
        assert looks.read_all_looks(work, file="nothing").lines == ()
        assert looks.read_all_looks(work, login="no\0body").lines == ()
    assert {by_file.references[line.scope] for line in by_file.lines} == {reference}
    assert {line.login for line in by_person.lines} == {"second"}
    with pytest.raises(AccessDenied), work_of(actors.officer) as work:
        looks.read_all_looks(work)
