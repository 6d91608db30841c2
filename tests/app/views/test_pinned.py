"""Notes on a party, a tie or a payment: kept with name and time, shown beside it."""

from tests.app.views.case_with_money import money  # noqa: F401 - a fixture
from tests.app.views.reading import text, words


def test_a_note_is_pinned_and_stands_beside_what_it_is_about(officer, client_of, money):  # noqa: F811
    about = f"pays:{money.A}:{money.B}:EUR"
    one = f"{money.path}/notes/{about}"
    assert officer.send(one, {"text": ""}).status_code == 422
    kept = officer.send(one, {"text": "Ask for the invoice."})
    assert kept.status_code == 302
    page = officer.get(one)
    assert "Ask for the invoice." in words(page)
    part = officer.get(one, headers={"HX-Request": "true"})
    assert "<html" not in text(part)
    assert "Ask for the invoice." in words(client_of("second").get(f"{money.path}/notes"))
    assert "<form" not in text(client_of("second").get(one, headers={"HX-Request": "true"}))


def test_a_note_on_nothing_is_not_found(officer, money):  # noqa: F811
    for about in ("party:nobody", "payment:x", "tie:nothing"):
        assert officer.get(f"{money.path}/notes/{about}").status_code == 404
        assert officer.send(f"{money.path}/notes/{about}", {"text": "x"}).status_code == 404
