"""A key of the house is turned by two people, in pieces, and destroyed when nothing needs it."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bureau import keys, resealing, turning
from bureau.errors import AccessDenied, Invalid, NotAllowed
from bureau.model import Blob, Factor
from bureau.operations import key_turns, supports
from tests.bureau.operations.agreeing import agreed_rotation
from tests.bureau.test_turning import folder
from tests.conftest import NOW

__all__ = ["folder"]
LONG_AFTER = timedelta(days=36500)  # the files of the keys bear the date of today


@pytest.fixture
def house(folder, sessions, actors):
    """Two sealed files, an app of the officer and a support file."""
    with sessions.begin() as session:
        for number in range(2):
            row = Blob(sha256=f"{number}" * 64, size=1, content=f"words {number}".encode())
            session.add(row)
        app = {"kind": "codes", "name": "Telephone", "made_at": NOW}
        session.add(Factor(secret=b"SECRET", user_id=actors.officer.id, **app))
    return sessions


def turned(sessions, work_of, actors, folder, key="seal"):
    agreed_rotation(sessions, work_of, actors.admin, key)
    with work_of(actors.admin) as work:
        return key_turns.begin_turn(work, folder, key)


def resealed(work_of, actors, folder, most, key="seal"):
    """Pieces until nothing is left; how many values it were."""
    total = 0
    for place in resealing.places(key):
        while True:
            with work_of(actors.admin) as work:
                count = key_turns.reseal(work, folder, place, most)
            total += count
            if count < most:
                break
    return total


def read(sessions):
    with sessions() as session:
        blobs = [row.content for row in session.scalars(select(Blob).order_by(Blob.sha256))]
        return blobs, session.scalars(select(Factor)).one().secret


def test_everything_is_sealed_anew_and_the_old_key_goes(house, work_of, actors, folder, trail):
    before = read(house)
    generation = turned(house, work_of, actors, folder)
    with work_of(actors.admin) as work:
        rows = {row.id: row for row in key_turns.list_keys(work, folder) if row.key == "seal"}
        many = rows[""].values
        assert (many > 3, rows[generation].values) == (True, 0)
    with pytest.raises(NotAllowed), work_of(actors.admin) as work:
        key_turns.finish_turn(work, folder, "seal", "mayor")
    assert resealed(work_of, actors, folder, 1) == many
    assert resealed(work_of, actors, folder, 1) == 0
    with work_of(actors.admin, NOW + LONG_AFTER) as work:
        assert key_turns.finish_turn(work, folder, "seal", "mayor") == ("",)
    keys.hold(keys.KeyRing.load(folder))
    assert read(house) == before
    kinds = [event.kind for event in trail()]
    assert (kinds.count("key.turned"), kinds.count("key.destroyed")) == (1, 1)


def test_a_key_stays_while_work_from_before_may_still_write(house, work_of, actors, folder):
    turned(house, work_of, actors, folder)
    resealed(work_of, actors, folder, 9)
    with pytest.raises(NotAllowed), work_of(actors.admin) as work:
        key_turns.finish_turn(work, folder, "seal", "mayor")


@pytest.mark.parametrize("witness", ["admin", "officer", "outsider", "nobody"])
def test_one_person_alone_turns_nothing(house, work_of, actors, folder, witness):
    with pytest.raises(Invalid), work_of(actors.admin) as work:
        key_turns.finish_turn(work, folder, "seal", witness)


def test_who_is_no_administrator_turns_nothing(house, work_of, actors, folder):
    with pytest.raises(AccessDenied), work_of(actors.officer) as work:
        key_turns.begin_turn(work, folder, "seal")
    with pytest.raises(Invalid), work_of(actors.admin) as work:
        key_turns.begin_turn(work, folder, "index")


def test_a_key_is_turned_once_for_each_agreement_and_for_the_keys_that_were_shown(
    house, work_of, actors, folder
):
    with pytest.raises(NotAllowed), work_of(actors.admin) as work:
        key_turns.begin_turn(work, folder, "seal")
    turned(house, work_of, actors, folder)
    with pytest.raises(NotAllowed), work_of(actors.admin) as work:
        key_turns.begin_turn(work, folder, "seal")
    agreed_rotation(house, work_of, actors.admin)
    turning.begin(folder, "support")
    with pytest.raises(NotAllowed, match="not what is there now"), work_of(actors.admin) as work:
        key_turns.begin_turn(work, folder, "seal")
    turned(house, work_of, actors, folder)


def test_the_key_of_a_support_file_is_wrapped_anew(house, work_of, actors, folder):
    with work_of(actors.care) as work:
        supports.open_file(work, "Linde", "Only on Mondays", "A bed")
    turned(house, work_of, actors, folder, "support")
    assert resealed(work_of, actors, folder, 9, "support") == 1
    keys.hold(keys.KeyRing.load(folder))
    with work_of(actors.care) as work:
        assert supports.list_files(work)[0].safe_contact == "Only on Mondays"
    with work_of(actors.admin, NOW + LONG_AFTER) as work:
        assert key_turns.finish_turn(work, folder, "support", "mayor") == ()


@pytest.mark.parametrize("key", ["backup", "marks"])
def test_what_lies_outside_the_database_keeps_its_older_key(house, work_of, actors, folder, key):
    generation = turned(house, work_of, actors, folder, key)
    with work_of(actors.admin, NOW + LONG_AFTER) as work, pytest.raises(NotAllowed):
        key_turns.finish_turn(work, folder, key, "mayor")
    assert turning.generations(folder, key) == [turning.FIRST, generation]
    with work_of(actors.admin) as work:
        rows = [row for row in key_turns.list_keys(work, folder) if row.key == key]
    assert [(row.id, row.seals) for row in rows] == [(turning.FIRST, False), (generation, True)]
