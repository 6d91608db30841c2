"""Letters from a terminal: what there is, how one reads, and that it went."""

from datetime import date

import pytest

from bureau.operations import delays
from tests.bureau.operations.road import Road

pytestmark = pytest.mark.pdf


@pytest.fixture
def road(terminal, monkeypatch):
    monkeypatch.setenv("BUREAU_NOW", "2026-03-20T10:00:00+01:00")
    return Road(terminal.work_of, terminal.actors)


def test_a_letter_is_composed_sent_and_listed(terminal, road, elsewhere):
    made = terminal.ask(
        "officer", "letter", "compose", road.reference, "receipt", "--out", elsewhere
    )
    assert made["subject"].startswith("Ontvangst")
    assert made["held_back"] == []
    assert made["path"].endswith("draft.pdf")
    sent = terminal.ask(
        "officer", "letter", "send", road.reference, "receipt", "--channel", "post",
        "--address", r"Kade 1\n1234 AB  STAD",
    )  # fmt: skip
    assert (sent["number"], sent["channel"], sent["sent"]) == (1, "post", "2026-03-20")
    found = terminal.ask("second", "letter", "list", road.reference)
    assert [row["state"] for row in found["letters"]] == ["sent"]
    assert found["can_be_written"] == ["receipt"]


def test_what_is_recorded_counts_above_what_is_filled_in_on_the_line(terminal, road):
    with road.by("officer", "03-20") as work:
        delays.send_delay(work, road.id, date(2026, 6, 1), "drukte")
    words = ("letter", "compose", road.reference, "delay", "--keep")
    made = terminal.ask("officer", *words, "--fill", "new_day=2 juni 2026")
    assert "uiterlijk op 1 juni 2026" in made["body"]
    found = terminal.ask("officer", "letter", "list", road.reference)
    assert [row["state"] for row in found["letters"]] == ["draft"]
