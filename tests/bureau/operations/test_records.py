"""Records: kept with source, grade, period and handling code; changed, ended and withdrawn."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from bureau.errors import Changed, Invalid, NotAllowed, NotFound
from bureau.model import Event
from bureau.operations import parties, records
from bureau.operations.records import RecordTerms
from bureau.operations.sources import Learnt
from bureau.rules.vocabulary import Credibility, EntityKind, RecordKind
from tests.bureau.operations import scene
from tests.bureau.operations.place import add_source, open_case
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE
DAY = date(2026, 1, 10)


@pytest.fixture
def account(work_of, actors, case_id, learnt):
    """An account of the case."""
    with work_of(actors.officer) as work:
        return parties.record_account(work, case_id, learnt, number="NL20BURO0123456789").id


def deposit(account, **more):
    told = {"on": DAY, "time": "14:30", "amount": "9900.00", "parties": {"account": account}}
    return RecordTerms(**(told | {"fields": {"denominations": "500 x 19, 50 x 8"}} | more))


def add(work_of, actors, case_id, learnt, terms, kind="deposit"):
    with work_of(actors.officer) as work:
        return records.add_record(work, case_id, kind, terms, learnt).id


def read(work_of, actors, case_id, record_id):
    with work_of(actors.second) as work:
        return records.read_record(work, case_id, record_id)


def test_a_deposit_is_read_back_with_all_that_it_says(work_of, actors, case_id, learnt, account):
    made = add(work_of, actors, case_id, learnt, deposit(account, handling="H1"))
    seen = read(work_of, actors, case_id, made)
    assert (seen.row.kind, seen.on, seen.time) == (RecordKind.DEPOSIT, "2026-01-10", "14:30")
    assert (seen.amount.text(), seen.handling.code) == ("9900.00", "H1")
    assert [(role.name, label) for role, _, label in seen.parties] == [
        ("account", "NL20BURO0123456789")
    ]
    assert [(field.name, value) for field, value in seen.fields] == [
        ("denominations", {"500": 19, "50": 8})
    ]
    assert (seen.origin.source.number, seen.origin.credibility) == (1, Credibility.PROBABLE)


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"amount": ""}, "amount"),
        ({"amount": "12,5"}, None),
        ({"time": "25:00"}, "time"),
        ({"parties": {}}, "account"),
        ({"on": date(2030, 1, 1)}, "on"),
        ({"fields": {"denominations": "lots"}}, "denominations"),
        ({"handling": "H9"}, "handling"),
    ],
)
def test_what_the_table_does_not_allow_is_refused_and_nothing_is_kept(
    work_of, actors, case_id, learnt, account, more, field
):
    with pytest.raises(Invalid) as refusal:
        add(work_of, actors, case_id, learnt, deposit(account, **more))
    assert field is None or refusal.value.where["field"] == field
    assert refusal.value.hint
    with work_of(actors.officer) as work:
        assert records.list_records(work, case_id).counts == {}


def test_a_party_or_a_source_of_another_case_is_not_there(
    work_of, actors, case_id, learnt, account
):
    with work_of(actors.officer) as work:
        other = open_case(work, reference="SCR-2026-2")
        far = Learnt(add_source(work, other))
    with pytest.raises(NotFound):
        add(work_of, actors, other, far, deposit(account))
    with pytest.raises(NotFound):
        add(work_of, actors, case_id, far, deposit(account))


def test_an_invoice_names_the_payment_that_paid_it(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        scene.take_payments(work, case_id)
        one, two = (parties.record_company(work, case_id, learnt, name=name).id for name in "AB")
    told = RecordTerms(
        on=DAY, amount="10000.00", parties={"seller": one, "buyer": two}, fields={"paid_by": "t1"}
    )
    seen = read(work_of, actors, case_id, add(work_of, actors, case_id, learnt, told, "invoice"))
    assert {field.name: value for field, value in seen.fields}["paid_by"] == "t1"
    wrong = replace(told, fields={"paid_by": "elsewhere"})
    with pytest.raises(Invalid, match="not one payment"):
        add(work_of, actors, case_id, learnt, wrong, "invoice")


def test_a_change_replaces_what_was_said_and_who_took_part(
    work_of, actors, case_id, learnt, account
):
    with work_of(actors.officer) as work:
        who = parties.record_person(work, case_id, learnt, family_name="Zee").id
    first = deposit(account, parties={"account": account, "depositor": who})
    made = add(work_of, actors, case_id, learnt, first)
    with work_of(actors.officer) as work:
        records.change_record(
            work, case_id, made, 1, deposit(account, amount="500.00", fields={"place": "Monde"}),
            credibility=Credibility.DOUBTFUL, valid_to="2026",
        )  # fmt: skip
    seen = read(work_of, actors, case_id, made)
    assert (seen.amount.text(), len(seen.parties), seen.version) == ("500.00", 1, 2)
    assert [(field.name, value) for field, value in seen.fields] == [("place", "Monde")]
    assert (seen.origin.credibility, seen.origin.valid_to) == (Credibility.DOUBTFUL, "2026")
    with pytest.raises(Changed), work_of(actors.officer) as work:
        records.change_record(
            work, case_id, made, 1, deposit(account), credibility=Credibility.POSSIBLE
        )


def test_two_people_who_only_name_another_party_do_not_overwrite_each_other(
    work_of, actors, case_id, learnt, account
):
    with work_of(actors.officer) as work:
        one, two = (parties.record_person(work, case_id, learnt, family_name=n).id for n in "AB")
    made = add(work_of, actors, case_id, learnt, deposit(account))
    terms = [deposit(account, parties={"account": account, "depositor": who}) for who in (one, two)]
    with work_of(actors.officer) as work:
        records.change_record(work, case_id, made, 1, terms[0], credibility=Credibility.PROBABLE)
    with pytest.raises(Changed), work_of(actors.officer) as work:
        records.change_record(work, case_id, made, 1, terms[1], credibility=Credibility.PROBABLE)
    seen = read(work_of, actors, case_id, made)
    assert seen.version == 2
    assert [label for _, _, label in seen.parties] == ["NL20BURO0123456789", "A"]


def test_what_ended_and_what_was_withdrawn_stays_with_its_reason(
    work_of, actors, case_id, learnt, account
):
    made = add(work_of, actors, case_id, learnt, deposit(account))
    with work_of(actors.officer) as work:
        records.end_record(work, case_id, made, 1, date(2026, 1, 20), "gesloten")
    with work_of(actors.officer) as work:
        records.withdraw_record(work, case_id, made, 2, "andere rekening")
    seen = read(work_of, actors, case_id, made)
    assert (seen.origin.valid_to, seen.withdrawn) == ("2026-01-20", "andere rekening")
    with pytest.raises(NotAllowed), work_of(actors.officer) as work:
        records.withdraw_record(work, case_id, made, 3, "nogmaals")
    with work_of(actors.officer) as work:
        kinds = set(work.session.scalars(select(Event.kind)))
    assert {"record.added", "record.ended", "record.withdrawn"} <= kinds


def test_the_list_goes_kind_by_kind_and_narrows_to_a_kind_or_a_party(
    work_of, actors, case_id, learnt, account, trail
):
    with work_of(actors.officer) as work:
        phone = parties.record_thing(work, case_id, learnt, EntityKind.PHONE, name="toestel").id
        for hour in range(12):
            records.add_record(
                work, case_id, "deposit", deposit(account, time=f"{hour}:00"), learnt
            )
        told = RecordTerms(on=DAY, parties={"sender": phone, "receiver": phone})
        records.add_record(work, case_id, "message", told, learnt)
    with work_of(actors.second) as work:
        every = records.list_records(work, case_id)
        one = records.list_records(work, case_id, "deposit")
        mine = records.list_records(work, case_id, party_id=phone)
    assert trail()[-1].facts["focus"] == str(phone)
    assert trail()[-2].facts["record_kind"] == "deposit"
    assert every.counts == {RecordKind.DEPOSIT: 12, RecordKind.MESSAGE: 1}
    assert list(every.shown) == [RecordKind.DEPOSIT, RecordKind.MESSAGE]
    assert (len(every.shown[RecordKind.DEPOSIT]), one.total) == (10, 12)
    assert [each.time for each in one.shown[RecordKind.DEPOSIT]][:2] == ["00:00", "01:00"]
    assert (list(mine.shown), mine.counts) == ([RecordKind.MESSAGE], {RecordKind.MESSAGE: 1})


def test_the_same_key_is_kept_once(work_of, actors, case_id, learnt, account):
    with work_of(actors.officer) as work:
        records.add_record(work, case_id, "deposit", deposit(account), learnt, key="bank:1")
    with pytest.raises(Invalid, match="already"), work_of(actors.officer) as work:
        records.add_record(work, case_id, "deposit", deposit(account), learnt, key="bank:1")
