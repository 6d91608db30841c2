"""The control of the demonstration: money and things with their source, after all was issued."""

from app.demo.control import STORY
from bureau.operations import parties, records
from bureau.rules.vocabulary import EntityKind, RecordKind, TieKind


def test_the_page_of_money_and_things_is_not_empty(city):
    with city.work("officer") as work:
        found = records.list_records(work, city.id(STORY))
        [phone] = parties.list_parties(work, city.id(STORY), EntityKind.PHONE)
        seen = parties.read_party(work, city.id(STORY), phone.id)
    assert {RecordKind.INVOICE, RecordKind.DEPOSIT, RecordKind.CAPACITY} <= set(found.counts)
    assert [tie.kind for tie in seen.ties] == [TieKind.USES, TieKind.USES]
    [deposit] = found.shown[RecordKind.DEPOSIT]
    notes = dict(deposit.fields)
    counted = next(value for field, value in notes.items() if field.name == "denominations")
    assert sum(int(note) * count for note, count in counted.items()) * 100 == deposit.amount.minor
    assert deposit.origin.source.title.startswith("Verslag van de controle")
