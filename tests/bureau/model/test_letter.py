"""What a letter says is kept sealed; a text of the municipality is not."""

from sqlalchemy import select

from bureau.model import Letter
from bureau.operations import letters
from bureau.operations.letters import Wanted
from tests.bureau.operations.road import Road


def test_the_words_and_the_address_are_sealed(work_of, actors, engine):
    road = Road(work_of, actors)
    with road.by("officer") as work:
        letters.keep_draft(work, road.id, "receipt", Wanted(address="Kade 1"))
    with road.by("officer") as work:
        row = work.session.scalars(select(Letter)).one()
        assert (row.address, row.template, row.state) == ("Kade 1", 0, "draft")
    with engine.connect() as connection:
        [raw] = connection.exec_driver_sql("SELECT address FROM letter").scalars().all()
    assert b"Kade" not in bytes(raw)
