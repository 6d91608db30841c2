import json

import pytest

from bureau.errors import BureauError, Invalid
from bureau.formats.options_json import read, write
from bureau.rules.grounds import OrdinaryGround, options
from bureau.rules.vocabulary import Danger, DecisionKind, Language, Stage

EXAMPLE = {
    "decision": "licence",
    "stage": "application",
    "danger_a": "none",
    "danger_b": "serious",
    "art_3_6": False,
    "refusal_proportionate": True,
    "conditions_identifiable": False,
    "form_refused": False,
    "ordinary_grounds": [{"code": "zoning", "met": False}],
    "today": "2026-11-20",
}


def encoded(**changes):
    body = {**EXAMPLE, **changes}
    return json.dumps({name: value for name, value in body.items() if value != "-"}).encode()


def test_a_request_is_read_field_by_field():
    request = read(encoded())
    assert (request.decision, request.stage) == (DecisionKind.LICENCE, Stage.APPLICATION)
    assert (request.danger_a, request.danger_b) == (Danger.NONE, Danger.SERIOUS)
    assert request.ordinary_grounds == (OrdinaryGround("zoning", met=False),)
    assert not request.conditions_identifiable


def test_the_published_answer():
    answer = write(options(read(encoded())))
    reasons = answer.pop("reasons")
    notes = answer.pop("notes")
    assert answer == {
        "may_grant": True,
        "may_attach_conditions": False,
        "may_refuse": True,
        "must_refuse": False,
        "not_treated": False,
        "view_first": True,
    }
    assert [set(reason) for reason in reasons] == [{"option", "text", "basis"}] * 3
    assert [reason["option"] for reason in reasons] == ["may_grant", "may_refuse", "view_first"]
    assert notes[0]["option"] == "note"


def test_the_answer_speaks_dutch_too():
    answer = write(options(read(encoded())), Language.NL)
    assert "geen plicht" in answer["reasons"][0]["text"]


@pytest.mark.parametrize("name", [name for name in EXAMPLE if name != "ordinary_grounds"])
def test_a_missing_field_is_named(name):
    with pytest.raises(Invalid) as refused:
        read(encoded(**{name: "-"}))
    assert refused.value.where == {"path": name}


@pytest.mark.parametrize(
    "changes, path",
    [
        ({"extra": 1}, "extra"),
        ({"decision": "permit"}, "decision"),
        ({"stage": 1}, "stage"),
        ({"danger_a": "grave"}, "danger_a"),
        ({"art_3_6": "no"}, "art_3_6"),
        ({"form_refused": 0}, "form_refused"),
        ({"today": "2026-02-30"}, "today"),
        ({"today": "1999-01-01"}, "today"),
        ({"ordinary_grounds": {}}, "ordinary_grounds"),
        ({"ordinary_grounds": [{"code": "x"}]}, "ordinary_grounds[0].met"),
        ({"ordinary_grounds": [{"code": "", "met": True}]}, "ordinary_grounds[0].code"),
        ({"ordinary_grounds": [{"code": "x", "met": True, "why": 1}]}, "ordinary_grounds[0].why"),
        ({"ordinary_grounds": [{}] * 201}, "ordinary_grounds"),
    ],
)
def test_a_request_that_was_not_agreed_is_refused_with_its_place(changes, path):
    with pytest.raises(Invalid) as refused:
        read(encoded(**changes))
    assert refused.value.where == {"path": path}
    assert refused.value.hint


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b'{"today":', b"\x00"])
def test_what_is_no_request_at_all_is_refused(content):
    with pytest.raises(BureauError):
        read(content)
