"""At the bureau: who has an interest goes, and doubles are judged on the page."""

import re

from tests.app.views.reading import text, words
from tests.app.views.test_signals import push, report, submitted, under_test


def test_who_declares_an_interest_does_not_see_the_signal_any_more(app, client_of):
    place = submitted(app, client_of)
    client_of("coordinator").send(f"{place}/invite", {"login": "tax"})
    tax = client_of("tax")
    assert tax.get(place).status_code == 200
    wrong = {"declaration": "has_interest", "interest": ""}
    assert tax.send(f"{place}/interest", wrong).status_code == 422
    told = {**wrong, "interest": "my brother rents there"}
    assert tax.send(f"{place}/interest", told).status_code == 302
    assert tax.get(place).status_code == 404
    assert "my brother" in text(client_of("coordinator").get(place))


def test_two_signals_stand_side_by_side(app, client_of):
    first = submitted(app, client_of)
    second = report(client_of, facts="Again four shops.")
    push(client_of("police.second"), second, "check", words="Read.")
    push(client_of("police"), second, "submit")
    desk = client_of("coordinator")
    page = text(desk.get(second))
    assert "Again four shops." in page
    assert "Four shops without customers." in page
    other = re.search(r'name="other" value="([0-9a-f-]{36})"', page)[1]
    assert first.endswith(other)
    told = {"other": other, "joined": "yes", "reason": "the same shop"}
    assert desk.send(f"{second}/double", told).status_code == 302
    assert "the same shop" in text(desk.get(second))


def test_the_page_names_the_organisations_that_test_now(app, client_of):
    place = under_test(app, client_of)
    page = words(client_of("coordinator").get(place))
    assert re.search(r"Nu bij de deelnemers: [^.]*Belastingdienst", page)
