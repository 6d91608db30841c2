"""Versions beside each other: only what changed, tables in lines."""

from datetime import date
from types import SimpleNamespace
from uuid import uuid4

from app.views import versions
from tests.conftest import NOW

ROWS = '[{"provider": "Bank", "amount": "5"}, {"provider": "Oma"}]'


def case(answer):
    screening = SimpleNamespace(scope="SC02", law_date=date(2026, 3, 2))
    return SimpleNamespace(screening=screening, questionnaires=[SimpleNamespace(answers=[answer])])


def version(number, text, by=None):
    return SimpleNamespace(number=number, text=text, at=NOW, by=by)


def test_what_was_written_once_is_no_change():
    answer = SimpleNamespace(id=uuid4(), question="Q02.01")
    assert versions.changes(case(answer), {answer.id: [version(1, "5")]}) == []


def test_a_change_has_both_texts_and_who_wrote_the_last():
    answer = SimpleNamespace(id=uuid4(), question="Q02.04")
    kept = {answer.id: [version(1, ""), version(2, ROWS, SimpleNamespace(name="Olga"))]}
    [change] = versions.changes(case(answer), kept)
    assert (change.before, change.number, change.by) == ("", 2, "Olga")
    assert change.after.splitlines()[0].startswith("Bank · - · 5")
    assert len(change.after.splitlines()) == 2
