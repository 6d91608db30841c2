"""Sealed values: readable with these keys only, in their own column only."""

import stat

import pytest

from bureau import keys
from bureau.errors import OutOfOrder
from bureau.model.base import new_id


@pytest.fixture
def ring():
    made = keys.KeyRing.fresh()
    keys.hold(made)
    return made


def test_what_is_sealed_can_be_opened_again(ring):
    assert keys.unseal(keys.seal(b"Mirte", "file.name"), "file.name") == b"Mirte"


def test_the_same_value_never_looks_the_same(ring):
    assert keys.seal(b"Mirte", "file.name") != keys.seal(b"Mirte", "file.name")


def test_a_value_moved_to_another_column_does_not_open(ring):
    with pytest.raises(OutOfOrder):
        keys.unseal(keys.seal(b"Mirte", "file.name"), "file.needs")


def test_an_altered_value_does_not_open(ring):
    sealed = bytearray(keys.seal(b"Mirte", "file.name"))
    sealed[-1] ^= 1
    with pytest.raises(OutOfOrder):
        keys.unseal(bytes(sealed), "file.name")


def test_other_keys_do_not_open_it(ring):
    sealed = keys.seal(b"Mirte", "file.name")
    keys.hold(keys.KeyRing.fresh())
    with pytest.raises(OutOfOrder):
        keys.unseal(sealed, "file.name")


def test_a_file_has_a_key_of_its_own_that_only_the_support_key_unwraps(ring):
    here, there = (keys.open_file_key(keys.new_file_key(name), name) for name in ("a", "b"))
    sealed = here.seal(b"Mirte", "file.name|1")
    assert here.unseal(sealed, "file.name|1") == b"Mirte"
    for key, place in ((there, "file.name|1"), (here, "file.name|2")):
        with pytest.raises(OutOfOrder):
            key.unseal(sealed, place)
    wrapped = keys.new_file_key("a")
    with pytest.raises(OutOfOrder):
        keys.open_file_key(wrapped, "b")
    with pytest.raises(OutOfOrder, match="destroyed"):
        keys.open_file_key(None, "a")
    keys.hold(keys.KeyRing.fresh())
    with pytest.raises(OutOfOrder):
        keys.open_file_key(wrapped, "a")


def test_keys_are_made_once_and_kept_for_the_owner_only(tmp_path):
    first = keys.KeyRing.load(tmp_path / "keys")
    assert keys.KeyRing.load(tmp_path / "keys") == first
    for path in (tmp_path / "keys").iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o400
    assert stat.S_IMODE((tmp_path / "keys").stat().st_mode) == 0o700


def test_a_damaged_key_is_named(tmp_path):
    keys.KeyRing.load(tmp_path)
    (tmp_path / "seal.key").chmod(0o600)
    (tmp_path / "seal.key").write_text("00ff")
    with pytest.raises(OutOfOrder, match=r"seal\.key"):
        keys.KeyRing.load(tmp_path)


def test_a_commitment_says_nothing_without_its_salt():
    assert keys.commitment(b"a" * 32, "x") != keys.commitment(b"b" * 32, "x")
    assert keys.commitment(b"a" * 32, "x") == keys.commitment(b"a" * 32, "x")


def test_each_copy_has_a_secret_of_its_own_that_needs_the_key_of_the_house(ring):
    one, other = new_id(), new_id()
    assert keys.mark_secret(one) == keys.mark_secret(one) != keys.mark_secret(other)
    before = keys.mark_secret(one)
    keys.hold(keys.KeyRing.fresh())
    assert keys.mark_secret(one) != before
