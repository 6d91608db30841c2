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


def test_the_password_stands_in_no_command_line(monkeypatch, tmp_path):
    for name in ("pg_dump", "pg_restore"):
        program = tmp_path / name
        program.write_text(f'#!/bin/sh\necho "$@|$PGPASSWORD" > {tmp_path}/told\n')
        program.chmod(0o700)
    monkeypatch.setenv("BUREAU_PG_BIN", str(tmp_path))
    url = NOBODY.set(password="hush/hush", query={"host": "/run/here"})
    for run in (lambda: list(dumps.written(url)), lambda: dumps.read_in(url, tmp_path / "copy")):
        run()
        line, _, secret = (tmp_path / "told").read_text().strip().partition("|")
        assert "hush" not in line
        assert "nobody@127.0.0.1:1/none" in line
        assert secret == "hush/hush"
