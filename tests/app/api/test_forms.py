"""A form from a form server: all of it or nothing, strict, with the path of what is wrong."""

from base64 import b64encode

import pytest

from bureau.operations import questionnaires, steps
from bureau.operations._answers import questions
from tests.bureau.operations.road import answer_to

PDF = b"%PDF-1.7 fictional"


@pytest.fixture
def out(work_as, screening):
    """A screening whose form is with the applicant."""
    from sqlalchemy import select

    from bureau.model import Screening

    with work_as("officer") as work:
        row = work.session.scalars(select(Screening).where(Screening.case_id == screening.id)).one()
        row.applicant_id = screening.cafe
        steps.take_step(work, screening.id, "T02", "fictional reason")
        questionnaires.send_form(work, screening.id, "fictional reason")
        screening.law_date = row.law_date
    return screening


def form(out, **more):
    known = questions("SC02", out.law_date)
    body = {
        "form": {"version": "2024"},
        "answers": {code: answer_to(row) for code, row in known.items()},
        "documents": [
            {"code": "DC02", "name": "kvk.pdf", "content_base64": b64encode(PDF).decode()}
        ],
    }
    return {**body, **more}


def post(program, out, body):
    return program("officer").post(f"/cases/{out.id}/form", json=body)


def test_a_form_is_taken_in_and_counts_as_handed_in(program, out):
    answer = post(program, out, form(out))
    assert answer.status_code == 201, answer.json
    told = answer.json
    assert (told["case"], told["kind"], told["handed_in"]) == (out.reference, "form", "2026-03-02")
    assert [row["code"] for row in told["documents"]] == ["DC02"]
    assert "DC02" not in told["missing"]
    assert all(code.startswith("DC") for code in told["missing"])
    assert post(program, out, form(out)).status_code == 409


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"answers": {"Q99.01": "x"}}, "answers.Q99.01"),
        ({"answers": {"Q02.01": "much"}}, "answers.Q02.01"),
        ({"answers": {"Q02.03": [{"origin": "x", "amount": "y"}]}}, "answers.Q02.03.0.amount"),
        ({"answers": {"Q02.01": 5}}, "answers.Q02.01"),
        ({"form": {"version": "1999"}}, "form.version"),
        ({"form": {}}, "form.version"),
        ({"more": 1}, "more"),
        (
            {"documents": [{"code": "DC99", "name": "x", "content_base64": ""}]},
            "documents.0.code",
        ),
        (
            {"documents": [{"code": "DC02", "name": "x", "content_base64": "***"}]},
            "documents.0.content_base64",
        ),
        (
            {"documents": [{"code": "DC02", "name": "x", "content_base64": ""}]},
            "documents.0.content_base64",
        ),
    ],
)
def test_what_is_wrong_is_refused_with_its_path_and_nothing_is_kept(program, out, change, path):
    answer = post(program, out, form(out, **change))
    assert answer.status_code == 422, answer.json
    assert answer.json["where"]["path"].startswith(path)
    assert post(program, out, form(out)).status_code == 201


def test_a_form_without_a_token_or_for_a_hidden_case_finds_nothing(program, out, hidden):
    assert program().post(f"/cases/{out.id}/form", json=form(out)).status_code == 401
    assert program("officer").post(f"/cases/{hidden.id}/form", json=form(out)).status_code == 404
