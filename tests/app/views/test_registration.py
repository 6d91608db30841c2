"""A new screening over the web, with whoever applies."""

import pytest

from tests.app.views.reading import text, words

NEW = {
    "title": "Eethuis De Proef",
    "scope": "SC02",
    "stage": "application",
    "received_on": "2026-03-02",
    "applicant_kind": "company",
    "applicant_name": "Eethuis De Proef B.V.",
    "street": "Kadeplein",
    "number": "3",
}


def test_with_its_applicant_the_form_and_the_letter_of_receipt_can_go_out_at_once(officer):
    page = text(officer.get(officer.send("/cases/new", NEW).location))
    assert "Eethuis De Proef B.V." in page
    assert "/application/form/send" in page
    assert "/letters/write/receipt" in page
    assert "/steps" in page


def test_without_an_applicant_the_case_waits_for_its_registration(officer):
    nobody = {**NEW, "applicant_name": "", "street": "", "number": ""}
    page = text(officer.get(officer.send("/cases/new", nobody).location))
    assert 'value="T02"' in page
    assert "/application/form/send" not in page


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"signal": "y"}, "Bij alleen een signaal"),
        ({"applicant_name": ""}, "heeft nog geen naam"),
        ({"street": "", "city": "Havermonde"}, "straat"),
        ({"kvk": "12"}, "KVK"),
    ],
)
def test_what_cannot_be_stays_on_the_page(officer, wrong, said):
    answer = officer.send("/cases/new", {**NEW, **wrong})
    assert answer.status_code == 422
    assert said in words(answer)
    assert "Eethuis De Proef" not in text(officer.get("/cases"))


def test_everything_that_is_wrong_is_said_at_once_with_its_field(officer):
    wrong = {"received_on": "2026-03-03", "kvk": "123", "weeks": "99", "signal": "y"}
    page = text(officer.send("/cases/new", {**NEW, **wrong}))
    assert all(f'id="{field}-errors"' in page for field in ("received_on", "kvk", "weeks"))
    assert 'id="applicant_name-errors"' in page
