"""What is kept beside the database is on the disk, with its name, before anybody relies on it."""

import os
from pathlib import Path

import pytest

from bureau import keys, lasting


@pytest.fixture
def told(monkeypatch):
    """What the disk was told, in order: renames, links, and syncs by the path that was synced."""
    found = []
    plainly = os.fsync

    def fsync(handle):
        found.append(("sync", str(Path(f"/proc/self/fd/{handle}").readlink())))
        plainly(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    return found


def test_the_content_is_synced_before_the_name_and_the_name_after_it(told, tmp_path):
    path = tmp_path / "kept.note"
    lasting.put(path, "first")
    lasting.put(path, "second")
    assert path.read_text() == "second"
    draft, folder, above = (where for _, where in told[3:])
    assert draft.startswith(str(tmp_path / ".kept.note."))
    assert (folder, above) == (str(tmp_path), str(tmp_path.parent))
    assert [each.name for each in tmp_path.iterdir()] == ["kept.note"]


def test_a_power_cut_takes_no_key_with_which_something_was_sealed(told, tmp_path):
    keys.KeyRing.load(tmp_path / "house" / "keys")
    synced = [where for _, where in told]
    for name in keys.NAMES:
        made = next(at for at, where in enumerate(synced) if f".{name}.key." in where)
        assert str(tmp_path / "house" / "keys") in synced[made + 1 :]
    assert str(tmp_path / "house") in synced
    told.clear()
    keys.KeyRing.load(tmp_path / "house" / "keys")
    assert told == []
