"""What one took out, from the command line; commands stop at the same number as pages."""

from dataclasses import replace

from bureau import outtakes
from bureau.rules import export_quota


def test_a_command_counts_and_stops_at_the_quota(terminal, tmp_path, monkeypatch):
    def one(*given):
        return tuple(replace(row, number=1) for row in export_quota.rows_for(*given))

    monkeypatch.setattr(outtakes, "rows_for", one)
    asking = ("quota", "ask", "--number", "2", "--hours", "3", "--reason")
    assert [row["used"] for row in terminal.ask("officer", "quota", "show")] == [0, 0]
    terminal.refuse("officer", *asking, "Copies for the hearing")
    year = ("yearly", "--year", "2026", "--csv", str(tmp_path))
    terminal.ask("officer", *year)
    assert terminal.refuse("officer", *year).refusal["where"]["guard"] == "export_quota"
    assert [row["used"] for row in terminal.ask("officer", "quota", "show")] == [1, 1]
    assert set(terminal.ask("officer", *asking, "Copies for the hearing")) == {"request", "until"}
