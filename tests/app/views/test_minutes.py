"""Minutes over the web: another view and its answer, own paper for each seat, own notes."""

import pytest

from tests.app.views.reading import address, text, words
from tests.app.views.test_meetings import Table


@pytest.fixture
def session(client_of):
    """A meeting in session on one item with everybody there."""
    table = Table(client_of)
    item = table.to_session()
    table.attend(item)
    return table, item


def test_another_view_is_stated_and_answered(session):
    table, item = session
    page = text(table.police.get(item))
    seat = page[page.index('name="dissenter"') :].split('value="')[1].split('"')[0]
    form = {"dissenter": seat, "dissent": "We would have waited."}
    assert table.police.send(f"{item}/dissent", form).status_code == 302
    answer = address(text(table.chair.get(item)), "/dissent/")
    assert table.chair.send(answer, {"dissent_answer": "The lease ends."}).status_code == 302
    assert "The lease ends." in words(table.police.get(item))


def test_without_a_declaration_no_decision_is_stored(client_of):
    table = Table(client_of)
    item = table.to_session()
    answer = table.minute(item)
    assert answer.status_code == 409
    assert "quorum" in words(answer)


def test_notes_are_the_secretarys_own(session):
    table, _item = session
    notes = f"{table.meeting}/notes"
    assert table.police.send(notes, {"notes": "x"}).status_code == 404
    assert table.chair.send(notes, {"notes": "Ask tax again."}).status_code == 302
    assert "Ask tax again." in text(table.chair.get(table.meeting))
    assert "Ask tax again." not in text(table.police.get(table.meeting))
    assert table.chair.send(f"{notes}/destruction").status_code == 302
    assert "Ask tax again." not in text(table.chair.get(table.meeting))


def test_a_seat_takes_its_own_minutes_on_paper(session):
    table, item = session
    assert table.minute(item).status_code == 302
    assert table.police.get(f"{table.meeting}/minutes.pdf").status_code == 409
    assert table.step("minutes_draft").status_code == 302
    answer = table.police.get(f"{table.meeting}/minutes.pdf")
    assert answer.data.startswith(b"%PDF")
    assert "police" in answer.headers["Content-Disposition"]
