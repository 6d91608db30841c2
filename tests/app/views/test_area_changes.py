"""Over the web a statement is put right, an area is called otherwise and ends."""

from tests.app.views.reading import only_version, text, words
from tests.app.views.test_areas import FIGURE, draw

AREA = "/areas/zuidkade"


def test_a_statement_is_corrected_and_its_history_says_who_when_and_why(client_of):
    coordinator = client_of("coordinator")
    draw(coordinator)
    coordinator.send(f"{AREA}/size/new", FIGURE)
    where = f"{AREA}/statements/1/correct"
    assert 'value="1450"' in text(coordinator.get(where))
    new = {**FIGURE, "value": "1300"}
    assert coordinator.send(where, new).status_code == 422
    answer = coordinator.send(where, {**new, "reason": "Dubbel geteld."})
    assert answer.location == f"{AREA}/statements/1"
    shown = words(coordinator.get(f"{AREA}/statements/1"))
    for part in ("1.450", "1.300", "Dubbel geteld.", "Coordinator"):
        assert part in shown
    assert "1.300" in text(client_of("officer").get(AREA))
    assert client_of("officer").get(f"{AREA}/statements/2").status_code == 200
    assert client_of("officer").get(where).status_code == 404
    assert coordinator.get(where).status_code == 409


def test_an_area_is_called_otherwise_and_ends_and_is_then_listed_apart(client_of):
    coordinator = client_of("coordinator")
    draw(coordinator)
    page = text(coordinator.get(f"{AREA}/change"))
    keeper = page.split('<option selected value="')[1].split('"')[0]
    given = {"version": only_version(page), "name": "Zuiderkade", "keeper": keeper}
    assert coordinator.send(f"{AREA}/change", given).status_code == 422
    assert coordinator.send(f"{AREA}/change", {**given, "reason": "Besluit."}).status_code == 302
    assert "Besluit." in words(coordinator.get(AREA))
    page = text(coordinator.get(f"{AREA}/end"))
    last = {"version": only_version(page), "valid_until": "2026-01-01", "reason": "Gesloopt."}
    assert coordinator.send(f"{AREA}/end", last).status_code == 422
    drawn = {**last, "valid_until": "2026-03-02"}
    assert coordinator.send(f"{AREA}/end", drawn).status_code == 302
    assert "2 mrt 2026" in words(coordinator.get(AREA))
    assert client_of("officer").get(f"{AREA}/end").status_code == 404


def test_the_administrative_map_is_a_picture_with_words_and_a_table(client_of):
    coordinator = client_of("coordinator")
    draw(coordinator)
    said = {"kind": "fire", "text": "Veiligheidsregio", "source": "Desk", "more_state": "gap"}
    assert coordinator.send(f"{AREA}/structure/new", said).status_code == 302
    page = coordinator.get(f"{AREA}/structure")
    assert "cover__subject--gap" in text(page)
    assert text(page).count("cover__subject--unknown") == 8
    assert words(page).count("Veiligheidsregio") >= 2
