"""Documents and sources over the web; a restricted one is only there for its readers."""

from io import BytesIO

import pytest

from tests.app.views.reading import address, text

SOURCE = {
    "title": "Uittreksel",
    "kind": "register",
    "origin": "KVK",
    "obtained_on": "2026-03-01",
    "obtained_how": "asked",
    "basis": "Wet Bibob 7a",
    "reliability": "A",
}


def keep(client, case_id, name="brief.txt", content=b"Fictional letter.", **more):
    form = {"file": (BytesIO(content), name), "title": "Brief", "kind": "DC01", **more}
    return client.send(f"/cases/{case_id}/documents", form, content_type="multipart/form-data")


def test_a_document_is_kept_and_comes_back_as_it_was(road, officer):
    assert keep(officer, road.id).status_code == 302
    path = address(text(officer.get(f"/cases/{road.id}/documents")), "/documents/")
    answer = officer.get(path)
    assert answer.data == b"Fictional letter."
    assert "sandbox" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("name", "content"),
    [("page.html", b"<script>go()</script>"), ("x.svg", b"<svg onload='go()'/>")],
)
def test_a_file_that_could_run_is_never_shown_by_the_browser(road, officer, name, content):
    if keep(officer, road.id, name, content).status_code == 302:
        path = address(text(officer.get(f"/cases/{road.id}/documents")), "/documents/")
        answer = officer.get(path)
        assert answer.mimetype in ("application/octet-stream", "text/plain")


def test_without_a_file_nothing_is_kept(road, officer):
    answer = officer.send(f"/cases/{road.id}/documents", {"title": "Brief", "kind": "DC01"})
    assert answer.status_code == 422
    assert "Brief" not in text(officer.get(f"/cases/{road.id}/documents"))


def test_a_restricted_document_is_for_its_readers(road, client_of):
    officer, mayor = client_of("officer"), client_of("mayor")
    assert keep(officer, road.id, restricted="y").status_code == 302
    page = text(officer.get(f"/cases/{road.id}/documents"))
    path, share = address(page, "/documents/[0-9a-f-]+"), address(page, "/readers")
    assert mayor.get(path).status_code == 404
    assert "Brief" not in text(mayor.get(f"/cases/{road.id}/documents"))
    form = {"reader": str(road.actors.mayor.id), "reason": "decides on it"}
    assert officer.send(share, {**form, "reason": ""}).status_code == 422
    assert officer.send(share, form).status_code == 302
    assert mayor.get(path).status_code == 200


@pytest.mark.parametrize(
    "wrong", [{"obtained_on": "2026-03-03"}, {"obtained_on": ""}, {"basis": ""}, {"title": ""}]
)
def test_a_source_that_cannot_be_stays_on_the_page(road, officer, wrong):
    path = f"/cases/{road.id}/sources/new"
    assert officer.send(path, {**SOURCE, **wrong}).status_code == 422
    assert "Uittreksel" not in text(officer.get(f"/cases/{road.id}/documents"))
    assert officer.send(path, SOURCE).status_code == 302
    assert "Uittreksel" in text(officer.get(f"/cases/{road.id}/documents"))
