"""The page of the phases: what is open, and the gate."""

from io import BytesIO

from tests.app.views.reading import address, text

OPENED = {
    "title": "De Kade",
    "regime": "RIEC",
    "regime_reason": "samen bij dit park",
    "regime_basis": "WGS 2.18",
}


def opened(client_of):
    desk = client_of("coordinator")
    place = desk.send("/cases/new/partnership", OPENED).headers["Location"]
    for login in ("police", "tax"):
        told = {"login": login, "capacity": "partner", "reason": "own task"}
        assert desk.send(f"{place}/members", told).status_code == 302
    return desk, place


def test_the_next_phase_opens_with_a_necessity_of_two(client_of):
    desk, place = opened(client_of)
    page = text(desk.get(f"{place}/phases"))
    assert address(text(desk.get(place)), "/phases")
    assert "WGS 1.8" in page
    told = {"phase": "P2", "necessity": "the books are needed", "named": ["police"]}
    assert desk.send(f"{place}/phases", told).status_code == 409
    told["named"] = ["police", "tax"]
    assert desk.send(f"{place}/phases", told).status_code == 302
    assert "the books are needed" in text(client_of("tax").get(f"{place}/phases"))
    assert client_of("customs").get(f"{place}/phases").status_code == 404


def test_tax_data_are_refused_in_phase_one_with_the_article(client_of):
    desk, place = opened(client_of)
    source = {
        "title": "Aangifte", "kind": "register", "origin": "Belastingdienst", "basis": "AWR 67",
        "obtained_on": "2026-02-20", "obtained_how": "asked", "reliability": "A",
        "category": "TAX", "document": "",
    }  # fmt: skip
    answer = desk.send(f"{place}/sources/new", source)
    assert answer.status_code == 409
    assert "WGS 2.23(6)" in text(answer)
    assert desk.send(f"{place}/sources/new", {**source, "category": "COMPANY"}).status_code == 302


def test_what_another_organisation_brings_says_whose_and_what_it_is_on_every_page(client_of):
    desk, place = opened(client_of)
    for page in (f"{place}/documents", f"{place}/sources/new", f"{place}/imports/new"):
        shown = text(desk.get(page))
        assert 'name="owner"' in shown
        assert 'value="police"' in shown
        assert 'name="category"' in shown

    def brought(**whose):
        file = (BytesIO(b"Mutatie"), "mutatie.txt")
        told = {"file": file, "title": "Mutatie", "kind": "DC01", **whose}
        return desk.send(f"{place}/documents", told, content_type="multipart/form-data")

    assert brought(owner="police").status_code == 422
    early = brought(owner="police", category="POLICE_8_13")
    assert early.status_code == 409
    assert "WGS 2.22" in text(early)
    assert "Mutatie" not in text(desk.get(f"{place}/documents"))
    told = {"phase": "P2", "necessity": "the books are needed", "named": ["police", "tax"]}
    assert desk.send(f"{place}/phases", told).status_code == 302
    assert brought(owner="police", category="POLICE_8_13").status_code == 302
    assert "Politie, district Monde" in text(desk.get(f"{place}/documents"))
