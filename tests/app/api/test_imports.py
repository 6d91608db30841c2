"""Files from programs: by form or as a body, all of it or nothing."""

from io import BytesIO
from uuid import uuid4

import pytest

FILE = b"source,target\nNoord B.V.,Zuid B.V.\nZuid B.V.,Oost B.V.\n"
QUERY = "format=network-csv&source=Lijst%20van%20het%20register"
FORM = {"format": "network-csv", "source": "Lijst van het register"}
RAW = "application/octet-stream"


def raw(bearer, case_id, content=FILE, query=QUERY, kind=RAW):
    return bearer.post(f"/cases/{case_id}/imports?{query}", data=content, content_type=kind)


def form(bearer, case_id, **parts):
    given = {**FORM, "file": (BytesIO(FILE), "ties.csv"), **parts}
    left = {name: part for name, part in given.items() if part is not None}
    return bearer.post(f"/cases/{case_id}/imports", data=left, content_type="multipart/form-data")


def parties(bearer, case_id):
    return bearer.get(f"/cases/{case_id}/parties").json["total"]


@pytest.mark.parametrize("send", [raw, form])
def test_a_file_is_taken_in_once(program, screening, send):
    bearer = program("officer")
    first, again = send(bearer, screening.id), send(bearer, screening.id)
    assert (first.status_code, first.json["stored"], first.json["duplicates"]) == (200, 2, 0)
    assert (again.status_code, again.json["stored"], again.json["duplicates"]) == (200, 0, 2)
    assert parties(bearer, screening.id) == 5


def test_a_rehearsal_stores_nothing(program, screening):
    bearer = program("officer")
    answer = form(bearer, screening.id, dry_run="true").json
    assert (answer["dry_run"], answer["read"]) == (True, 2)
    assert raw(bearer, screening.id, query=f"{QUERY}&dry_run=true").json["dry_run"]
    assert parties(bearer, screening.id) == 2


def test_a_file_that_cannot_be_read_leaves_nothing_and_names_the_place(program, screening):
    bearer = program("officer")
    answer = raw(bearer, screening.id, b"source,target\nNoord B.V.,Zuid B.V.\nOost B.V.,\n")
    assert answer.status_code == 422
    assert {"line", "format"} <= answer.json["where"].keys()
    assert parties(bearer, screening.id) == 2


@pytest.mark.parametrize(
    ("parts", "path"),
    [
        ({"file": None}, "file"),
        ({"file": "text"}, "file"),
        ({"other": (BytesIO(b"x"), "x")}, "other"),
        ({"colour": "red"}, "colour"),
        ({"source": None}, "source"),
        ({"source": ""}, "source"),
        ({"format": "exe"}, "format"),
        ({"dry_run": "yes"}, "dry_run"),
        ({"format": ["kvk", "brk"]}, "format"),
        ({"file": [(BytesIO(b"x"), "x"), (BytesIO(b"y"), "y")]}, "file"),
    ],
)
def test_a_form_is_taken_as_agreed_or_not_at_all(program, screening, parts, path):
    bearer = program("officer")
    answer = form(bearer, screening.id, **parts)
    assert (answer.status_code, answer.json["where"]["path"]) == (422, path)
    assert parties(bearer, screening.id) == 2


def test_a_form_and_a_query_do_not_mix(program, screening):
    answer = program("officer").post(
        f"/cases/{screening.id}/imports?{QUERY}", data={**FORM, "file": (BytesIO(FILE), "x")}
    )
    assert answer.status_code == 422


@pytest.mark.parametrize("kind", ["text/csv", "application/json", "application/xml", ""])
def test_a_body_says_that_it_is_a_file(program, screening, kind):
    assert raw(program("officer"), screening.id, kind=kind).status_code == 415


@pytest.mark.parametrize("send", [raw, form])
def test_nothing_is_taken_into_a_case_one_may_not_see(program, hidden, send):
    bearer = program("officer")
    there, nowhere = send(bearer, hidden.id), send(bearer, uuid4())
    assert there.status_code == nowhere.status_code == 404
    assert there.data == nowhere.data
    assert parties(program("outsider"), hidden.id) == 2


def test_who_may_read_a_case_may_not_therefore_add_to_it(program, screening, work_as):
    from bureau.operations import members

    with work_as("officer") as work:
        members.share_case(work, screening.id, "second", "second reader", "reads along")
    assert raw(program("second"), screening.id).status_code == 404
