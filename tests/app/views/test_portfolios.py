"""Taking running cases over on the page: a mapping first, then a look, then all or nothing."""

from io import BytesIO

import pytest

from tests.app.views.reading import text, words
from tests.bureau.operations.portfolio import CAFE, COLUMNS, PERSON, sheet

PATH = "/cases/import"
MAPPING = {**COLUMNS, "name": "Lopende zaken", "dates": "dmy", "words": "Horeca = SC02\n"}


def take(client, *rows, act="store", content=None):
    file = (BytesIO(content or sheet(*rows)), "zaken.csv")
    form = {"mapping": "Lopende zaken", "act": act, "file": file}
    return client.send(PATH, form, content_type="multipart/form-data")


@pytest.fixture
def mapped(officer):
    assert officer.send(f"{PATH}/mapping", MAPPING).status_code == 302
    return officer


def test_a_mapping_is_kept_shown_again_and_refused_beside_its_field(officer):
    assert "Nog geen indeling" in words(officer.get(PATH))
    wrong = officer.send(f"{PATH}/mapping", {**MAPPING, "scope": "", "words": "Horeca"})
    assert wrong.status_code == 422
    assert "Regel 1 is geen woord" in words(wrong)
    assert officer.send(f"{PATH}/mapping", MAPPING).status_code == 302
    again = text(officer.get(f"{PATH}/mapping?name=Lopende+zaken"))
    assert 'value="Zaaknummer"' in again
    assert "horeca = SC02" in again
    assert officer.get(f"{PATH}/mapping?name=x").status_code == 404


def test_a_look_shows_what_every_row_makes_and_storing_makes_it(mapped):
    looked = take(mapped, CAFE, PERSON, act="preview")
    assert looked.status_code == 200
    shown = words(looked)
    assert "De Kade B.V., Z-1" in shown
    assert "SCR-" not in shown
    assert "De Kade B.V., Z-1" not in words(mapped.get("/cases"))
    assert "2 zaken zijn overgenomen" in words(take(mapped, CAFE, PERSON))
    assert "De Kade B.V., Z-1" in words(mapped.get("/cases"))
    assert "2 al bekend" in words(take(mapped, CAFE, PERSON))


def test_a_row_that_cannot_be_used_is_told_by_line_and_column_and_keeps_all_out(mapped):
    answer = take(mapped, CAFE, {**PERSON, "Ontvangen": "31-2-2026"})
    assert answer.status_code == 422
    shown = words(answer)
    assert "1 regel is niet te gebruiken" in shown
    assert "Ontvangen : 31-2-2026 is geen datum." in shown
    assert "De Kade" not in words(mapped.get("/cases"))
    assert take(mapped, content=b"x").status_code == 422
    assert mapped.send(PATH, {}).status_code == 422


def test_only_officers_come_here(client_of):
    for login in ("second", "coordinator", "admin"):
        assert client_of(login).get(PATH).status_code == 404
