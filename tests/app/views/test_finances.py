"""The financing on its page: entered, corrected, taken out, printed and sent to a spreadsheet."""

import csv
import io

import pytest

from tests.app.views.reading import address, only_version, text, words


@pytest.fixture
def line(road):
    return {
        "kind": "gift",
        "label": "=Gift of an aunt",
        "amount": "40.00",
        "currency": "EUR",
        "status": "given",
        "source": str(road.source),
        "credibility": "2",
    }


def test_a_line_is_entered_corrected_and_taken_out(road, officer, line):
    path = f"/cases/{road.id}/financing"
    assert "Nog geen financiering vastgelegd" in words(officer.get(path))
    assert officer.get(f"{path}/new/source").status_code == 200
    assert officer.send(f"{path}/new/source", line).status_code == 302
    page = text(officer.get(path))
    assert "40,00" in page
    change = address(page, "/financing/[0-9a-f]{8}")
    shown = only_version(text(officer.get(change)))
    assert officer.send(change, {**line, "version": shown, "amount": "41.50"}).status_code == 302
    late = officer.send(change, {**line, "version": shown})
    assert late.status_code == 409
    assert "41,50" in text(officer.get(path))
    out = f"{change}/withdraw"
    shown = only_version(text(officer.get(out)))
    assert officer.send(out, {"version": shown}).status_code == 422
    assert officer.send(out, {"version": shown, "reason": "twice"}).status_code == 302
    assert "Regels die niet meer tellen" in words(officer.get(path))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"amount": "-1"}, "meer dan nul"),
        ({"amount": "120%"}, "geen totale investering"),
        ({"status": "verified"}, "stuk of een betaling"),
        ({"status": "contradictory"}, "tegenspreekt"),
        ({"label": ""}, "aandacht"),
        ({"kind": "takeover"}, "aandacht"),
    ],
)
def test_what_cannot_be_stays_on_the_form_with_its_reason(road, officer, line, wrong, said):
    answer = officer.send(f"/cases/{road.id}/financing/new/source", {**line, **wrong})
    assert answer.status_code == 422
    assert said in words(answer)
    assert "Nog geen financiering vastgelegd" in words(officer.get(f"/cases/{road.id}/financing"))


def test_the_file_for_a_spreadsheet_adds_up_and_holds_no_formula(road, officer, line):
    path = f"/cases/{road.id}/financing"
    officer.send(f"{path}/new/source", line)
    answer = officer.get(f"{path}.csv")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    rows = list(csv.reader(io.StringIO(text(answer).lstrip("\ufeff"))))
    assert rows[1][4] == rows[2][4] == "40.00"
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row)
    assert {len(row) for row in rows} == {12}


def test_there_are_two_sides_only(road, officer):
    assert officer.get(f"/cases/{road.id}/financing/new/both").status_code == 404
