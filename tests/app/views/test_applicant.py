"""The pages of the applicant: in by the link only, part by part, handed in once."""

import re
from io import BytesIO

import pytest

from app.applicants import COOKIE
from tests.app.views.reading import text

ADDRESS = re.compile(r"https://localhost(/a/[\w-]{43})")
CODE = re.compile(r">(\d{6})<")


def links(road):
    return f"/cases/{road.id}/application/links"


@pytest.fixture
def issued(officer, road):
    """The address and the code of a new link, as the officer is shown them."""
    road.to_form("03-02")

    def make(**form):
        answer = officer.send(links(road), {"language": "nl", **form})
        assert answer.status_code == 200
        code = CODE.search(text(answer))
        return ADDRESS.search(text(answer))[1], code[1] if code else ""

    return make


@pytest.fixture
def visitor(app, issued):
    """An applicant who came in through the link."""
    address, _ = issued()
    visitor = app.test_client()
    answer = visitor.get(address)
    assert (answer.status_code, answer.location) == (302, "/a/form")
    visitor.read_token("/a/form")
    return visitor


def test_the_link_is_shown_once_and_becomes_a_visit(app, officer, road, issued):
    address, _ = issued()
    assert address not in text(officer.get(links(road)))
    answer = app.test_client().get(address)
    [cookie] = [each for each in answer.headers.getlist("Set-Cookie") if each.startswith(COOKIE)]
    assert all(word in cookie for word in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/a"))
    assert address.rpartition("/")[2] not in cookie
    assert answer.headers["Referrer-Policy"] == "no-referrer"


def test_wrong_revoked_and_replaced_links_look_the_same(app, officer, road, issued):
    replaced, _ = issued()
    revoked, _ = issued()
    visitor = app.test_client()
    visitor.get(revoked)
    page = text(officer.get(links(road)))
    tail = re.findall(rf"{links(road)}/[0-9a-f-]{{36}}/revocation", page)[0]
    assert officer.send(tail).status_code == 302
    answers = [app.test_client().get(each) for each in ("/a/" + "x" * 43, replaced, revoked)]
    answers.append(visitor.get("/a/form"))
    assert {each.status_code for each in answers} == {404}
    plain = {re.sub(r'value="[^"]*"', "", text(each)) for each in answers}
    assert len(plain) == 1


def test_without_a_link_there_is_no_page_for_anybody(officer, client_of):
    for who in (officer, client_of()):
        for path in ("/a/form", "/a/form/Q01", "/a/documents", "/a/hand-in", "/a/code"):
            assert who.get(path).status_code == 404


def test_a_browser_of_the_house_does_not_fill_in_the_form(officer, issued, visitor):
    held = visitor.get_cookie(COOKIE, path="/a").value
    officer.set_cookie(COOKIE, held, domain="localhost", path="/a", secure=True)
    address, _ = issued()
    shut = [officer.get(path) for path in (address, "/a/form", "/a/code", "/a/documents")]
    shut.append(officer.send("/a/leave"))
    assert {answer.status_code for answer in shut} == {404}
    assert not any(COOKIE in each for each in shut[0].headers.getlist("Set-Cookie"))


def test_the_code_is_asked_and_guessing_ends(app, issued):
    address, code = issued(with_code="y")
    wrong = "000000" if code != "000000" else "000001"
    visitor = app.test_client()
    visitor.get(address)
    assert visitor.get("/a/form").location == "/a/code"
    visitor.read_token("/a/code")
    for _ in range(5):
        assert visitor.send("/a/code", {"code": wrong}).status_code == 422
    assert visitor.send("/a/code", {"code": code}).status_code == 422
    again = app.test_client()
    other, right = issued(with_code="y")
    again.get(other)
    again.read_token("/a/code")
    assert again.send("/a/code", {"code": right}).location == "/a/form"
    assert again.get("/a/form").status_code == 200


def test_the_page_speaks_the_language_of_the_link_and_says_why(visitor):
    page = text(visitor.get("/a/form"))
    assert 'lang="nl"' in page
    for words in ("Wet Bibob", "Awb 4:5", "16 maart 2026", "De Ankerplaats B.V."):
        assert words in page
    assert "Officer" not in page


def test_a_part_is_saved_and_found_again(visitor):
    sent = {"Q02.01": "€ 250.000,50", "Q02.05": "no", "onward": "1"}
    answer = visitor.send("/a/form/Q02", {**sent, "version-Q02.01": "1"})
    assert (answer.status_code, answer.location) == (302, "/a/form/Q03")
    assert 'value="250000.50"' in text(visitor.get("/a/form/Q02"))


def test_every_slip_stands_at_its_field_and_nothing_is_saved(visitor):
    row = {"Q02.04-0-provider": "Bank", "Q02.04-0-date": "01-03-2025"}
    sent = {"Q02.01": "much", "Q02.04-0-repayment": "1-2-2025", "Q02.02": "10", **row}
    answer = visitor.send("/a/form/Q02", sent)
    page = text(answer)
    assert answer.status_code == 422
    assert 'id="Q02.01-errors"' in page
    assert 'id="Q02.04-0-repayment-errors"' in page
    assert 'value="10"' in page
    assert 'value="10"' not in text(visitor.get("/a/form/Q02"))


def test_shares_over_a_hundred_are_refused_with_the_rule(visitor):
    rows = {f"Q04.01-{n}-name": f"Holder {n}" for n in range(2)}
    rows |= {f"Q04.01-{n}-share": "60" for n in range(2)}
    answer = visitor.send("/a/form/Q04", rows)
    assert answer.status_code == 422
    assert "120" in text(answer)
    assert visitor.send("/a/form/Q04", {**rows, "Q04.01-1-to": "2020"}).status_code == 302


def test_rows_come_and_go_without_a_script(visitor):
    sent = {"Q01.06-0-name": "De Ankerplaats"}
    page = text(visitor.send("/a/form/Q01", {**sent, "add": "Q01.06"}))
    assert 'name="Q01.06-1-name"' in page
    sent["Q01.06-1-name"] = "Tweede naam"
    page = text(visitor.send("/a/form/Q01", {**sent, "remove": "Q01.06:0"}))
    assert 'value="Tweede naam"' in page
    assert 'value="De Ankerplaats"' not in page


def test_a_file_gets_a_receipt_at_its_document(visitor):
    def send(content, name):
        return visitor.send("/a/documents/DC02", {"file": (BytesIO(content), name)})

    assert send(b"%PDF-1.7 x", "uittreksel.pdf").status_code == 302
    page = text(visitor.get("/a/documents"))
    assert "uittreksel.pdf" in page
    assert re.search(r"<code class=\"wrap\">[0-9a-f]{64}", page)
    answer = send(b"<script>", "x.html")
    assert answer.status_code == 422
    assert 'id="file-DC02-errors"' in text(answer)


def test_handing_in_names_what_is_missing_and_closes_the_form(visitor, road):
    signed = {"name": "Noor Fictief", "place": "Havermonde", "by_proxy": "no", "declared": "y"}
    answer = visitor.send("/a/hand-in", signed)
    assert answer.status_code == 422
    assert "/a/form/Q01#Q01.01" in text(answer)
    assert visitor.send("/a/hand-in", {**signed, "incomplete": "y"}).location == "/a/form"
    assert "/a/hand-in" not in text(visitor.get("/a/form"))
    assert "<textarea" not in text(visitor.get("/a/form/Q01"))
    assert visitor.send("/a/form/Q01", {"Q01.01": "x"}).status_code == 409
    assert road.state() == "ST40"


def test_leaving_ends_the_visit_on_the_server(app, visitor):
    kept = visitor.get_cookie(COOKIE, domain="localhost", path="/a").value
    assert visitor.send("/a/leave").status_code == 200
    thief = app.test_client()
    thief.set_cookie(COOKIE, kept, domain="localhost", path="/a", secure=True)
    assert thief.get("/a/form").status_code == 404
