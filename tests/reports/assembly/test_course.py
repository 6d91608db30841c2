"""What happened when, in order and with its source; every deadline in words."""

from bureau.rules.vocabulary import Track
from reports.values.steps import ClockState
from tests.reports.assembly.rich import BOTH


def test_the_timeline_is_in_order_and_every_line_has_its_source(made):
    events = made(Track.CRIMINAL).timeline
    days = [event.on or "9999" for event in events]
    assert days == sorted(days)
    assert all(event.sources for event in events)
    told = " ".join(event.text for event in events)
    assert "Inschrijving van Kwakman Holding B.V." in told
    assert "Koopovereenkomst Kade 9: Doorn aan De Ankerplaats B.V." in told
    assert "Schaduw" not in told


def test_the_steps_are_those_that_were_taken_each_with_its_basis(made):
    steps = made(Track.CRIMINAL).steps
    assert [step.reference for step in steps][-2:] == ["T35", "T36"]
    assert all(step.basis and step.body == "Gemeente Havermonde" for step in steps)


@BOTH
def test_every_deadline_is_explained_in_words_with_its_article(made, language):
    for track in (Track.CRIMINAL, Track.ADMINISTRATIVE):
        deadlines = made(track, language).deadlines
        assert {"DL01", "DL06", "DL09", "DL11"} <= {row.term_id for row in deadlines}
        for row in deadlines:
            assert row.reasons
            assert all(reason.text.strip() and reason.basis.strip() for reason in row.reasons)


def test_the_days_that_a_term_stood_still_are_told(made):
    main = next(row for row in made(Track.ADMINISTRATIVE).deadlines if row.term_id == "DL01")
    told = " ".join(reason.text for reason in main.reasons)
    assert main.state is ClockState.MET
    assert "36 dagen" in told
    assert main.start.isoformat() == "2026-03-02"


def test_the_objection_term_runs_from_the_day_the_decision_was_made_known(made):
    row = next(row for row in made(Track.ADMINISTRATIVE).deadlines if row.term_id == "DL11")
    assert (row.state, row.due.isoformat()) == (ClockState.RUNNING, "2026-06-23")
