"""Every sealed column of the house is known, so that no value is left behind."""

from bureau import resealing
from bureau.model import Base
from bureau.model.base import Sealed, SealedBytes
from bureau.model.locked import LockedBytes, RowSealed


def test_every_sealed_column_is_turned_with_its_key():
    found = {(one.table.name, one.column) for one in resealing.places("seal")}
    sealed = {
        (table.name, column.name)
        for table in Base.metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, Sealed | SealedBytes | RowSealed)
    }
    assert found == sealed
    assert ("blob", "content") in found
    assert ("factor", "secret") in found


def test_of_a_support_file_its_own_key_is_wrapped_anew_and_nothing_else():
    assert [(one.table.name, one.column) for one in resealing.places("support")] == [
        ("support_file", "lock")
    ]


def test_what_a_file_key_seals_hangs_on_that_key_alone():
    locked = {
        table.name
        for table in Base.metadata.tables.values()
        for column in table.columns
        if type(column.type) is LockedBytes
    }
    assert all(name.startswith("support") or name == "consent" for name in locked), locked
