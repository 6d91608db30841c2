"""The mandate register on its pages."""

import re

from tests.app.views.reading import text, version
from tests.walls.visiting import PASSWORD

FORM = {
    "organ": "college",
    "login": "",
    "decree": "Mandaatbesluit 2026, nr. 9",
    "from_on": "2026-01-01",
    "kinds": ["licence"],
    "covered": ["SC09"],
}


def test_everybody_of_the_house_may_read_it_and_an_administrator_adds_to_it(client_of):
    assert "Mandaatbesluit 2015" in text(client_of("officer").get("/mandates"))
    admin = client_of("admin")
    assert admin.send("/mandates/new", {**FORM, "decree": ""}).status_code == 422
    assert admin.send("/mandates/new", {**FORM, "login": "nobody"}).status_code == 422
    assert admin.send("/mandates/new", FORM).status_code == 302
    assert "Mandaatbesluit 2026" in text(admin.get("/mandates"))
    assert client_of("officer").get("/mandates/new").status_code == 404


def test_who_entered_it_does_not_answer_and_may_end_it(client_of):
    admin = client_of("admin")
    admin.send("/mandates/new", FORM)
    page = text(admin.get("/mandates"))
    row = re.search(
        r'href="(/mandates/[0-9a-f-]{36})">[^<]*</a></th>(?:(?!</tr>).)*nr. 9', page, re.S
    )
    place = row[1]
    shown = text(admin.get(place))
    own = {"version": "1", "answer": "confirm", "own_password": PASSWORD}
    assert admin.send(place, own).status_code in (403, 409, 422)
    ending = {"version": version(shown, f"{place}/end"), "reason": "wrong decree"}
    assert admin.send(f"{place}/end", ending).status_code == 422
    assert admin.send(f"{place}/end", {**ending, "until_on": "2026-12-31"}).status_code == 302
