"""The figures of a year on the command line."""

from pathlib import Path

import pytest


@pytest.mark.pdf
def test_a_year_is_printed_and_written_as_csv(terminal, tmp_path):
    told = terminal.ask("officer", "yearly", "--year", "2026", "--pdf", tmp_path, "--csv", tmp_path)
    assert (told["year"], told["figures"][0]["code"]) == (2026, "")
    assert Path(told["pdf"]).read_bytes().startswith(b"%PDF-")
    assert "received" in Path(told["csv"]).read_text("utf-8")
    assert terminal.refuse("officer", "yearly", "--year", "2099").code == 2
