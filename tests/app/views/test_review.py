"""Objection, appeal and lateness on one page, each with its form and its clock."""

import pytest

from tests.app.views.reading import text, version
from tests.walls.visiting import PASSWORD


@pytest.fixture
def known(road):
    """A decision that is made known on the day of this house."""
    road.to_decision()
    return road


def path(road, tail=""):
    return f"/cases/{road.id}/review{tail}"


def to_known(road, day="04-01"):
    road.decide(day=day)
    return road.make_known(day)


@pytest.fixture
def app(home):
    """The house on a later day than the others, when the decision is known."""
    from tests.bureau.operations.road import at
    from tests.walls import visiting

    made = visiting.open_house(home, now=at("05-20"))
    yield made
    visiting.close_house(made)


def test_the_page_says_that_nothing_happened_yet(known, officer):
    page = text(officer.get(path(known)))
    assert "Er is geen bezwaar" in page or "No objection came in" in page


def test_an_objection_goes_from_its_form_to_the_decision_on_it(known, officer, client_of):
    to_known(known, "04-13")
    form = {"grounds": "The facts are old.", "received_on": "2026-05-18", "committee": "y"}
    assert officer.send(path(known, "/objection"), {**form, "grounds": ""}).status_code == 422
    assert officer.send(path(known, "/objection"), form).status_code == 302
    page = text(officer.get(path(known)))
    assert "DL13" not in page
    mayor = client_of("mayor")
    row = version(text(mayor.get(path(known))), path(known, "/objection/decision"))
    answer = {"version": row, "outcome": "upheld", "reasons": "As before.", "password": PASSWORD}
    wrong = {**answer, "password": "not this"}
    assert mayor.send(path(known, "/objection/decision"), wrong).status_code == 422
    assert mayor.send(path(known, "/objection/decision"), answer).status_code == 302
    assert "Wacht op een tweede persoon" in text(officer.get(path(known)))
    known.agree_to_objection("05-19")
    assert "stemde in met precies dit" in text(officer.get(path(known)))
    step = {"step": "T41", "reason": "sent"}
    assert officer.send(f"/cases/{known.id}/steps", step).status_code == 302
    appeal = {"note": "letter of the court"}
    assert officer.send(path(known, "/appeal"), appeal).status_code == 302
    repair = {"reason": "weigh again", "until": "2026-06-30"}
    assert officer.send(path(known, "/repair"), repair).status_code == 302
    assert known.show("05-20")["state"] == "ST80"


def test_a_postponement_and_a_judgment(known, officer, client_of):
    to_known(known, "04-13")
    known.object("05-04")
    row = version(text(officer.get(path(known))), path(known, "/objection/postponement"))
    answer = officer.send(path(known, "/objection/postponement"), {"version": row})
    assert answer.status_code == 302
    known.answer_objection("05-19")
    officer.send(path(known, "/appeal"), {"note": "letter"})
    form = {"outcome": "unfounded", "reason": "The weighing holds."}
    assert officer.send(path(known, "/judgment"), {**form, "outcome": "x"}).status_code == 422
    assert officer.send(path(known, "/judgment"), form).status_code == 302
    assert known.show("05-20")["state"] == "ST112"


def test_a_late_decision_shows_its_price(known, officer):
    form = {"about": "application", "note": "letter", "on": "2026-04-29"}
    assert officer.send(path(known, "/default"), form).status_code == 302
    assert "161,00" in text(officer.get(path(known))) or "161.00" in text(officer.get(path(known)))
    late = {"until": "2026-06-30", "reason": "busy"}
    assert officer.send(path(known, "/delay"), late).status_code == 409
    assert officer.send(path(known, "/default"), {**form, "on": "2026-04-20"}).status_code == 409


def test_a_run_out_clock_is_said_at_the_top(known, officer):
    for page in (f"/cases/{known.id}", "/"):
        assert "notice--error" in text(officer.get(page))
