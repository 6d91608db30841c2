"""A sign of exploitation goes from any page to the victim track and leaves nothing behind."""

import pytest

from tests.app.views.reading import text

SEEN = "somebody else keeps her papers"


@pytest.mark.parametrize("login", ["officer", "port"])
def test_the_sign_is_one_click_from_every_page_and_its_giver_finds_no_way_back(client_of, login):
    client = client_of(login)
    assert '"/sign"' in text(client.get("/"))
    page = text(client.get("/sign"))
    assert "<title>Information</title>" in page.replace("Informatie", "Information")
    given = client.send("/sign", {"text": SEEN})
    assert given.status_code == 200
    assert SEEN not in text(given)
    assert "/support" not in text(given)
    assert client.get("/support").status_code == 404
    assert client.send("/sign", {"text": ""}).status_code == 422
