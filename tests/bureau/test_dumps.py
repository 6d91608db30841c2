"""What PostgreSQL's own programs cannot do is said; the rest is shown by the backups."""

import pytest
from sqlalchemy.engine import make_url

from bureau import dumps
from bureau.errors import OutOfOrder

NOBODY = make_url("postgresql+psycopg://nobody@127.0.0.1:1/none")


def test_a_program_that_is_missing_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv("BUREAU_PG_BIN", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(OutOfOrder) as refusal:
        list(dumps.written(NOBODY))
    assert "pg_dump" in str(refusal.value)


def test_a_program_that_fails_is_no_backup(monkeypatch, tmp_path):
    for name in ("pg_dump", "pg_restore"):
        program = tmp_path / name
        program.write_text("#!/bin/sh\nexit 3\n")
        program.chmod(0o700)
    monkeypatch.setenv("BUREAU_PG_BIN", str(tmp_path))
    with pytest.raises(OutOfOrder):
        list(dumps.written(NOBODY))
    with pytest.raises(OutOfOrder):
        dumps.read_in(NOBODY, tmp_path / "copy")
