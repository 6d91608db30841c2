"""Taking an import back: whole, with its reason, until one of its facts is used."""

import pytest
from sqlalchemy import func, select

from bureau.errors import Invalid, NotAllowed, NotFound
from bureau.model import Account, Entity, Payment, Record, RecordParty, Tie
from bureau.operations import import_undoing, imports, networks, parties
from bureau.operations._facts import Learnt
from tests.bureau.operations import scene
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.rows import keep_mapping, take

pytestmark = ON_SQLITE


def count(work, table):
    return work.session.scalar(select(func.count()).select_from(table))


def undo(work_of, actor, case_id, number=1, reason="verkeerd bestand"):
    with work_of(actor) as work:
        batch = import_undoing.find_import(work, case_id, number)
        return import_undoing.undo_import(work, case_id, batch, reason).id


def used(work_of, actor, case_id, number=1):
    with pytest.raises(NotAllowed) as refused:
        undo(work_of, actor, case_id, number)
    return refused.value.where["uses"]


def test_all_that_a_file_made_is_taken_back_and_can_come_again(work_of, actors, case_id, trail):
    with work_of(actors.officer) as work:
        scene.take_payments(work, case_id)
    undo(work_of, actors.officer, case_id)
    with work_of(actors.officer) as work:
        assert (count(work, Payment), count(work, Account), count(work, Entity)) == (0, 0, 0)
        [batch] = imports.list_imports(work, case_id)
        assert (batch.undone_reason, batch.undone_by.id) == ("verkeerd bestand", actors.officer.id)
    [event] = [each for each in trail() if each.kind == "import.undone"]
    assert event.facts["counts"] == {"payment": 5, "entity": 4}
    assert len(event.facts["names_sha256"]) == 64
    with pytest.raises(Invalid, match="already"):
        undo(work_of, actors.officer, case_id)
    with work_of(actors.officer) as work:
        assert scene.take_payments(work, case_id).stored == 5


def test_records_and_ties_go_before_the_parties_that_are_in_them(work_of, actors, case_id):
    for name in ("Personen", "Bedrijven", "Banden", "Rekeningen", "Stortingen"):
        keep_mapping(work_of, actors.officer, name)
        take(work_of, actors.officer, case_id, name)
    assert used(work_of, actors.officer, case_id, 1) == ["tie"]
    assert used(work_of, actors.officer, case_id, 4) == ["record_party"]
    for number in (5, 3, 4, 2, 1):
        undo(work_of, actors.officer, case_id, number)
    with work_of(actors.officer) as work:
        for table in (Entity, Tie, Record, RecordParty):
            assert count(work, table) == 0


def test_a_lead_a_change_and_a_fact_by_hand_keep_it(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        scene.take_payments(work, case_id)
        batch = imports.list_imports(work, case_id)[0]
        number = batch.source.number
        one = scene.account(work, case_id, "D")
        own = Learnt(batch.source_id)
    with work_of(actors.officer) as work:
        parties.record_person(work, case_id, own, family_name="Handwerk")
    assert used(work_of, actors.officer, case_id, number) == ["by_hand"]
    with work_of(actors.officer) as work:
        parties.change_party(work, case_id, one, 1, {"note": "Bekeken."})
        networks.detect(work, case_id, "toets", ("UB-03",), ())
    assert used(work_of, actors.officer, case_id, number) == ["by_hand", "changed", "hit"]


def test_it_has_a_number_a_reason_and_a_case(work_of, actors, case_id):
    with pytest.raises(NotFound):
        undo(work_of, actors.officer, case_id, 9)
    with work_of(actors.officer) as work:
        scene.take_payments(work, case_id)
    with pytest.raises(Invalid) as refused:
        undo(work_of, actors.officer, case_id, reason=" ")
    assert refused.value.where["field"] == "reason"
