"""The public yearly report of the partnership on the command line."""

from pathlib import Path

import pytest


@pytest.mark.pdf
def test_the_report_of_a_year_as_data_csv_and_paper(terminal, tmp_path):
    asked = ("partnership-report", "--year", "2026", "--pdf", tmp_path, "--csv", tmp_path)
    told = terminal.ask("coordinator", *asked)
    assert (told["schema"], told["year"]) == ("bureau-partnership-1", 2026)
    assert Path(told["pdf"]).read_bytes().startswith(b"%PDF-")
    assert "EV-15,harm_homeless" in Path(told["csv"]).read_text("utf-8")
    assert terminal.refuse("police", "partnership-report").code
