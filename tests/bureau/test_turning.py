"""Keys in generations: what was sealed stays readable, whatever came after it, in every process."""

from uuid import UUID

import pytest

from bureau import keys, turning
from bureau.errors import OutOfOrder
from bureau.turning import FIRST

PLACE = "test.place"


@pytest.fixture
def folder(tmp_path):
    """A folder of keys that this process holds."""
    keys.hold(keys.KeyRing.load(tmp_path / "keys"))
    return tmp_path / "keys"


def test_a_turn_seals_with_the_new_key_and_reads_the_old(folder):
    old = keys.seal(b"before", PLACE)
    generation = turning.begin(folder, "seal")
    new = keys.seal(b"after", PLACE)
    assert new.startswith(turning.head(generation))
    assert not old.startswith(turning.SIGN) or len(old) > 30
    assert (keys.unseal(old, PLACE), keys.unseal(new, PLACE)) == (b"before", b"after")
    again = keys.resealed("seal", old, PLACE)
    assert again.startswith(turning.head(generation))
    assert keys.unseal(again, PLACE) == b"before"


def test_a_process_that_started_before_the_turn_reads_and_writes_as_it_should(folder):
    generation = turning.begin(folder, "seal")
    sealed = keys.seal(b"elsewhere", PLACE)
    keys._TURNED["seal"] = turning.Generations("seal", folder, {FIRST: keys._HELD["seal"]})
    assert keys.unseal(sealed, PLACE) == b"elsewhere"
    assert keys.seal(b"here", PLACE).startswith(turning.head(generation))


def test_a_destroyed_key_opens_nothing_and_is_not_made_again(folder):
    old = keys.seal(b"before", PLACE)
    turning.begin(folder, "seal")
    new = keys.seal(b"after", PLACE)
    turning.destroy(folder, "seal", FIRST)
    turning.destroy(folder, "seal", FIRST)
    keys.hold(keys.KeyRing.load(folder))
    assert not (folder / "seal.key").exists()
    assert keys.unseal(new, PLACE) == b"after"
    with pytest.raises(OutOfOrder):
        keys.unseal(old, PLACE)


def test_an_altered_head_or_a_moved_value_does_not_open(folder):
    turning.begin(folder, "seal")
    sealed = keys.seal(b"value", PLACE)
    turned = sealed[:3] + bytes([sealed[3] ^ 1]) + sealed[4:]
    for forged, place in ((turned, PLACE), (sealed, "other.place"), (sealed[:-1], PLACE)):
        with pytest.raises(OutOfOrder):
            keys.unseal(forged, place)


def test_the_newest_of_several_seals_and_all_are_read(folder):
    sealed = [keys.seal(b"0", PLACE)]
    for number in (b"1", b"2"):
        turning.begin(folder, "seal")
        sealed.append(keys.seal(number, PLACE))
    keys.hold(keys.KeyRing.load(folder))
    assert [keys.unseal(one, PLACE) for one in sealed] == [b"0", b"1", b"2"]
    assert len(turning.generations(folder, "seal")) == 3
    assert all(path.stat().st_mode & 0o077 == 0 for path in folder.glob("seal*"))


def test_a_wrapped_key_of_a_support_file_is_wrapped_anew_and_stays_the_same(folder):
    wrapped = keys.new_file_key(PLACE)
    value = keys.open_file_key(wrapped, PLACE).seal(b"words", "x")
    turning.begin(folder, "support")
    again = keys.resealed("support", wrapped, PLACE)
    assert keys.open_file_key(again, PLACE).unseal(value, "x") == b"words"


def test_a_copy_marked_before_a_turn_is_found_among_the_secrets_of_every_generation(folder):
    copy = UUID(int=7)
    before = keys.mark_secret(copy)
    turning.begin(folder, "marks")
    after = keys.mark_secret(copy)
    assert before != after
    keys.hold(keys.KeyRing.load(folder))
    assert [each[copy] for each in keys.mark_secrets([copy])] == [before, after]


def test_a_backup_names_the_generation_that_opens_it(folder):
    first = keys.backup_key()
    assert keys.backup_generation() == FIRST
    generation = turning.begin(folder, "backup")
    assert keys.backup_generation() == generation
    keys.hold(keys.KeyRing.load(folder))
    assert keys.backup_key(generation) != first == keys.backup_key(FIRST)
    (folder / f"backup-{generation}.key").unlink()
    keys.hold(keys.KeyRing.load(folder))
    with pytest.raises(OutOfOrder):
        keys.backup_key(generation)
