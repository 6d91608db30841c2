"""What is marked as without persons can lead to nobody, and tells an outsider nothing either."""

import re
from dataclasses import replace

import pytest
from sqlalchemy import select

from bureau.errors import Invalid
from bureau.model import Address, AgendaItem, Case, Company, Identifier, Person
from bureau.operations import (
    actions,
    agenda_items,
    contributions,
    disclosures,
    meetings,
    members,
    papers,
    worksheets,
)
from bureau.operations._without_persons import insist_without_persons
from bureau.operations.contributions import Brought
from bureau.operations.disclosures import Wanted
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Credibility
from tests.bureau.operations.place import add_source
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import ITEM, SEATS, Table

pytestmark = ON_SQLITE
BARE = replace(ITEM, phase="P1", without_persons=True)
SECRET = "Belhuis Kompas sluit om acht uur."


@pytest.fixture
def table(work_of, actors):
    made = Table(work_of, actors)
    with made.by("coordinator") as work:
        members.share_case(work, made.case, "port", "partner", "keeps the ground")
        source = add_source(work, made.case)
        seen = {"learnt_from_id": source, "credibility": Credibility.PROBABLE}
        rows = [
            Company(label="Belhuis Kompas B.V.", key="kompas"),
            Person(label="Jan de Vries", given_names="Jan", family_name="Vries", key="jan"),
            Address(label="Huis aan de wal", street="Oude Wal", number="12", key="wal"),
        ]
        for row in rows:
            row.case_id = made.case
            for name, value in seen.items():
                setattr(row, name, value)
            work.session.add(row)
        work.session.flush()
        number = Identifier(case_id=made.case, scheme="kvk", value="69599084", **seen)
        rows[0].identifiers.append(number)
        work.record(EventKind.PARTY_RECORDED, rows[0])
    return made


def check(table, text, login="coordinator"):
    with table.by(login) as work:
        case = work.session.get_one(Case, table.case)
        insist_without_persons(work, case, {"text": text})
        work.undo()


@pytest.mark.parametrize(
    "text",
    [
        SECRET,
        "De zaak van jan de VRIES.",
        "Nummer 111222333 komt vaak voor.",
        "Nummer 123456789 komt vaak voor.",
        "kvk 6959 9084 staat op de gevel.",
        "Bel 06-12345678 voor de sleutel.",
        "Twee bussen voor Oude Wal 12, elke avond.",
        "Licht brandt op de Loodsstraat 7a.",
        "Zuidkade 12 staat leeg.",
        "Zuidkade 12, lampen stuk.",
        "Zuidkade 12 boven branden lampen.",
        "Zuidkade 12a lampen stuk.",
        "Post voor 1234 AB 7.",
        "Bestelbus voor Lindelaan zevenentwintig.",
        "A van at Lindelaan Twenty-Seven.",
        "Loodsstraat honderd twee, elke avond.",
        "Gesproken met dhr. Jansen.",
        "Geboren 3 mei 1980, woont er nog.",
    ],
)
def test_what_leads_to_somebody_is_refused_with_the_article_and_the_other_way(table, text):
    with pytest.raises(Invalid) as refusal:
        check(table, text)
    assert refusal.value.where == {
        "field": "text",
        "guard": "without persons",
        "basis": "WGS 2.18(1)(c)",
    }
    assert "an item about persons" in refusal.value.hint
    assert not re.search(r"kompas|vries|\d{9}", str(refusal.value), re.IGNORECASE)


@pytest.mark.parametrize(
    "text",
    [
        "Bestelbussen op de Kade 1 tot 14, twaalf per avond.",
        "Van 41 loodsen zijn er 13 zonder gebruiker; in 2026 nog 9.",
        "Gemeentewet 149; WGS 2.18(1)(c); artikel 13b Opiumwet.",
        "Het kompas van het plan: 1.234.567 euro.",
        "Op de Zuidkade 12 lampen stuk; aan de Loodsstraat 3 camera's.",
        "",
    ],
)
def test_places_counts_and_laws_may_stand(table, text):
    check(table, text)


def test_an_outsider_does_not_learn_who_is_in_the_file_by_trying_names(table):
    check(table, SECRET, "port")
    with pytest.raises(Invalid):
        check(table, "Nummer 111222333 komt vaak voor.", "port")


def test_a_participant_learns_of_no_party_but_of_those_on_the_own_table(table):
    check(table, SECRET, "tax")
    check(table, "kvk 6959 9084 staat op de gevel.", "tax")
    seats = [table.seat("tax")]
    with table.by("coordinator") as work:
        party = work.session.scalars(select(Company)).one()
        papers.release_paper(work, table.case, table.item, "party", party.id, "WGS 2.22", seats)
    check(table, SECRET, "police")
    for text in (SECRET, "kvk 6959 9084 staat op de gevel."):
        with pytest.raises(Invalid):
            check(table, text, "tax")
    check(table, "De zaak van jan de VRIES.", "tax")
    table.to("in_session")
    table.leave("tax")
    check(table, SECRET, "tax")


def add(work, table, wanted):
    return agenda_items.add_item(work, table.case, table.meeting, wanted, SEATS).id


def bring(work, table, item):
    told = Brought(SECRET, "AREA", "own ground")
    contributions.contribute(work, table.case, item, told, [])


def give(work, table, item):
    wanted = Wanted(
        "havermonde", "port", "AREA", "NO_PERSONS", SECRET, "area", "light", ("nobody_known",)
    )
    disclosures.disclose(work, table.case, wanted)


def compare(work, table, item):
    told = {"criminal": agenda_items.Option(why_not=SECRET)}
    rest = {name: agenda_items.Option(why_not="no") for name in ("administrative", "victim")}
    agenda_items.compare_options(work, table.case, item, 1, told | rest)


def sheet(work, table, item):
    worksheets.begin_sheet(work, table.case, "problem", "Kade", {"statement": SECRET})


def act(work, table, item):
    due = table.day
    for seat in work.session.get_one(AgendaItem, item).seats:
        seat.attended, seat.declaration = True, "no_interest"
    actions.agree_action(work, table.case, item, SECRET, "police", "Politiewet 3", "", due)


@pytest.mark.parametrize("do", [bring, give, compare, sheet, act])
def test_every_way_to_those_outside_asks_the_same(table, do):
    with table.by("coordinator") as work:
        item = add(work, table, BARE)
    with pytest.raises(Invalid) as refusal, table.by("coordinator") as work:
        do(work, table, item)
    assert refusal.value.where["guard"] == "without persons"


@pytest.mark.parametrize("field", ["title", "question", "why", "asked"])
def test_the_item_itself_names_nobody_where_it_says_so(table, field):
    with pytest.raises(Invalid) as refusal, table.by("coordinator") as work:
        add(work, table, replace(BARE, **{field: SECRET}))
    assert refusal.value.where["field"] == field
    with table.by("coordinator") as work:
        add(work, table, replace(ITEM, **{field: SECRET}))


def test_a_meeting_is_called_after_nobody_and_may_be_held_at_an_address(table):
    def plan(title, place, purpose="agree who acts"):
        with table.by("coordinator") as work:
            return meetings.plan_meeting(work, table.case, title, work.today, place, purpose).id

    refused = [
        ("Belhuis Kompas", "Stadhuis", "agree who acts", "title"),
        ("Controle Kade 14", "Stadhuis", "agree who acts", "title"),
        ("Overleg", "Stadhuis", "agree about Jan de Vries", "purpose"),
        ("Overleg", "bij Belhuis Kompas", "agree who acts", "place"),
        ("Overleg", "Oude Wal 12", "agree who acts", "place"),
        ("Overleg", "bij mevr. Meerkoet", "agree who acts", "place"),
    ]
    for title, place, purpose, field in refused:
        with pytest.raises(Invalid) as refusal:
            plan(title, place, purpose)
        assert refusal.value.where["field"] == field, (title, place, purpose)
    assert plan("Overleg", "Stadhuis, Stadhuisplein 1, 1234 AB 1")
