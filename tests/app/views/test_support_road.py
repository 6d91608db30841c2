"""The road of support over the web, from the triage to the closing."""

import pytest

from tests.app.views.reading import address, only_version, text, version
from tests.app.views.test_support import CONSENT

SAFE = {
    "danger": "no",
    "police": "no",
    "minor": "no",
    "child_help": "not_needed",
    "children": "no",
    "children_safe": "",
}


@pytest.fixture
def care(client_of):
    return client_of("care")


@pytest.fixture
def path(care):
    form = {"code_name": "Linde-5", "safe_contact": "by text", "needs": "rest"}
    return care.send("/support/new", form).location


def test_triage_referral_recall_and_closing(care, path):
    assert care.get(f"{path}/parts/score").status_code == 404
    assert care.send(f"{path}/parts/triage", {}).status_code == 422
    assert care.send(f"{path}/parts/triage", SAFE).status_code == 302
    unsafe = {"alone": "no", "interpreter": "outside", "spoken": "Pools"}
    assert care.send(f"{path}/parts/talk", unsafe).status_code == 409
    told = {"aim": "shelter", "recipient": CONSENT["recipient"], "text": "a bed for one"}
    refused = care.send(f"{path}/referrals", told)
    assert refused.status_code == 409
    assert "CoMensha" in text(refused)
    care.send(f"{path}/consents", CONSENT | {"aim": "shelter"})
    assert care.send(f"{path}/referrals", told).status_code == 302
    page = text(care.get(f"{path}/referrals"))
    answer = address(page, "/referrals/[0-9a-f-]{36}/answer")
    assert care.send(answer, {"answer": "taken_up"}).status_code == 302
    care.send(address(text(care.get(path)), "/consents/[0-9a-f-]{36}/withdraw"))
    closing = {"version": only_version(text(care.get(f"{path}/close"))), "understood": "y"}
    assert care.send(f"{path}/close", closing).status_code == 409
    care.send(address(text(care.get(f"{path}/referrals")), "/referrals/[0-9a-f-]{36}/told"))
    closing["version"] = only_version(text(care.get(f"{path}/close")))
    assert care.send(f"{path}/close", closing).status_code == 302
    page = text(care.get(path))
    assert "a bed for one" not in page
    assert "by text" not in page


def test_a_closed_file_says_so_and_offers_nothing_that_cannot_be(care, path):
    closing = {"version": only_version(text(care.get(f"{path}/close"))), "understood": "y"}
    assert care.send(f"{path}/close", closing).status_code == 302
    page = text(care.get(path))
    assert "<h1" in page
    assert "Gesloten dossier" in page
    assert "<h1>-" not in page.replace(" ", "")
    for act in ("/parts/triage", "/referrals", "/close", "/plans"):
        assert f'{path}{act}"' not in page
        assert care.get(f"{path}{act}").status_code == 409
    for act, form in (("/parts/triage", SAFE), ("/consents", CONSENT), ("", {"version": "9"})):
        answer = care.send(f"{path}{act}", form)
        assert answer.status_code == 409
        assert "gesloten" in text(answer)
    assert "Een zaak vrijgeven" in text(care.get(f"{path}/holds"))
    home = text(care.get("/"))
    assert ">Gesloten dossier</a>" in home


def test_a_hold_and_a_word_are_answered_beside_their_field(care, path):
    assert care.get(f"{path}/holds").status_code == 200
    for act in ("holds", "holds/release"):
        assert care.send(f"{path}/{act}", {"reference": "SCR-2026-ABC234"}).status_code == 422
    assert care.get("/support/words").status_code == 200
    assert care.send("/support/words", {"address": "nothing"}).status_code == 422
    assert care.send("/support/words", {"address": "Wilgenlaan 14"}).status_code == 302


def test_danger_with_nobody_called_is_told_at_once_and_stops_the_next_step(care, path):
    def step():
        form = {"version": version(text(care.get(path)), f"{path}/steps")}
        return care.send(f"{path}/steps", {**form, "target": "talk", "reason": "she wants to"})

    first = {"version": version(text(care.get(path)), f"{path}/steps"), "target": "triage"}
    care.send(f"{path}/steps", {**first, "reason": "a sign"})
    care.send(f"{path}/parts/triage", SAFE | {"danger": "yes", "minor": "yes", "child_help": "no"})
    page = text(care.get(path))
    assert "Bel nu 112." in page
    assert "0800 2000" in page
    answer = step()
    assert answer.status_code == 409
    assert "Bel nu 112." in text(answer)
    assert "she wants to" in text(answer)
    called = SAFE | {"danger": "yes", "police": "yes", "minor": "yes"}
    care.send(f"{path}/parts/triage", called | {"child_help": "no"})
    answer = step()
    assert answer.status_code == 409
    assert "Veilig Thuis" in text(answer)
    care.send(f"{path}/parts/triage", called | {"child_help": "yes"})
    assert "0800 2000" not in text(care.get(path))
    assert step().status_code == 302


def test_a_referral_that_tells_a_name_comes_back_with_the_reason(care, path):
    at = version(text(care.get(path)), path)
    care.send(
        path, {"version": at, "real_name": "Ilona Sandvoort", "safe_contact": "", "needs": ""}
    )
    care.send(f"{path}/consents", CONSENT | {"aim": "shelter"})
    told = {"aim": "shelter", "recipient": CONSENT["recipient"], "text": "Zij heet Ilona."}
    answer = care.send(f"{path}/referrals", told)
    assert answer.status_code == 422
    assert "Zij heet Ilona." in text(answer)
    assert "de naam van de persoon" in text(answer)
    assert care.send(f"{path}/referrals", told | {"text": "Een bed."}).status_code == 302


def test_a_refusal_in_the_support_track_can_be_left_and_tells_nothing_by_its_title(care):
    page = text(care.get("/support/00000000-0000-0000-0000-000000000000"))
    assert "data-quick-exit" in page
    assert "<title>Informatie</title>" in page
    assert 'data-sign-out="/sign-out"' in page
    assert "data-quick-exit" not in text(care.get("/nothing"))


def test_who_helps_is_offered_no_pages_of_cases(care, client_of):
    for link in ('href="/cases"', 'href="/meetings"', 'href="/sharing"'):
        assert link not in text(care.get("/support"))
        assert link in text(client_of("coordinator").get("/"))


def test_days_that_were_recorded_at_a_step_are_shown_in_the_file(care, path):
    steps = {
        "shelter": {"kind": "cosm", "since": "2026-03-02"},
        "permit": {"from": "2026-03-01", "until": "2026-09-01", "review": ""},
    }
    for part, answers in steps.items():
        assert care.send(f"{path}/parts/{part}", answers).status_code == 302
        assert care.get(f"{path}/parts/{part}").status_code == 200
    page = text(care.get(path))
    assert "2 mrt 2026" in page
    assert "1 sep 2026" in page
