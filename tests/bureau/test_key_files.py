"""The files of keys: made once, read by their owner alone, and not made again once destroyed."""

import stat

import pytest

from bureau import key_files, turning
from bureau.errors import OutOfOrder


def test_a_key_is_made_once_and_only_its_owner_reads_it(tmp_path):
    made = key_files.first(tmp_path, "trail")
    assert key_files.first(tmp_path, "trail") == made
    path = tmp_path / "trail.key"
    assert stat.S_IMODE(path.stat().st_mode) == 0o400
    key_files.write_once(path, b"another")
    assert key_files.first(tmp_path, "trail") == made
    path.chmod(0o600)
    path.write_text("ab")
    with pytest.raises(OutOfOrder, match="damaged"):
        key_files.first(tmp_path, "trail")


@pytest.mark.parametrize("name", turning.ROTATING)
def test_a_first_generation_that_was_destroyed_is_not_made_again(tmp_path, name):
    key_files.first(tmp_path, name)
    turning.begin(tmp_path, name)
    turning.destroy(tmp_path, name, turning.FIRST)
    assert key_files.first(tmp_path, name) == b""
    assert not (tmp_path / f"{name}.key").exists()
