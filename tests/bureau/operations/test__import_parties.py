"""Parties from files: found by number only, filled where empty, protected once and for all."""

import json

import pytest
from sqlalchemy import select

from bureau.errors import Invalid
from bureau.model import Account, Address, Company, Identifier, Payment, Person, Property, Tie
from bureau.operations import networks, parties
from tests.bureau.formats.reference import content, extract, fate, files
from tests.bureau.formats.test_bag import WHOLE
from tests.bureau.formats.test_bag import extract as bag
from tests.bureau.formats.test_bods import statement
from tests.bureau.formats.test_brp import CHILD, ONE, TWO, person, sheet
from tests.bureau.formats.test_ftm import line
from tests.bureau.formats.test_ftm_links import PAID, PARTIES
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.test_imports import count, take

MONEY = "\n".join((*PARTIES, line("t", "Payment", **PAID, date="2024-05-07T14:05:00"))).encode()


def all_of(work, table):
    return list(work.session.scalars(select(table)))


def test_people_companies_accounts_and_payments_are_stored_once(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        rehearsal = take(work, case_id, MONEY, "ftm", dry_run=True)
    for stored in (6, 0):
        with work_of(actors.officer) as work:
            told = take(work, case_id, MONEY, "ftm")
            assert (told.read, told.stored) == (6, stored)
    assert (rehearsal.stored, rehearsal.source_id) == (6, None)
    with work_of(actors.officer) as work:
        assert [count(work, table) for table in (Person, Company, Account)] == [2, 1, 2]
        [paid] = all_of(work, Payment)
        assert (paid.amount_minor, paid.second_of_day, paid.payee.number) == (1250, 50700, "NL2")


@ON_SQLITE
def test_a_later_file_fills_what_is_empty_and_changes_nothing_else(work_of, actors, case_id):
    first = line("c", "Company", name="De Kade", legalForm="BV")
    later = line("c", "Company", name="De Kade", legalForm="NV", incorporationDate="2001")
    with work_of(actors.officer) as work:
        take(work, case_id, first, "ftm")
        told = take(work, case_id, later, "ftm")
        [company] = all_of(work, Company)
        assert (company.legal_form, str(company.registered_on)) == ("BV", "2001")
    assert "the case keeps its own" in told.warnings[0]["message"]


@ON_SQLITE
def test_a_rehearsal_leaves_a_stored_party_as_it_is(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        take(work, case_id, line("c", "Company", name="De Kade"), "ftm")
    with work_of(actors.officer) as work:
        more = line("c", "Company", name="De Kade", incorporationDate="2001")
        assert take(work, case_id, more, "ftm", dry_run=True).stored == 1
    with work_of(actors.officer) as work:
        assert not str(all_of(work, Company)[0].registered_on or "")


@ON_SQLITE
def test_the_same_name_is_never_the_same_person(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        take(work, case_id, line("p", "Person", name="Jo Zee"), "ftm")
        take(work, case_id, line("q", "Person", name="Jo Zee"), "ftm")
        take(work, case_id, json.dumps([statement("person", "p")]), "bods")
        assert count(work, Person) == 3


@ON_SQLITE
def test_a_company_is_found_by_its_number_across_formats(work_of, actors, case_id):
    numbered = {"identifiers": [{"scheme": "NL-KVK", "id": "12345678"}]}
    dutch = line("c", "Company", name="De Kade", jurisdiction="nl", registrationNumber="12345678")
    with work_of(actors.officer) as work:
        take(work, case_id, json.dumps([statement("entity", "c", numbered)]), "bods")
        take(work, case_id, dutch, "ftm")
        assert count(work, Company) == 1


@ON_SQLITE
def test_an_unnamed_party_of_one_file_is_nobody_of_another(work_of, actors, case_id):
    ends = {"interestedParty": {"reason": "unknown"}}
    for on in ("2024-01-01", "2024-01-02"):
        with work_of(actors.officer) as work:
            take(work, case_id, json.dumps([statement("relationship", "r", ends, on)]), "bods")
    with work_of(actors.officer) as work:
        assert count(work, Person) == 2


@ON_SQLITE
def test_a_citizen_number_is_sealed_and_finds_the_person_again(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        take(work, case_id, sheet(person(ONE, "Zee")), "brp-csv")
        take(work, case_id, sheet(person(ONE, "Zee"), person(TWO, "Meer")), "brp-csv")
    with work_of(actors.officer) as work:
        assert count(work, Person) == 2
        shown = {row.value: row.sealed for row in all_of(work, Identifier)}
        assert shown == {"••••••872": ONE, "••••••723": TWO}
        assert not [party for party in all_of(work, Person) if ONE in party.key]


@ON_SQLITE
def test_secrecy_holds_for_whoever_is_known_and_for_every_later_file(work_of, actors, case_id):
    open_, secret = person(CHILD, "Kind"), person(CHILD, "Kind", _07_70_10="7")
    parent = person(ONE, "Zee", _09_01_20=CHILD, _09_02_40="Kind")
    for rows in ([open_], [secret], [parent]):
        with work_of(actors.officer) as work:
            take(work, case_id, sheet(*map(dict, rows)), "brp-csv")
    with work_of(actors.officer) as work:
        assert {row.label: row.protected for row in parties.list_parties(work, case_id)} == {
            "Kind": True,
            "Zee": False,
        }
        told = networks.export_network(work, case_id, "ftm").content.decode()
    assert "Kind" not in told
    assert "Zee" in told


def protect(work, case_id):
    for one in all_of(work, Person):
        parties.change_party(work, case_id, one.id, one.version, {"protected": True})


@ON_SQLITE
def test_whoever_was_protected_is_found_by_a_later_file_which_leaves_out_the_address(
    work_of, actors, case_id, learnt
):
    home = {"_08_11_10": "Kade", "_08_11_20": "4", "_08_11_70": "Havermonde"}
    with work_of(actors.officer) as work:
        take(work, case_id, sheet(person(ONE, "Zee")), "brp-csv")
        take(work, case_id, line("p", "Person", name="Jo Stil"), "ftm")
        take(work, case_id, json.dumps([statement("person", "p")]), "bods")
        written = parties.record_person(work, case_id, learnt, family_name="Hand").id
        parties.add_identifier(work, case_id, written, "bsn", TWO, learnt=learnt)
        protect(work, case_id)
    with work_of(actors.officer) as work:
        told = take(
            work, case_id, sheet(person(ONE, "Zee", **home), person(TWO, "Hand")), "brp-csv"
        )
        take(work, case_id, line("p", "Person", name="Jo Stil", birthDate="1980"), "ftm")
        take(work, case_id, json.dumps([statement("person", "p")]) + " ", "bods")
        people = all_of(work, Person)
        assert (len(people), all(one.protected for one in people)) == (4, True)
        assert (count(work, Address), count(work, Tie)) == (0, 0)
        assert "left out" in told.warnings[0]["message"]


@ON_SQLITE
def test_a_number_of_another_kind_of_party_makes_a_party_of_its_own(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        take(work, case_id, line("x", "Person", name="Jo"), "ftm")
    for stored in (1, 0):
        with work_of(actors.officer) as work:
            assert take(work, case_id, line("x", "Company", name="Jo BV"), "ftm").stored == stored


@ON_SQLITE
def test_an_address_without_its_street_gets_it_from_a_later_extract(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        take(work, case_id, bag(WHOLE[2]), "bag")
    with work_of(actors.officer) as work:
        take(work, case_id, bag(*WHOLE), "bag")
    with work_of(actors.officer) as work:
        [address] = all_of(work, Address)
        assert address.label == "Kade 4-b, 1234AB Havermonde"
        assert (count(work, Property), count(work, Tie)) == (2, 2)
        place = next(each for each in all_of(work, Property) if each.use)
        assert place.square_metres == 120


@ON_SQLITE
def test_a_tie_that_ends_before_it_begins_is_kept_without_its_end(work_of, actors, case_id):
    wrong = line("t", "Family", person="p", relative="q", startDate="2020", endDate="2010")
    with work_of(actors.officer) as work:
        told = take(work, case_id, "\n".join((*PARTIES[:2], wrong)), "ftm")
        [tie] = all_of(work, Tie)
        assert (str(tie.valid_from), str(tie.valid_to or "")) == ("2020", "")
    assert "ends was left out" in told.warnings[-1]["message"]


@ON_SQLITE
def test_text_too_long_to_keep_whole_is_refused_with_its_place(work_of, actors, case_id):
    long = line("a", "BankAccount", accountNumber="9" * 61)
    with pytest.raises(Invalid) as caught, work_of(actors.officer) as work:
        take(work, case_id, "\n".join((PARTIES[0], long)), "ftm")
    assert caught.value.where["line"] == 2


@ON_SQLITE
def test_every_reference_file_that_is_to_be_taken_is_stored_and_only_once(work_of, actors, case_id):
    known = [path for path in files() if fate(path)[1] == ""]
    if not known:
        pytest.skip("reference files are not beside this checkout")
    single = [path for path in known if "valid-statements" in path.as_posix()]
    taken = [("bag", extract()), *((fate(path)[0], content(path)) for path in known)]
    for number, (name, body) in enumerate(taken):
        with work_of(actors.officer) as work:
            take(work, case_id, body, name)
            if number == 0 or known[number - 1] not in single[1:]:
                assert take(work, case_id, body, name).stored == 0
