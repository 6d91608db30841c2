"""Indicators raise a question; what is printed is the question, the answer and who gave it."""

from bureau.model import IndicatorAnswer
from bureau.operations.indicators import OPEN
from bureau.rules.standings import IndicatorStanding
from bureau.rules.vocabulary import Track
from reports.assembly.signals import STANDINGS, signals


def test_a_signal_shows_what_was_asked_and_what_was_made_of_it(made, rich):
    told = made(Track.ADMINISTRATIVE).signals
    assert told
    for signal in told:
        assert signal.innocent == "Met stukken verklaard."
        assert signal.weighed.startswith("verklaard door Officer")
        assert set(signal.sources) <= {1, 2, 4, 5}
        assert signal.sources
    with rich.file() as file:
        rows = {row.code: row for row in file.rows.all(IndicatorAnswer)}
        rows[told[0].code].status, rows[told[0].code].reason = "open", ""
        first = signals(file)[0]
        assert first.weighed.startswith("nog niet beantwoord")


def test_a_signal_tells_its_numbers_where_nothing_is_withheld(rich):
    with rich.file() as file:
        file.held_sources.clear()
        told = " ".join(signal.observed for signal in signals(file))
        assert "Geertje Kwakman" in told


def test_a_signal_that_stayed_silent_is_not_told_of(rich, made):
    with rich.file() as file:
        silent = {row.code for row in file.rows.all(IndicatorAnswer) if row.signal != "fired"}
    assert silent
    assert not silent & {signal.code for signal in made(Track.ADMINISTRATIVE).signals}


def test_without_a_source_that_goes_along_there_are_no_signals(rich):
    with rich.file() as file:
        file.sources.clear()
        assert signals(file) == ()


def test_every_standing_has_words():
    assert set(STANDINGS) == {OPEN, *IndicatorStanding}
