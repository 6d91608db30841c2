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
