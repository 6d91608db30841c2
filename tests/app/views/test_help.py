"""Help prints the table of permissions from the one that is used."""

from app.guard import policy_rows
from tests.app.views.reading import text, words


def test_every_role_can_read_it(client_of):
    for login in ("officer", "care", "auditor", "admin", "police"):
        assert client_of(login).get("/help").status_code == 200


def test_the_permissions_are_those_of_the_program(officer):
    page = text(officer.get("/help"))
    for name, lines in policy_rows():
        if name.startswith("case."):
            assert name in page
            assert all(line in page for line in lines)


def test_the_grades_and_the_road_are_explained(officer):
    page = words(officer.get("/help"))
    assert "Admiralty" in page
    assert "besluit" in page
    assert "Goed onderbouwd, maar nog niet geheel bevestigd." in page


def test_it_says_that_the_program_never_decides(client_of):
    client = client_of("officer")
    client.send("/language", {"language": "en", "next": "/help"})
    page = words(client.get("/help"))
    assert "never decides and never scores a person" in page
