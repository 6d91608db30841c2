"""Searching for programs: what is not one's own is neither found nor counted."""

import pytest

from tests.app.api.conftest import open_screening

WHY = "purpose=INTAKE&reason=An+application+that+is+no+case"


def found(bearer, q, **more):
    asked = "&".join([f"q={q}", WHY, *(f"{name}={value}" for name, value in more.items())])
    return bearer.get(f"/search?{asked}").json


def test_cases_come_first_then_parties_each_with_its_case(program, screening):
    answer = found(program("officer"), "ankerplaats")
    assert [hit["found"] for hit in answer["items"]] == ["case", "party", "party"]
    assert {hit["case"] for hit in answer["items"]} == {screening.reference}
    assert {hit["case_id"] for hit in answer["items"]} == {str(screening.id)}
    assert (answer["total"], answer["more"]) == (3, False)


def test_pages_put_together_are_the_whole(program, screening):
    bearer = program("officer")
    whole = found(bearer, "ankerplaats")["items"]
    parts = [found(bearer, "ankerplaats", page=n, size=1)["items"] for n in (1, 2, 3, 4)]
    assert [hit for part in parts for hit in part] == whole


@pytest.mark.parametrize("q", ["onder water", "hotel", "SCR", "%25", "__"])
def test_a_hidden_case_changes_nothing_to_a_search(program, screening, work_as, q):
    bearer = program("officer")
    before = bearer.get(f"/search?q={q}&{WHY}").data
    with work_as("outsider") as work:
        open_screening(work, "Hotel Onder Water")
    assert bearer.get(f"/search?q={q}&{WHY}").data == before


def test_a_purpose_that_names_a_case_asks_one_of_ones_own(program, screening):
    bearer = program("officer")
    assert bearer.get("/search?q=ankerplaats&purpose=TASK").status_code == 422
    asked = f"/search?q=ankerplaats&purpose=TASK&case={screening.reference}"
    assert bearer.get(asked).json["total"] == 3
    assert program("outsider").get(asked).status_code == 404
