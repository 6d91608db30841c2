"""Taking in a file: look first, then everything or nothing."""

from io import BytesIO

import pytest

from tests.app.views.reading import text, words

GOOD = b"""id,date,amount,currency,from_account,to_account
p1,2026-02-01,95.50,EUR,NL02BURO0417164300,NL86BURO0000000101
p2,2026-02-02,10.00,EUR,NL86BURO0000000101,NL02BURO0417164300
"""
BAD = GOOD.replace(b"2026-02-02", b"2026-02-30")


def take(client, case_id, content=GOOD, act="store", **more):
    form = {
        "format": "payments-csv",
        "file": (BytesIO(content), "betalingen.csv"),
        "title": "Bankafschriften",
        "act": act,
        **more,
    }
    path = f"/cases/{case_id}/imports/new"
    return client.send(path, form, content_type="multipart/form-data")


def test_looking_stores_nothing(road, officer):
    answer = take(officer, road.id, act="preview")
    assert answer.status_code == 200
    assert "105.50" in text(answer) or "2" in words(answer)
    assert "betalingen.csv" not in text(officer.get(f"/cases/{road.id}/imports"))


def test_the_same_file_twice_stores_nothing_new(road, officer):
    assert take(officer, road.id).status_code == 200
    again = take(officer, road.id)
    assert again.status_code == 200
    assert text(officer.get(f"/cases/{road.id}/imports")).count("betalingen.csv") == 1
    assert "NL02BURO0417164300" in text(officer.get(f"/cases/{road.id}/money"))


def test_a_wrong_line_is_named_and_nothing_is_stored(road, officer):
    answer = take(officer, road.id, BAD)
    assert answer.status_code == 422
    page = words(answer)
    assert "3" in page
    assert "2026-02-30" in page
    assert "NL02BURO0417164300" not in text(officer.get(f"/cases/{road.id}/money"))
    assert "betalingen.csv" not in text(officer.get(f"/cases/{road.id}/imports"))


@pytest.mark.parametrize("wrong", [{"title": ""}, {"format": "poem"}, {"act": "perhaps"}])
def test_what_is_missing_stays_on_the_page(road, officer, wrong):
    assert take(officer, road.id, **wrong).status_code == 422


def test_without_a_file_nothing_is_read(road, officer):
    form = {"format": "payments-csv", "title": "x", "act": "store"}
    assert officer.send(f"/cases/{road.id}/imports/new", form).status_code == 422


def test_another_kind_of_file_is_refused_with_a_remedy(road, officer):
    answer = take(officer, road.id, b"%PDF-1.7 nothing", format="camt053")
    assert answer.status_code == 422
    assert 'role="alert"' in text(answer)


def test_every_format_is_explained_and_warnings_are_in_the_reader_s_language(road, officer):
    page = text(officer.get(f"/cases/{road.id}/imports/new"))
    assert all(str(help_) in page for help_ in ("LO-GBA", "FollowTheMoney", "BODS"))
    told = b'{"id":"x","schema":"Article","properties":{}}'
    answer = take(officer, road.id, told, "preview", format="ftm")
    assert "zijn niet overgenomen" in text(answer)


def test_an_import_is_taken_back_with_a_reason(road, officer):
    take(officer, road.id)
    page = f"/cases/{road.id}/imports"
    [way] = {
        part.split('"')[0]
        for part in officer.get(page).get_data(True).split('href="')[1:]
        if "/undo" in part.split('"')[0]
    }
    assert "betalingen.csv" in text(officer.get(way))
    assert officer.send(way, {"reason": ""}).status_code == 422
    assert officer.send(way, {"reason": "Verkeerde zaak."}).status_code == 302
    assert "Verkeerde zaak." in text(officer.get(page))
    assert "NL02BURO0417164300" not in text(officer.get(f"/cases/{road.id}/money"))
