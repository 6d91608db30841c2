"""A measure on the pages: weighed, heard, decided, carried out, and what it did to people."""

from tests.app.views.reading import text
from tests.app.views.test_interventions import fields, partnership


def test_a_measure_goes_from_proposal_to_its_harm_form(client_of):
    coordinator, path = partnership(client_of, "police", "port")
    page = coordinator.get(f"{path}/measures/new").get_data(as_text=True)
    told = fields(page) | {"code": "M-13B", "barrier": "RE-5a", "plan": "", "necessity": ""}
    measure = coordinator.send(f"{path}/measures/new", told).location
    seen = text(coordinator.get(measure))
    assert "lichtere middelen" in seen
    decide = {
        "decision-version": "1",
        "decision-known_on": "2026-03-02",
        "decision-starts_on": "2026-03-09",
        "decision-urgent": "Brandgevaar.",
    }
    answer = coordinator.send(f"{measure}/decision", decide)
    assert answer.status_code == 409
    assert "Awb 3:2, 3:4, 3:46" in text(answer)
    weighed = {f"weighing-{name}": "Gewogen." for name in fields(page)} | {"weighing-version": "1"}
    assert coordinator.send(f"{measure}/weighing", weighed).status_code == 302
    decide |= {"decision-version": "2"}
    assert coordinator.send(f"{measure}/decision", decide).status_code == 302
    done = {"execution-on": "2026-03-02", "execution-costs": "1.250,00"}
    assert coordinator.send(f"{measure}/execution", done).status_code == 302
    harm = {"harm-month": "0", "harm-homeless": "3", "harm-minors": "2", "harm-source": "Wijkteam"}
    assert coordinator.send(f"{measure}/harm", harm | {"harm-minors": "-1"}).status_code == 422
    assert coordinator.send(f"{measure}/harm", harm).status_code == 302
    assert "minderjarig: 2" in text(client_of("police").get(measure))
    for address in (measure, f"{path}/measures"):
        assert client_of("port").get(address).status_code == 404
    assert "Bezwaar tot en met" in text(client_of("police").get(f"{path}/measures"))
