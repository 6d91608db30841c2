"""The shelf of a register answer: one party for one number, once for one address."""

from sqlalchemy import select

from bureau.formats.register_values import AddressRecord
from bureau.model import Address, Company, Source
from bureau.operations._import_batch import Batch
from bureau.operations._import_grades import GRADES
from bureau.operations._import_shelf import Shelf
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import TieKind


def shelf_of(work, case_id, source_id):
    case = work.case(case_id, Permission.FILE_IMPORT)
    work.record(EventKind.CASE_READ, case)
    source = work.session.get_one(Source, source_id)
    return Shelf(Batch(work, case, source, GRADES["kvk"], rehearsal=False))


def test_one_number_is_one_party_also_under_another_key(work_of, actors, case_id, source_id):
    with work_of(actors.officer) as work:
        shelf = shelf_of(work, case_id, source_id)
        first = shelf.party(Company, "company:kvk:1", "$", ("kvk", "00000019"))
        shelf.number(first, "kvk", "00000019", "$")
        shelf.number(first, "kvk", "00000019", "$")
        again = shelf.party(Company, "company:rsin:2", "$", ("kvk", "00000019"))
        assert again is first
        assert len(shelf.batch.rows) == 2


def test_who_meets_at_an_address_meets_at_one_address(work_of, actors, case_id, source_id):
    told = AddressRecord("bezoekadres", street="Kade", house_number="1", postcode="1000AA")
    with work_of(actors.officer) as work:
        shelf = shelf_of(work, case_id, source_id)
        firm = shelf.party(Company, "company:kvk:1", "$", ("kvk", "00000019"))
        at = shelf.address(told, "$")
        for _ in range(2):
            shelf.tie(TieKind.LOCATED_AT, (firm, shelf.address(told, "$")), "$")
        assert (at.label, shelf.address(told, "$") is at) == ("Kade 1, 1000AA", True)
        assert [type(row).__name__ for row in shelf.batch.rows] == ["Company", "Address", "Tie"]
        assert work.session.scalars(select(Address)).all() == []


def test_a_record_without_news_is_a_duplicate(work_of, actors, case_id, source_id):
    with work_of(actors.officer) as work:
        shelf = shelf_of(work, case_id, source_id)
        shelf.party(Company, "company:kvk:1", "$", ("kvk", "00000019"))
        shelf.done()
        shelf.done()
        assert (shelf.batch.stored, shelf.batch.duplicates) == (1, 1)
