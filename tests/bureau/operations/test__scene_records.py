"""Records as patterns take them: named by key, dated by their period, nothing withdrawn."""

from datetime import date

from bureau.graph.scene import stage
from bureau.operations import parties, records, ties
from bureau.operations._scene_rows import evidence_of
from bureau.operations.records import RecordTerms
from bureau.operations.sources import Learnt
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import EntityKind, RecordKind, TieKind
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE
DAY = date(2026, 1, 10)


def evidence(work, case_id):
    case = work.case(case_id, Permission.NETWORK_DETECT)
    work.record(EventKind.NETWORK_READ, case)
    return evidence_of(work, case)


def rate(work, case_id, learnt, on, euros, currency="USD"):
    told = RecordTerms(on=on, fields={"currency": currency, "rate": euros})
    return records.add_record(work, case_id, "exchange_rate", told, learnt)


def test_a_record_is_laid_before_a_pattern_and_can_be_found_again(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        number = parties.record_account(work, case_id, learnt, number="A").id
        told = RecordTerms(
            on=DAY, time="09:30", amount="9900", parties={"account": number},
            fields={"place": "Monde"},
        )  # fmt: skip
        made = records.add_record(work, case_id, "deposit", told, learnt).id
        gone = records.add_record(work, case_id, "deposit", told, learnt)
        records.withdraw_record(work, case_id, gone.id, 1, "double")
        found = evidence(work, case_id)
    [record] = found.values.records
    assert found.ids[record.id] == made
    assert found.ids[record.party("account")] == number
    assert (record.kind, record.on, record.seconds) == (RecordKind.DEPOSIT, DAY, 34_200)
    assert (record.amount_minor, record.fields) == (990_000, {"place": "Monde"})


def test_a_period_that_is_not_said_is_that_of_the_fact(work_of, actors, case_id, source_id):
    learnt = Learnt(source_id, valid_from="2025-02", valid_to="2025")
    with work_of(actors.officer) as work:
        cafe = parties.record_property(work, case_id, learnt, name="Kade 1").id
        told = RecordTerms(parties={"premises": cafe}, fields={"units": "40"})
        records.add_record(work, case_id, "capacity", told, learnt)
        [record] = evidence(work, case_id).values.records
    assert (record.on, record.until) == (date(2025, 2, 1), date(2025, 12, 31))


def test_what_ended_earlier_than_its_period_says_holds_until_then(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        ann = parties.record_person(work, case_id, learnt, family_name="Zee").id
        told = RecordTerms(
            on=date(2024, 1, 1), until=date(2025, 12, 31), amount="30000",
            parties={"person": ann}, fields={"sort": "wage"},
        )  # fmt: skip
        made = records.add_record(work, case_id, "income", told, learnt)
        records.end_record(work, case_id, made.id, 1, date(2025, 3, 31), "ontslag")
        [record] = evidence(work, case_id).values.records
    assert record.until == date(2025, 3, 31)


def test_the_latest_rate_of_each_currency_holds(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        rate(work, case_id, learnt, date(2026, 1, 3), "0.91")
        rate(work, case_id, learnt, date(2026, 1, 9), "0.93")
        rate(work, case_id, learnt, date(2026, 1, 1), "0.95")
        rate(work, case_id, learnt, DAY, "0", "TRY")
        assert evidence(work, case_id).values.rates == {"USD": "0.93"}


def test_what_a_protected_person_took_part_in_never_reaches_a_pattern(
    work_of, actors, case_id, learnt
):
    with work_of(actors.officer) as work:
        eve = parties.record_person(work, case_id, learnt, family_name="Stil", protected=True).id
        ann = parties.record_person(work, case_id, learnt, family_name="Zee").id
        phone = parties.record_thing(work, case_id, learnt, EntityKind.PHONE, name="toestel").id
        ties.record_tie(work, case_id, TieKind.USES, eve, phone, learnt=learnt)
        for giver, taker in ((ann, eve), (ann, ann)):
            told = RecordTerms(on=DAY, parties={"giver": giver, "taker": taker, "phone": phone})
            records.add_record(work, case_id, "hand_over", told, learnt)
        told = RecordTerms(on=DAY, parties={"giver": ann, "taker": ann})
        records.add_record(work, case_id, "hand_over", told, learnt)
        scene = stage(evidence(work, case_id).values)
    assert len(scene.records[RecordKind.HAND_OVER]) == 1
