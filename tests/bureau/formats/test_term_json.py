import json
from datetime import date

import pytest

from bureau.errors import BureauError, Invalid
from bureau.formats.term_json import read, write
from bureau.rules.suspension import Suspension
from bureau.rules.terms import compute
from bureau.rules.vocabulary import Language

EXAMPLE = {
    "term": "DL01",
    "received": "2026-03-02",
    "weeks": 8,
    "suspensions": [
        {"rule": "SUS1", "from": "2026-03-10", "until": "2026-03-24"},
        {"rule": "SUS5", "from": "2026-04-07", "until": "2026-06-15", "extended": True},
    ],
    "designated_days": ["2026-05-15"],
}


def encoded(**changes):
    body = {**EXAMPLE, **changes}
    return json.dumps({name: value for name, value in body.items() if value != "-"}).encode()


def test_the_published_example():
    answer = write(compute(read(encoded())))
    assert answer["raw"] == "2026-04-27"
    assert answer["suspended_days"] == 83
    assert answer["before_extension"] == "2026-07-19"
    assert answer["due"] == "2026-07-20"
    first = answer["explanation"][0]
    text = first.pop("text")
    assert "13 days" in text
    assert first == {
        "from": "2026-03-11",
        "until": "2026-03-23",
        "days": 13,
        "rule": "SUS1",
        "basis": "Awb 4:15(1)(a)",
    }
    assert json.loads(json.dumps(answer)) == answer


def test_the_answer_speaks_dutch_too():
    answer = write(compute(read(encoded())), Language.NL)
    assert "staat de termijn 13 dagen stil" in answer["explanation"][0]["text"]
    assert answer["notes"][-1]["rule"] == "ATW1"


def test_every_field_of_a_request_is_read():
    request = read(
        encoded(
            term="DL13",
            received="-",
            start="2026-05-26",
            weeks="-",
            extended=True,
            committee=True,
            today="2026-06-01",
            suspensions=[
                {"rule": "SUS1", "from": "2026-05-27", "term_end": "2026-05-30"},
            ],
        )
    )
    assert (request.term, request.start, request.weeks) == ("DL13", date(2026, 5, 26), None)
    assert (request.extended, request.committee) == (True, True)
    open_, end = date(2026, 5, 27), date(2026, 5, 30)
    assert request.suspensions == (Suspension("SUS1", open_, None, False, end),)
    assert request.designated_days == {date(2026, 5, 15)}


def test_a_penalty_is_told_with_its_first_day():
    answer = write(compute(read(b'{"term": "DL17", "start": "2026-05-13"}')))
    assert answer["first_day"] == "2026-05-28"
    assert answer["maximum"] == {"amount": "1442.00", "currency": "EUR"}


def suspended(**changes):
    row = {"rule": "SUS1", "from": "2026-03-10", "until": "2026-03-24", **changes}
    return {"suspensions": [{name: value for name, value in row.items() if value != "-"}]}


@pytest.mark.parametrize(
    "changes, path",
    [
        ({"extra": 1}, "extra"),
        ({"term": "-"}, "term"),
        ({"term": "DL99"}, "term"),
        ({"term": 1}, "term"),
        ({"received": "-"}, "received"),
        ({"term": "DL11", "received": "-"}, "start"),
        ({"received": "2026-02-30"}, "received"),
        ({"received": "2010-01-01"}, "term"),
        ({"start": "2026-03-02"}, "start"),
        ({"received": "-", "start": "2026-03-02"}, "start"),
        ({"weeks": "8"}, "weeks"),
        ({"weeks": True}, "weeks"),
        ({"weeks": 8.5}, "weeks"),
        ({"weeks": 0}, "weeks"),
        ({"weeks": 5000}, "weeks"),
        ({"suspensions": {}}, "suspensions"),
        ({"suspensions": [1]}, "suspensions[0]"),
        ({"suspensions": [{}] * 201}, "suspensions"),
        (suspended(rule="SUS9"), "suspensions[0].rule"),
        (suspended(rule="-"), "suspensions[0].rule"),
        (suspended(**{"from": "-"}), "suspensions[0].from"),
        (suspended(**{"from": "2026-02-30"}), "suspensions[0].from"),
        (suspended(until="2026-03-09"), "suspensions[0].until"),
        (suspended(term_end="2026-03-09"), "suspensions[0].term_end"),
        (suspended(until="-"), "today"),
        (suspended(days=3), "suspensions[0].days"),
        (suspended(extended="yes"), "suspensions[0].extended"),
        ({"today": "2026-03-09", **suspended(until="-")}, "suspensions[0].from"),
        ({"designated_days": "2026-05-15"}, "designated_days"),
        ({"designated_days": ["2026-05-15", 3]}, "designated_days[1]"),
        ({"designated_days": ["2026-05-15"] * 201}, "designated_days"),
    ],
)
def test_a_request_that_was_not_agreed_is_refused_with_its_place(changes, path):
    with pytest.raises(Invalid) as refused:
        read(encoded(**changes))
    assert refused.value.where == {"path": path}
    assert refused.value.hint


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b"\xff", b"[" * 1000, b'{"term": NaN}', b'{"term":"a","term":"b"}'],
)
def test_what_is_no_request_at_all_is_refused(content):
    with pytest.raises(BureauError):
        read(content)
