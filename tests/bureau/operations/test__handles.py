"""What a party is called outside the house: its own number or name where that is unmistakable."""

from bureau.operations import imports, parties
from bureau.operations._handles import handles
from bureau.policy import Permission
from bureau.rules.events import EventKind


def test_a_name_is_used_only_where_it_is_unmistakable(work_of, actors, case_id, learnt):
    text = b"source,target\nA,Zee\n"
    with work_of(actors.officer) as work:
        account = parties.record_account(work, case_id, learnt, number="A").id
        other = parties.record_account(work, case_id, learnt, number="B").id
        person = parties.record_person(work, case_id, learnt, family_name="Meer").id
        imports.import_file(work, case_id, "network-csv", "n.csv", text, source_title="Schets")
        case = work.case(case_id, Permission.CASE_READ)
        work.record(EventKind.CASE_READ, case)
        called = handles(work, case)
    assert called[other] == "B"
    assert called[account] == str(account)  # a node of the list is called A too
    assert called[person] == str(person)
    assert "Zee" in called.values()
