"""What a company does, where it has its people, and in which country an account is kept."""

from bureau.operations import imports, parties
from bureau.operations._network_rows import parties as rows_of
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Reliability

LIST = "id,date,amount,currency,from_account,to_account\n"


def nodes_of(work, case_id):
    case = work.case(case_id, Permission.NETWORK_READ)
    work.record(EventKind.NETWORK_READ, case)
    return rows_of(work, case).nodes


def test_a_company_brings_its_activity_and_an_address_its_place(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        parties.record_company(work, case_id, learnt, name="Bel", activity="telecom", staff=3)
        parties.record_address(
            work, case_id, learnt, street="Kade", number="1", postcode="3011 AA", city="Delft"
        )
        who = nodes_of(work, case_id)
    known = {(node.activity, node.staff, node.place, node.hub) for node in who}
    assert known == {("telecom", 3, "", None), ("", None, "Delft", None)}


def test_accounts_know_their_country_and_companies_what_they_do(work_of, actors, case_id, learnt):
    text = LIST + "t1,2024-05-01,1.00,EUR,NL91ABNA0417164300,B\n"
    with work_of(actors.officer) as work:
        imports.import_file(
            work,
            case_id,
            "payments-csv",
            "a.csv",
            text.encode(),
            source_title="Lijst",
            reliability=Reliability.B,
        )
        for name, activity in (("Een", "46.46 groothandel"), ("Twee", "handel in van alles")):
            parties.record_company(work, case_id, learnt, name=name, activity=activity)
        who = nodes_of(work, case_id)
    assert sorted(node.country for node in who) == ["", "", "", "NL"]
    assert sorted(node.sector for node in who) == ["", "", "", "4646"]
