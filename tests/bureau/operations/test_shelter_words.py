"""An address of the victim track is stopped wherever it is typed, and cannot be found out."""

import pytest
from sqlalchemy import select

from bureau.errors import AccessDenied, Invalid
from bureau.model import SupportWord
from bureau.operations import (
    agenda_items,
    meetings,
    notes,
    parties,
    shelter_words,
    signs,
    supports,
)
from bureau.operations.agenda_items import Option
from bureau.operations.sources import Learnt
from bureau.trust.shelter import CLOSED, REFUSAL, SHUT, TRIES
from tests.bureau.operations.place import add_source, open_case
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import OPTIONS, Table

pytestmark = ON_SQLITE
SHELTER = "Wilgenlaan 14, 1234 AB Monde"


@pytest.fixture
def case(work_of, actors):
    with work_of(actors.care) as work:
        assert shelter_words.keep_words(work, SHELTER) > 1
        assert shelter_words.keep_words(work, SHELTER) == 0
    with work_of(actors.officer) as work:
        return open_case(work)


def note(work_of, actors, case, text):
    with work_of(actors.officer) as work:
        notes.add_note(work, case, text)


@pytest.mark.parametrize(
    "text", ["She is at WILGENLAAN 14 now", "bij Wilgenlaan  14.", "1234ab", "post: 1234 AB 14"]
)
def test_the_address_is_stopped_in_a_note_of_another_track(work_of, actors, case, text):
    with pytest.raises(Invalid) as refusal:
        note(work_of, actors, case, text)
    assert refusal.value.template == REFUSAL
    assert text.split()[0].casefold() not in str(refusal.value).casefold()
    with work_of(actors.officer) as work:
        assert notes.list_notes(work, case) == []


@pytest.mark.parametrize("text", ["Wilgenlaan 15", "Kade 14", "14 days", "in 2026", "5678 CD 14"])
def test_other_addresses_are_written_as_before(work_of, actors, case, text):
    note(work_of, actors, case, text)


def test_in_the_support_file_it_is_stopped_too(work_of, actors, case):
    with work_of(actors.care) as work:
        key = supports.open_file(work, "Meerkoet", "", "").id
    with pytest.raises(Invalid), work_of(actors.care) as work:
        supports.add_entry(work, key, "plan", SHELTER, work.today)


def test_whoever_tries_words_soon_learns_nothing_any_more(work_of, actors, case):
    for _ in range(TRIES):
        with pytest.raises(Invalid):
            note(work_of, actors, case, SHELTER)
    said = set()
    for text in ("Kade 14", SHELTER):
        with pytest.raises(Invalid) as refusal:
            note(work_of, actors, case, text)
        said.add((refusal.value.template, refusal.value.hint))
    assert said == {(CLOSED, SHUT.format(times=TRIES))}


@pytest.mark.parametrize(
    "text",
    ["Er waren 3 winkels open.", "Overleg om 14 uur.", "Gemeentewet 160", "10 May 2026, fase 2"],
)
def test_what_is_no_address_is_written_all_the_same(work_of, actors, case, text):
    for _ in range(TRIES):
        with pytest.raises(Invalid):
            note(work_of, actors, case, SHELTER)
    note(work_of, actors, case, text)


def test_a_party_keeps_its_address_in_its_own_fields_and_nowhere_else(work_of, actors, case):
    with work_of(actors.officer) as work:
        learnt = Learnt(add_source(work, case))
        where = {"street": "Wilgenlaan", "number": "14", "city": "Monde"}
        parties.record_address(work, case, learnt, **where)
    with pytest.raises(Invalid) as refusal, work_of(actors.officer) as work:
        parties.record_person(work, case, learnt, family_name="Proef", note=f"nu op {SHELTER}")
    assert refusal.value.where["field"] == "note"


def test_a_lock_says_that_it_is_one_whichever_the_address(work_of, actors, case):
    told = []
    for text in (*[SHELTER] * TRIES, SHELTER, "Kade 14"):
        with pytest.raises(Invalid) as refusal:
            note(work_of, actors, case, text)
        told.append(refusal.value.hint)
    assert len(set(told[:TRIES])) == 1
    assert "24 hours" in told[TRIES]
    assert told[TRIES] == told[TRIES + 1] != told[0]


def test_the_list_holds_marks_only_and_is_for_helpers(work_of, actors, case):
    with work_of(actors.care) as work:
        marks = work.session.scalars(select(SupportWord.mark)).all()
        assert {len(mark) for mark in marks} == {64}
        with pytest.raises(Invalid):
            shelter_words.keep_words(work, "no address")
    with pytest.raises(AccessDenied), work_of(actors.officer) as work:
        shelter_words.keep_words(work, SHELTER)


@pytest.fixture
def table(work_of, actors):
    with work_of(actors.care) as work:
        shelter_words.keep_words(work, SHELTER)
    return Table(work_of, actors)


def plan(work, case, title, place):
    return meetings.plan_meeting(work, case, title, work.today, place, "Wgs 2.22")


def test_it_is_stopped_in_a_short_field_of_a_meeting(table):
    with pytest.raises(Invalid) as refusal, table.by("coordinator") as work:
        plan(work, table.case, "Overleg", "Wilgenlaan 14")
    assert refusal.value.template == REFUSAL
    with table.by("coordinator") as work:
        plan(work, table.case, "Overleg", "Kade 14")


def test_it_is_stopped_among_the_options_of_an_item(table):
    options = {**OPTIONS, "victim": Option(why_not="She sleeps at Wilgenlaan 14.")}
    version = table.version()
    with pytest.raises(Invalid) as refusal, table.by("coordinator") as work:
        agenda_items.compare_options(work, table.case, table.item, version, options)
    assert refusal.value.template == REFUSAL


def test_it_is_refused_at_the_field_in_which_it_stands(work_of, actors, case):
    with pytest.raises(Invalid) as refusal:
        note(work_of, actors, case, SHELTER)
    assert refusal.value.where["field"] == "text"
    with work_of(actors.care) as work:
        key = supports.open_file(work, "Meerkoet", "", "").id
    with pytest.raises(Invalid) as refusal, work_of(actors.care) as work:
        supports.edit_file(work, key, 1, "", f"A bed at {SHELTER}")
    assert refusal.value.where["field"] == "needs"
    with pytest.raises(Invalid) as refusal, work_of(actors.care) as work:
        supports.open_file(work, "Kievit", SHELTER, "")
    assert refusal.value.where["field"] == "safe_contact"
    with pytest.raises(Invalid) as refusal, work_of(actors.officer) as work:
        signs.give_sign(work, f"somebody at {SHELTER}")
    assert refusal.value.where["field"] == "sign"
    told = {"recipient": "Opvang", "explained_how": "talk", "language": "nl"}
    with pytest.raises(Invalid) as refusal, work_of(actors.care) as work:
        supports.record_consent(work, key, f"a bed at {SHELTER}", **told)
    assert refusal.value.where["field"] == "purpose"
