"""The catalogue of patterns as a page: every pattern, its explanations, and no small number."""

from tests.app.views.reading import text, words


def test_every_pattern_stands_there_with_its_definition_and_explanations(officer):
    page = text(officer.get("/patterns"))
    for code in ("UB-01", "UB-08", "UB-36", "UB-43", "UB-48"):
        assert f'id="{code}"' in page
    assert "turnover / (staff + 1)" in page
    said = words(officer.get("/patterns"))
    assert "slachtoffertoets" in said
    assert "blijft in het netwerk" in said
    assert "grondstoffenmakelaar" in said


def test_partners_and_strangers_do_not_read_it(client_of):
    assert client_of("police").get("/patterns").status_code == 404
    assert client_of("second").get("/patterns").status_code == 200
