"""The municipality writes its own letters, in versions, and can always go back."""

from tests.app.views.reading import text

PATH = "/letter-texts/receipt/nl"
BODY = "Goedendag,\n\nWij ontvingen uw aanvraag op {received} en beslissen voor {decision_due}."


def form(do="store", version="0", **more):
    return {"do": do, "version": version, "subject": "Uw aanvraag", "body": BODY,
            "reason": "eenvoudiger", **more}  # fmt: skip


def test_a_new_text_is_looked_at_stored_and_used_by_the_next_letter(road, client_of, officer):
    coordinator = client_of("coordinator")
    assert coordinator.get("/letter-texts").status_code == 200
    look = text(coordinator.send(PATH, form("look")))
    assert "2 maart 2026" in look
    assert coordinator.send(PATH, form()).status_code == 302
    page = text(officer.get(f"/cases/{road.id}/letters/write/receipt"))
    assert "Goedendag," in page
    assert coordinator.send(PATH, form("reset", version="1")).status_code == 302
    page = text(officer.get(f"/cases/{road.id}/letters/write/receipt"))
    assert "Goedendag," not in page


def test_a_text_with_a_strange_field_or_without_what_must_be_told_is_refused(client_of):
    admin = client_of("admin")
    answer = admin.send(PATH, form(body=BODY + " {gaps}"))
    assert answer.status_code == 422
    assert "{gaps}" in text(answer)
    assert admin.send(PATH, form(body="Goedendag, {received}")).status_code == 422
    assert admin.send(PATH, form(version="7")).status_code == 422


def test_there_is_nothing_for_others_and_no_other_language(client_of):
    for login in ("officer", "mayor", "auditor"):
        assert client_of(login).get("/letter-texts").status_code == 404
    assert client_of("admin").get("/letter-texts/receipt/fr").status_code == 404
    assert client_of("admin").get("/letter-texts/poem/nl").status_code == 404
