"""Parties over the web: each fact with its source and grade, numbers masked."""

import pytest

from bureau.operations import notes
from tests.app.views.reading import only_version, text, words
from tests.bureau.operations.place import add_source
from tests.bureau.operations.table import EARLY, Table

NAMES = {
    "person": {"family_name": "Proefman", "born": "1984-05"},
    "company": {"label": "Oefen Holding B.V.", "kvk": "90000102"},
    "property": {"label": "Havenkade 12", "valuation": "610000.00"},
    "address": {"street": "Havenkade", "number": "12", "city": "Havermonde"},
    "account": {"number": "NL02BURO0417164300"},
}
SHOWN = {
    "person": "Proefman",
    "company": "90000102",
    "property": "610000.00",
    "address": "Havenkade 12",
    "account": "NL02BURO0417164300",
}


@pytest.fixture
def table(house):
    """A joint case."""
    return Table(house.work_of, house.actors, **EARLY)


def learnt(road):
    return {"source": str(road.source), "credibility": "2", "place": "p. 2"}


@pytest.mark.parametrize("kind", list(NAMES))
def test_each_kind_is_recorded_with_its_source(road, officer, kind):
    path = f"/cases/{road.id}/parties/new/{kind}"
    answer = officer.send(path, {**NAMES[kind], **learnt(road)})
    assert answer.status_code == 302, words(answer)[-800:]
    page = text(officer.get(answer.location))
    assert SHOWN[kind] in page
    assert "B2" in page
    assert "Aanvraagformulier" in page


@pytest.mark.parametrize("kind", list(NAMES))
def test_each_kind_is_corrected_with_the_words_that_were_there(road, officer, kind):
    path = f"/cases/{road.id}/parties/new/{kind}"
    party = officer.send(path, {**NAMES[kind], **learnt(road)}).location
    page = text(officer.get(f"{party}/change"))
    shown = only_version(page)
    fields = {key: value for key, value in NAMES[kind].items() if key != "kvk"}
    form = {**fields, "note": "seen at the door", "version": shown}
    assert officer.send(f"{party}/change", form).status_code == 302
    assert "seen at the door" in text(officer.get(party))
    late = officer.send(f"{party}/change", {**form, "note": "other words"})
    assert late.status_code == 409
    assert "seen at the door" in text(late)


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        ("person", {"family_name": ""}),
        ("person", {"born": "2026-02-30"}),
        ("person", {"source": ""}),
        ("person", {"valid_from": "2025", "valid_to": "2024"}),
        ("company", {"kvk": "123"}),
        ("property", {"valuation": "a lot"}),
        ("company", {"registered_on": "2030-01-01"}),
        ("company", {"registered_on": "2022", "ended_on": "2020"}),
        ("person", {"born": "2027"}),
    ],
)
def test_what_is_wrong_stays_on_the_page(road, officer, kind, wrong):
    path = f"/cases/{road.id}/parties/new/{kind}"
    answer = officer.send(path, {**NAMES[kind], **learnt(road), **wrong})
    assert answer.status_code == 422
    assert 'role="alert"' in text(answer)
    assert SHOWN[kind] not in text(officer.get(f"/cases/{road.id}/parties"))


def test_a_bsn_is_shown_masked(road, officer):
    path = f"/cases/{road.id}/parties/{road.applicant}"
    form = {"scheme": "bsn", "value": "999990019", **learnt(road)}
    assert officer.send(f"{path}/identifiers", form).status_code == 302
    page = text(officer.get(path))
    assert "999990019" not in page
    assert "9" in page


def test_a_role_is_recorded_once_from_one_day(road, officer):
    path = f"/cases/{road.id}/parties/{road.applicant}"
    form = {"role": "R07", "valid_from": "2024", **learnt(road)}
    assert officer.send(f"{path}/roles", form).status_code == 302
    assert officer.send(f"{path}/roles", form).status_code == 422


def test_there_is_no_field_for_nationality(road, officer):
    page = words(officer.get(f"/cases/{road.id}/parties/new/person")).lower()
    assert "national" not in page


def test_a_kind_that_does_not_exist_is_not_there(road, officer):
    assert officer.get(f"/cases/{road.id}/parties/new/ghost").status_code == 404
    assert officer.get(f"/cases/{road.id}/parties?kind=ghost").status_code == 200
    assert str(road.applicant) not in text(officer.get(f"/cases/{road.id}/parties?kind=person"))


def test_a_party_of_another_case_is_not_there(road, officer, house):
    from tests.bureau.operations.road import Road

    other = Road(house.work_of, house.actors)
    assert officer.get(f"/cases/{road.id}/parties/{other.applicant}").status_code == 404


def test_who_has_a_part_stands_first_and_accounts_are_asked_for(road, officer):
    for number in range(30):
        fields = {**NAMES["account"], "number": f"NL02BURO04171643{number:02}", **learnt(road)}
        officer.send(f"/cases/{road.id}/parties/new/account", fields)
    path = f"/cases/{road.id}/parties"
    page = words(officer.get(path))
    assert "Toon 30 rekeningen" in page
    assert "NL02BURO0417164300" not in page
    shown = text(officer.get(f"{path}?kind=account"))
    assert shown.count("NL02BURO04171643") == 25
    assert "kind=account" in shown
    assert "NL02BURO0417164329" in text(officer.get(f"{path}?kind=account&page=2"))
    found = words(officer.get(f"{path}?q=164307"))
    assert "1 partij gevonden" in found
    assert "NL02BURO0417164307" in found
    assert officer.get(f"{path}?q=%00&page=x&ties=-1").status_code == 200


def test_a_name_that_a_note_repeats_is_corrected_with_a_reason_and_travels(road, officer):
    path = f"/cases/{road.id}/parties/new/person"
    party = officer.send(path, {**NAMES["person"], **learnt(road)}).location
    assert 'name="reason"' not in text(officer.get(f"{party}/change"))
    with road.by("officer") as work:
        notes.add_note(work, road.id, "Proefman called about the form.")
    page = text(officer.get(f"{party}/change"))
    given = {"family_name": "Proefvrouw", "version": only_version(page)}
    assert officer.send(f"{party}/change", given).status_code == 422
    answer = officer.send(f"{party}/change", {**given, "reason": "misread on the form"})
    assert answer.location.endswith("/corrections")
    assert "Proefman called about the form." in words(officer.get(answer.location))


def test_a_party_of_a_joint_case_plays_no_part_of_the_wet_bibob(table, client_of):
    coordinator = client_of("coordinator")
    place = f"/cases/{table.case}"
    with table.by("coordinator") as work:
        known = {"source": str(add_source(work, table.case)), "credibility": "2", "place": "p. 2"}
    form = {"label": "Loods B.V.", "kvk": "90000102", **known}
    path = coordinator.send(f"{place}/parties/new/company", form).location
    page = text(coordinator.get(path))
    assert "om wie de zaak gaat" in page
    assert "ibob" not in page[page.index("<main") : page.index("</main>")]
    assert "betrokkene" not in page[page.index("<main") : page.index("</main>")]
    for role, status in (("R02", 422), ("R01", 302)):
        assert coordinator.send(f"{path}/roles", {"role": role, **known}).status_code == status
    assert "om wie de zaak gaat" in words(coordinator.get(f"{place}/parties"))
