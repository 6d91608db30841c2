"""Other cases of the same people on their page, on the overview and under My work."""

import pytest

from bureau.trust import passwords
from tests.app.views.reading import only_version, text, words
from tests.bureau.operations.beside import add_case, add_colleague, company
from tests.walls.visiting import PASSWORD


@pytest.fixture
def cases(app, house):
    """A case of the officer and one of the colleague."""
    colleague = add_colleague(app.extensions["sessions"], passwords.hash_of(PASSWORD))
    mine = add_case(house.work_of, house.actors.officer, "mine")
    return mine, add_case(house.work_of, colleague, "theirs")


def test_a_handler_reads_the_notice_and_gives_the_name(house, cases, client_of):
    mine, theirs = cases
    company(house.work_of, mine, name="Kade Holding")
    page = f"/cases/{mine.id}/related"
    officer = client_of("officer")
    assert "Geen andere zaak die u mag zien" in words(officer.get(page))
    before = text(officer.get(f"/cases/{mine.id}"))
    company(house.work_of, theirs)
    assert "dezelfde persoon" in words(officer.get("/"))
    shown = officer.get(page)
    told = words(shown)
    assert "Een collega behandelt ook een zaak over Kade Holding" in told
    assert not [each for each in ("Zaak theirs", "SCR-2026-theirs", "C. Olga") if each in told]
    assert text(officer.get(f"/cases/{mine.id}")) != before
    action = text(shown).split(f'action="{page}/')[1].split('"')[0]
    sent = {"version": only_version(text(shown)), "named": "y"}
    assert officer.send(f"{page}/{action}", {**sent, "version": "9"}).status_code == 409
    assert officer.send(f"{page}/{action}", sent).status_code == 302
    told = words(client_of("colleague").get(f"/cases/{theirs.id}/related"))
    assert "Officer, " in told


def test_who_may_see_both_sees_the_link(house, cases, client_of):
    mine, theirs = cases
    for side in cases:
        company(house.work_of, side)
    data = {"login": "officer", "capacity": "reader", "reason": "needs to know"}
    assert client_of("colleague").send(f"/cases/{theirs.id}/members", data).status_code == 302
    for place in (f"/cases/{mine.id}", f"/cases/{mine.id}/related"):
        told = words(client_of("officer").get(place))
        assert "Zaak theirs" in told
        assert "De Kade B.V." in told
    assert "69599084" in told
