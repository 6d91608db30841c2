"""The words of watching looks."""

from app import watch_words
from app.words import ALL
from bureau.rules.events import EventKind


def test_each_event_of_watching_has_a_word():
    kinds = {kind.value for kind in EventKind if kind.startswith(("alert.", "watch."))}
    assert kinds <= set(watch_words.EVENTS) <= set(ALL)


def test_each_figure_that_a_rule_counts_has_a_word():
    counted = ("looks", "subjects", "usual", "letters", "numbers", "searches", "acted", "bodies")
    counted += ("refusals", "exports", "uses")
    assert {f"figure_{name}" for name in counted} == set(watch_words.FIGURES)
