"""An administrator asks for another key on a page; a second one answers where all is answered."""

from tests.app.views.test_approvals import text


def test_asking_shows_where_it_stands_and_asks_no_second_time(client_of):
    admin = client_of("admin")
    page = text(admin.get("/people/keys"))
    assert "Vragen een sleutel te vervangen" in page
    assert admin.send("/people/keys", {"key": "web", "reason": "why"}).status_code == 422
    assert admin.send("/people/keys", {"key": "seal", "reason": ""}).status_code == 422
    assert admin.send("/people/keys", {"key": "seal", "reason": "once a year"}).status_code == 302
    page = text(admin.get("/people/keys"))
    assert "Wacht op een tweede persoon" in page
    assert "Vragen een sleutel te vervangen" not in page
    assert admin.send("/people/keys", {"key": "support", "reason": "once more"}).status_code == 409
