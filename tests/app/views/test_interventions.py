"""Plans on the pages: a problem shared, options compared, and no start before it may."""

import re

from tests.app.views.reading import text

ANSWER = "Over dit punt is samen gesproken."


def partnership(client_of, *logins):
    coordinator = client_of("coordinator")
    regime = {"regime": "RIEC", "regime_reason": "samen", "regime_basis": "WGS 2.18"}
    opened = {"title": "Lege winkels"} | regime
    path = coordinator.send("/cases/new/partnership", opened).location
    for login in logins:
        share = {"login": login, "capacity": "partner", "reason": "eigen taak"}
        assert coordinator.send(f"{path}/members", share).status_code == 302
    return coordinator, path


def fields(page):
    return dict.fromkeys(re.findall(r'<textarea[^>]* name="([a-z_]+)"', page), ANSWER)


def write(client, address, **more):
    page = client.get(address).get_data(as_text=True)
    answer = client.send(address, fields(page) | more)
    assert answer.status_code == 302, text(answer)
    return answer.location


def test_a_plan_is_prepared_started_and_followed_on_its_pages(client_of):
    coordinator, path = partnership(client_of, "police", "tax")
    plan = coordinator.send(f"{path}/plans", {"title": "Kades schoon"}).location
    seen = text(coordinator.get(plan))
    assert "een probleembeschrijving waaraan 3 soorten partners hebben meegeschreven" in seen
    refused = coordinator.send(f"{plan}/step", {"version": "1", "step": "start", "reason": "nu"})
    assert refused.status_code == 409
    problem = write(coordinator, f"{path}/sheets/new/problem")
    for login in ("police", "tax", "coordinator"):
        voice = {"number": "1", "agrees": "yes", "remark": ""}
        assert client_of(login).send(f"{problem}/voices", voice).status_code == 302
    of = f"?plan={plan.rpartition('/')[2]}"
    one = write(coordinator, f"{path}/sheets/new/option{of}", title="Toezicht", track="prevention")
    write(coordinator, f"{path}/sheets/new/option{of}", title="Sluiten", track="administrative")
    assert coordinator.send(f"{one}/choice", {"why": "Lichter."}).status_code == 302
    write(coordinator, f"{path}/sheets/new/theory{of}")
    for part, given in (
        ("assumption", {"text": "Verhuurders melden.", "check_on": "2030-01-01"}),
        ("outcome", {"name": "Lege winkels", "target": "4", "source": "Monitor"}),
    ):
        assert coordinator.send(f"{plan}/{part}", given).status_code == 302
    page = coordinator.get(plan).get_data(as_text=True)
    [series] = re.findall(r'<option value="([0-9a-f-]{36})"', page)
    number = {"series": series, "place": "target", "value": "9", "on": "", "remark": ""}
    assert coordinator.send(f"{plan}/number", number).status_code == 302
    [version] = set(
        re.findall(r'name="version" value="(\d+)"><input type="hidden" name="step"', page)
    )
    ready = {
        "version": version,
        "barriers": "UGB-1a",
        "evaluator": "Hogeschool Monde",
        "evaluate_on": "2030-01-01",
        "comparison": "Zuiderkade",
    }
    assert coordinator.send(f"{plan}/preparation", ready).status_code == 302
    page = coordinator.get(plan).get_data(as_text=True)
    [version] = set(
        re.findall(r'name="version" value="(\d+)"><input type="hidden" name="step"', page)
    )
    start = {"version": version, "step": "start", "reason": "Alles is er."}
    assert coordinator.send(f"{plan}/step", start).status_code == 302
    seen = text(client_of("police").get(plan))
    assert "loopt" in seen
    assert "Lege winkels" in seen
    assert client_of("prosecutor").get(plan).status_code == 404


def test_a_sheet_says_what_is_open_and_who_sees_it_otherwise(client_of):
    coordinator, path = partnership(client_of, "police")
    said = {"statement": "Lege panden.", "evidence": "", "drivers": ""}
    sheet = coordinator.send(f"{path}/sheets/new/problem", said).location
    assert "4 vragen staan open" in text(coordinator.get(sheet))
    police = client_of("police")
    no = {"number": "1", "agrees": "no", "remark": ""}
    assert police.send(f"{sheet}/voices", no).status_code == 422
    assert police.send(f"{sheet}/voices", no | {"remark": "Te smal."}).status_code == 302
    assert "Te smal." in text(coordinator.get(sheet))
    assert police.get(f"{sheet}/versions").status_code == 404
    assert coordinator.send(f"{path}/sheets/new/problem", {"statement": " "}).status_code == 422
