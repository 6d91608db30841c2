"""What is watched, for reviewers; the own circle, for everybody."""

import re

from tests.app.views.reading import text, words

HONEY = {"watched_kind": "honey", "watched_text": "Willem Verzonnen", "until": "2049-12-31"}


def test_a_reviewer_marks_honey_and_ends_it(house, client_of):
    auditor = client_of("auditor")
    assert auditor.send("/trail/watched", HONEY).status_code == 422
    sent = {**HONEY, "reason": "Whether anybody looks beyond the own tasks"}
    assert auditor.send("/trail/watched", sent).status_code == 302
    page = text(auditor.get("/trail/watched"))
    assert "Willem Verzonnen" in page
    action = re.search(r'action="(/trail/watched/[^"]+/end)"', page)[1]
    assert auditor.send(action, {}).status_code == 302
    assert client_of("officer").get("/trail/watched").status_code == 404


def test_anybody_declares_the_own_circle_and_reads_it_again(house, client_of):
    officer = client_of("officer")
    sent = {"near": "Sanne Zwager\nKade 12", "from_hour": "7", "until_hour": "16"}
    assert officer.send("/account/circle", {**sent, "leave": "soon"}).status_code == 422
    done = officer.send("/account/circle", {**sent, "leave": "2026-07-13 2026-07-31"})
    assert done.status_code == 302
    page = text(officer.get("/account/circle"))
    assert "Sanne Zwager" in page
    assert "2026-07-13 2026-07-31" in page
    assert "Sanne Zwager" not in words(client_of("mayor").get("/account/circle"))


def test_a_honey_case_reads_like_any_case_one_may_not_see_by_every_door(house, client_of):
    auditor = client_of("auditor")
    sent = {"watched_kind": "honey_case", "watched_text": "Verbouwing Verzonnen"}
    more = {"reason": "Whether anybody looks beyond the own tasks", "until": "2049-12-31"}
    assert auditor.send("/trail/watched", {**sent, **more}).status_code == 302
    page = text(auditor.get("/trail/watched"))
    address = re.search(r"/cases/[0-9a-f-]{36}", page)[0]
    reference = re.search(r"SCR-\d{4}-\w{5}", page)[0]
    nowhere = "/cases/7d2f7a52-3f0f-4b6c-9f0e-111111111111"
    for login in ("officer", "mayor", "admin", "care"):
        client = client_of(login)
        client.get("/help")  # the first page sets a cookie
        for end in ("", "/network", "/documents"):
            assert _bare(client.get(address + end)) == _bare(client.get(nowhere + end))
        found = [
            _bare(client.get(f"/search?q={one}&purpose=OWN")).replace(one, "-")
            for one in (reference, "SCR-2026-ABCDE")
        ]
        assert found[0] == found[1]
    assert "Lokdossier geopend of gezocht" in text(auditor.get("/trail/alerts"))


def _bare(answer):
    """An answer without what is drawn anew for each."""
    page = re.sub(r'(nonce|value)="[^"]*"|/cases/[0-9a-f-]{36}', "", text(answer))
    kept = {name: value for name, value in answer.headers if "Policy" not in name}
    kept.pop("Content-Length", None)
    kept.pop("Date", None)
    return f"{answer.status_code} {sorted(kept)} {page}"


def test_an_administrator_enters_the_hours_and_leave_of_a_colleague(house, client_of):
    admin = client_of("admin")
    path = f"/people/{house.actors.officer.id}/hours"
    assert admin.send(path, {"from_hour": "7"}).status_code == 422
    sent = {"from_hour": "7", "until_hour": "16", "leave": "2026-07-13 2026-07-31"}
    assert admin.send(path, sent).status_code == 302
    assert "2026-07-13 2026-07-31" in text(admin.get(path))
    assert "2026-07-13 2026-07-31" in text(client_of("officer").get("/account/circle"))
    assert client_of("officer").get(path).status_code == 404
    assert admin.get(f"/people/{house.actors.care.id}/hours").status_code == 404
