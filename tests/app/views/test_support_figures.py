"""Figures and data of support over the web: for helpers, in groups, within consent."""

from tests.app.views.reading import text


def test_figures_are_shown_and_taken_as_data(client_of):
    care = client_of("care")
    assert care.get("/support/figures").status_code == 200
    assert text(care.get("/support/figures.csv")).startswith("field,value,n")
    assert client_of("coordinator").get("/support/figures.csv").status_code == 404


def test_one_file_leaves_for_whom_the_person_agreed_to(client_of):
    care = client_of("care")
    path = care.send("/support/new", {"code_name": "Linde-6", "needs": ""}).location
    answer = care.send(f"{path}/data", {"recipient": "IOM"})
    assert answer.status_code == 409
    assert 'value="IOM"' in text(answer)
    agreed = {"aim": "data", "purpose": "data", "recipient": "IOM"}
    care.send(f"{path}/consents", agreed | {"explained_how": "talk", "language": "Pools"})
    row = text(care.send(f"{path}/data", {"recipient": "IOM"}))
    assert "PossibleVictimOfTrafficking" in row
    assert "Linde" not in row
