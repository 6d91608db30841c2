"""The library of conditions over the web: read by many, extended by the coordinator."""

from tests.app.views.reading import only_version, text, words

FORM = {
    "version": "0",
    "name_nl": "Geen goktafel",
    "text_nl": "Er staat geen goktafel.",
    "evidence_nl": "Controle ter plaatse.",
    "days": "60",
    "again": "180",
    "reason": "Na een zaak van vorig jaar.",
}


def test_the_coordinator_adds_changes_and_withdraws_a_condition(client_of):
    coordinator = client_of("coordinator")
    assert coordinator.get("/conditions/new").status_code == 200
    assert coordinator.send("/conditions/new", {**FORM, "text_nl": ""}).status_code == 422
    assert coordinator.send("/conditions/new", FORM).status_code == 302
    page = text(coordinator.get("/conditions/E-01"))
    changed = {**FORM, "version": only_version(page), "text_nl": "Er staat nooit een goktafel."}
    assert coordinator.send("/conditions/E-01", changed).status_code == 302
    late = coordinator.send("/conditions/E-01", {**changed, "text_nl": "Geen."})
    assert late.status_code == 409
    assert "<ins>Er staat nooit een goktafel.</ins>" in text(late)
    gone = {**changed, "version": "2", "do": "withdraw"}
    assert coordinator.send("/conditions/E-01", gone).status_code == 302
    assert "wordt niet meer voorgesteld" in words(coordinator.get("/conditions"))


def test_an_officer_reads_and_does_not_write(client_of, officer):
    assert "Voorschrift toevoegen" not in words(officer.get("/conditions"))
    assert officer.send("/conditions/new", FORM).status_code == 404
    assert client_of("admin").get("/conditions").status_code == 404


def test_one_of_the_house_is_not_changed(client_of):
    assert client_of("coordinator").get("/conditions/C-BOOKS").status_code == 404
