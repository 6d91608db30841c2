"""Cases for programs: one's own, whole, and no trace of any other."""

from uuid import uuid4

import pytest

from bureau.operations import members
from tests.app.api.conftest import open_screening

NEW = {"title": "Café De Kade", "scope": "SC02", "received_on": "2026-03-01"}
PLACES = ("", "/clocks", "/parties", "/network", "/dossiers")
VARYING = {"Content-Security-Policy"}  # a new nonce with each answer


def same(one, other):
    """Whether nobody could tell these two answers apart."""
    headers = [{n: v for n, v in each.headers if n not in VARYING} for each in (one, other)]
    return (one.status_code, one.data, headers[0]) == (other.status_code, other.data, headers[1])


@pytest.mark.parametrize("login", ["officer", "second", "mayor", "police", "auditor", "admin"])
@pytest.mark.parametrize("place", PLACES)
def test_a_case_one_may_not_see_answers_like_one_that_does_not_exist(program, hidden, login, place):
    bearer = program(login)
    there = bearer.get(f"/cases/{hidden.id}{place}")
    assert there.status_code == 404
    assert same(there, bearer.get(f"/cases/{uuid4()}{place}"))
    assert same(there, bearer.get("/cases/nothing"))


def test_a_hidden_case_changes_nothing_to_a_list(program, screening, work_as):
    bearer = program("officer")
    before = [bearer.get(f"/cases{q}") for q in ("", "?sort=due", "?size=1", "?page=2")]
    with work_as("outsider") as work:
        open_screening(work, "Hotel Onder Water")
    after = [bearer.get(f"/cases{q}") for q in ("", "?sort=due", "?size=1", "?page=2")]
    assert all(same(*pair) for pair in zip(before, after, strict=True))


def test_a_list_has_ones_own_cases_by_reference_or_by_term(program, work_as):
    with work_as("officer") as work:
        made = [open_screening(work, f"Zaak {n}").reference for n in range(5)]
    bearer = program("officer")
    by_name = bearer.get("/cases").json
    assert [row["case"] for row in by_name["items"]] == sorted(made)
    assert by_name["total"] == 5
    due = [row["next_clock"]["due"] for row in bearer.get("/cases?sort=due").json["items"]]
    assert due == sorted(due)


def test_pages_put_together_are_the_whole(program, work_as):
    with work_as("officer") as work:
        for number in range(5):
            open_screening(work, f"Zaak {number}")
    bearer = program("officer")
    whole = bearer.get("/cases").json["items"]
    parts = [bearer.get(f"/cases?page={n}&size=2").json for n in (1, 2, 3, 4)]
    assert [row for part in parts for row in part["items"]] == whole
    assert {part["total"] for part in parts} == {5}


def test_a_list_can_be_of_one_kind(program, screening):
    bearer = program("officer")
    assert bearer.get("/cases?kind=screening").json["total"] == 1
    assert bearer.get("/cases?kind=partnership").json["total"] == 0


def test_a_case_is_told_whole(program, screening):
    case = program("officer").get(f"/cases/{screening.id}").json
    assert (case["id"], case["case"]) == (str(screening.id), screening.reference)
    assert (case["state"], case["scope"], case["opened"]) == ("ST10", "SC02", "2026-03-02")
    assert [row["role"] for row in case["parties"]] == ["R01"]
    assert case["steps"]


def test_the_clocks_are_those_of_the_case(program, screening):
    bearer = program("officer")
    case = bearer.get(f"/cases/{screening.id}").json
    clocks = bearer.get(f"/cases/{screening.id}/clocks").json
    assert clocks == {"case": screening.reference, "clocks": case["clocks"]}
    assert (clocks["clocks"][0]["term"], clocks["clocks"][0]["due"]) == ("DL01", "2026-04-28")


def test_the_parties_are_listed_by_label(program, screening):
    answer = program("officer").get(f"/cases/{screening.id}/parties").json
    assert [row["id"] for row in answer["items"]] == [str(screening.cafe), str(screening.holding)]
    assert answer["items"][0]["roles"] == ["R01"]


def test_the_network_can_be_looked_at_from_one_party(program, screening):
    bearer = program("officer")
    whole = bearer.get(f"/cases/{screening.id}/network").json
    assert (whole["nodes_in_case"], whole["edges_in_case"]) == (2, 1)
    near = bearer.get(f"/cases/{screening.id}/network?focus={screening.cafe}&hops=2").json
    assert (near["focus"], near["hops"], len(near["nodes"])) == (str(screening.cafe), 2, 2)
    lost = bearer.get(f"/cases/{screening.id}/network?focus={uuid4()}")
    assert lost.status_code == 404


def test_there_are_no_dossiers_yet(program, screening):
    answer = program("officer").get(f"/cases/{screening.id}/dossiers").json
    assert (answer["items"], answer["total"]) == ([], 0)


def test_a_screening_is_opened_and_can_be_read_where_the_answer_says(program):
    bearer = program("officer")
    made = bearer.post("/cases", json=NEW)
    assert made.status_code == 201
    case = bearer.get(made.location).json
    assert (case["id"], case["case"]) == (made.json["id"], made.json["case"])
    assert (case["title"], case["capacity"]) == ("Café De Kade", "handler")


def test_who_may_not_open_a_case_finds_nothing_here(program):
    for login in ("second", "mayor", "police", "admin", "coordinator"):
        assert program(login).post("/cases", json=NEW).status_code == 404


@pytest.mark.parametrize(
    ("more", "path"),
    [
        ({"title": ""}, "title"),
        ({"title": 7}, "title"),
        ({"title": None}, "title"),
        ({"title": "x" * 201}, "title"),
        ({"scope": "SC99"}, "scope"),
        ({"kind": "partnership"}, "kind"),
        ({"received_on": "20260301"}, "received_on"),
        ({"received_on": 20260301}, "received_on"),
        ({"weeks": "8"}, "weeks"),
        ({"weeks": 8.5}, "weeks"),
        ({"weeks": True}, "weeks"),
        ({"weeks": 53}, "weeks"),
        ({"stage": "later"}, "stage"),
        ({"signal": True}, "signal"),
        ({"id": str(uuid4())}, "id"),
    ],
)
def test_a_case_is_opened_with_what_was_agreed_or_not_at_all(program, more, path):
    bearer = program("officer")
    answer = bearer.post("/cases", json={**NEW, **more})
    assert (answer.status_code, answer.json["where"]["path"]) == (422, path)
    assert bearer.get("/cases").json["total"] == 0


def test_a_receipt_in_the_future_is_refused_by_the_rule(program):
    answer = program("officer").post("/cases", json={**NEW, "received_on": "2026-03-03"})
    assert (answer.status_code, answer.json["where"]) == (422, {"field": "received_on"})


def test_a_member_who_is_let_go_sees_nothing_any_more(program, screening, work_as):
    bearer = program("second")
    with work_as("officer") as work:
        members.share_case(work, screening.id, "second", "second reader", "reads along")
    assert bearer.get(f"/cases/{screening.id}").json["capacity"]
    with work_as("officer") as work:
        members.unshare_case(work, screening.id, "second", "has read it")
    assert same(bearer.get(f"/cases/{screening.id}"), bearer.get(f"/cases/{uuid4()}"))
