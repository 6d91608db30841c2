"""Letters from the desk: seen as they will read, sent in a few clicks, never changed again."""

import pytest

from tests.app.views.reading import text, words


@pytest.fixture
def asked(road, officer):
    """A supplement that was just asked for; where the officer then is."""
    road.to_returned(left_out=("Q02.01",))
    form = {"reason": "incomplete", "gaps": ["Q02.01"], "until": "2026-03-30"}
    sent = officer.send(f"/cases/{road.id}/application/supplement", form)
    assert sent.status_code == 302
    return sent.location


def test_asking_a_supplement_leads_to_its_letter_with_every_gap_and_its_last_day(asked, officer):
    page = text(officer.get(asked))
    assert "30 maart 2026" in page
    assert "Verzoek om uw aanvraag aan te vullen" in page
    assert "Concept" in page


def test_what_is_sent_is_on_the_list_and_on_paper(asked, road, officer, client_of):
    form = {"do": "send", "channel": "portal", "sent_on": "2026-03-02"}
    sent = officer.send(asked, form)
    assert sent.status_code == 302, words(sent)
    page = text(officer.get(sent.location))
    assert "Verzoek om uw aanvraag aan te vullen" in page
    assert "Concept" not in page
    assert officer.get(f"{sent.location}.pdf").data.startswith(b"%PDF-")
    assert sent.location in text(officer.get(f"/cases/{road.id}/letters"))
    assert sent.location in text(client_of("second").get(f"/cases/{road.id}/letters"))
    assert officer.send(sent.location, form).status_code == 405


def test_a_changed_wording_is_looked_at_kept_and_gone_on_with(asked, road, officer):
    body = "Beste aanvrager,\n\n{gaps}\n\nGraag voor {deadline}."
    look = officer.send(asked, {"do": "look", "channel": "post", "body": body})
    assert "Beste aanvrager," in text(look)
    kept = officer.send(asked, {"do": "keep", "channel": "post", "body": body})
    assert kept.status_code == 302
    assert "Beste aanvrager," in text(officer.get(asked))
    pdf = officer.send(asked, {"do": "pdf", "channel": "post"})
    assert pdf.data.startswith(b"%PDF-")


@pytest.mark.parametrize("do", ["look", "send", "keep"])
def test_an_unknown_field_is_named_with_the_known_ones(asked, officer, do):
    form = {"do": do, "channel": "portal", "body": "{gaps} {deadline} {bank_secret}"}
    answer = officer.send(asked, form)
    assert answer.status_code == 422
    page = text(answer)
    assert "{bank_secret}" in page
    assert "{decision_due}" not in page.split("{bank_secret}")[1].split("</ul>")[0]
    assert "{received}" in page


def test_a_letter_by_post_needs_an_address(asked, officer):
    answer = officer.send(asked, {"do": "send", "channel": "post", "address": ""})
    assert answer.status_code == 422
    assert 'id="address-errors"' in text(answer)


def test_a_letter_without_its_facts_is_refused_and_the_list_says_why(road, officer):
    assert officer.get(f"/cases/{road.id}/letters/write/supplement").status_code == 409
    assert officer.get(f"/cases/{road.id}/letters/write/decision_refuse").status_code == 409
    assert officer.get(f"/cases/{road.id}/letters/write/poem").status_code in (404, 422)
    assert officer.get(f"/cases/{road.id}/letters").status_code == 200


def test_only_who_handles_the_case_writes(road, client_of):
    path = f"/cases/{road.id}/letters/write/receipt"
    assert client_of("officer").get(path).status_code == 200
    for login in ("second", "mayor", "outsider", "coordinator", "admin"):
        assert client_of(login).get(path).status_code == 404
