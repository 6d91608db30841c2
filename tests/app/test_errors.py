"""Every error is told in the language of the reader: what, where and what to do."""

from dataclasses import dataclass

import pytest
from flask_babel import force_locale

from app.errors import answer, remedy, said, sought
from bureau.errors import N_, Invalid, NotAllowed
from bureau.rules.vocabulary import Role

DUTCH = {
    "Fill in {field}.": "Vul dit in: {field}.",
    "Use at most {most} characters.": "Gebruik hoogstens {most} tekens.",
    "reason": "reden",
    "{value} is no amount.": "{value} is geen bedrag.",
    "Nothing": "Niets",
    "The field {path} {what}.": "Het veld {path} {what}.",
    "cannot be {value}": "kan niet {value} zijn",
    "second reader (tweede lezer)": "tweede lezer",
}


@dataclass
class Pair:
    nl: str = "de kring"
    en: str = "the circle"


@pytest.fixture
def dutch(app, monkeypatch):
    """A Dutch reader, with a catalogue that does not depend on what was compiled."""

    def look_up(text):
        return DUTCH.get(text, text)

    monkeypatch.setattr("app.errors.gettext", look_up)
    with app.test_request_context(), force_locale("nl"):
        yield


@pytest.mark.usefixtures("dutch")
@pytest.mark.parametrize(
    ("template", "params", "text"),
    [
        ("{value} is no amount.", {"value": "x"}, "x is geen bedrag."),
        ("{value} is no amount.", {"value": N_("Nothing")}, "Niets is geen bedrag."),
        ("Outside {who}.", {"who": Pair()}, "Outside de kring."),
        (
            "The field {path} {what}.",
            {"path": "a", "what": N_("cannot be {value}"), "value": "{b}"},
            "Het veld a kan niet {b} zijn.",
        ),
    ],
)
def test_a_message_is_translated_before_it_is_filled(template, params, text):
    assert said(Invalid(template, **params)) == text


@pytest.mark.usefixtures("dutch")
def test_the_remedy_is_translated_with_the_same_parameters():
    error = Invalid("Wrong.", hint="Use at most {most} characters.", most=80)
    assert remedy(error) == "Gebruik hoogstens 80 tekens."
    assert remedy(Invalid("Wrong.")) == ""


def test_fields_and_closed_words_are_named_as_the_reader_knows_them(app):
    with app.test_request_context(), force_locale("en"):
        assert said(Invalid("Fill in {field}.", field="code_name")) == "Fill in code name."
        told = said(NotAllowed("Not for a {role}.", role=Role.REVIEWER))
    assert told == "Not for a second reader (tweede lezer)."


def test_a_page_names_the_place_and_the_law_and_no_words_of_programs(app):
    where = {"guard": "present", "field": "seat", "line": 0, "row": 4, "basis": "WGS 2.22"}
    with app.test_request_context(), force_locale("en"):
        assert sought(where) == [("Row", "4"), ("Basis", "WGS 2.22")]


@pytest.mark.parametrize(
    ("path", "kind"), [("/nowhere", "text/html"), ("/api/v1/nowhere", "application/problem+json")]
)
def test_what_is_not_there_answers_in_the_manner_of_the_door(client_of, path, kind):
    answer = client_of("officer").get(path)
    assert (answer.status_code, answer.mimetype) == (404, kind)


@pytest.mark.parametrize(("path", "day"), [("/cases", "29 nov 2026"), ("/api/v1", "2026-11-29")])
def test_a_day_is_told_as_pages_show_it(app, path, day):
    with app.test_request_context(path), force_locale("nl"):
        told = said(Invalid("Before {since}: {value}.", since="2026-11-29", value="2026-11-29"))
    assert told == f"Before {day}: 2026-11-29."


def test_a_fault_of_ours_has_a_reference_that_the_log_holds(app, caplog):
    with app.test_request_context("/cases"), force_locale("en"):
        page, status = answer(500, "Something is out of order here.")
    told = [record.args[1] for record in caplog.records if "reference" in record.getMessage()]
    assert status == 500
    assert len(told) == 1
    assert told[0] in page
    assert "Nothing was stored" not in page
