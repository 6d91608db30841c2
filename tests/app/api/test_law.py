"""The law for programs: the same answers as the command line, and no case is touched."""

import json

import pytest
from sqlalchemy import func, select

from app.commands import main
from bureau.model import Event

TERM = {
    "term": "DL01",
    "received": "2026-03-02",
    "weeks": 8,
    "suspensions": [
        {"rule": "SUS1", "from": "2026-03-10", "until": "2026-03-24"},
        {"rule": "SUS5", "from": "2026-04-07", "until": "2026-06-15", "extended": True},
    ],
    "designated_days": ["2026-05-15"],
}
OPTIONS = {
    "decision": "licence",
    "stage": "application",
    "danger_a": "serious",
    "danger_b": "none",
    "art_3_6": False,
    "refusal_proportionate": True,
    "conditions_identifiable": True,
    "form_refused": False,
    "ordinary_grounds": [{"code": "x", "met": False}],
    "today": "2026-11-20",
}
BOTH = pytest.mark.parametrize(
    ("address", "given", "command"),
    [
        ("/terms/compute", TERM, ["term", "compute"]),
        ("/rules/options", OPTIONS, ["rules", "options"]),
    ],
)


@BOTH
def test_the_answer_is_that_of_the_command_line(program, tmp_path, capsys, address, given, command):
    answer = program("officer").post(address, json=given, headers={"Accept-Language": "en"})
    file = tmp_path / "request.json"
    file.write_text(json.dumps(given))
    with pytest.raises(SystemExit) as ended:
        main([*command, str(file), "--json"])
    assert ended.value.code == 0
    assert (answer.status_code, answer.json) == (200, json.loads(capsys.readouterr().out))


@BOTH
def test_an_unknown_field_is_refused(program, address, given, command):
    answer = program("officer").post(address, json={**given, "colour": "red"})
    assert (answer.status_code, answer.json["where"]["path"]) == (422, "colour")


def test_the_worked_example_of_the_interfaces(program):
    answer = program("police").post("/terms/compute", json=TERM).json
    assert (answer["raw"], answer["suspended_days"]) == ("2026-04-27", 83)
    assert (answer["before_extension"], answer["due"]) == ("2026-07-19", "2026-07-20")


def test_nothing_is_stored_for_a_computation(app, program):
    bearer = program("officer")
    count = select(func.count()).select_from(Event)
    with app.extensions["sessions"]() as session:
        before = session.scalar(count)
    bearer.post("/terms/compute", json=TERM)
    with app.extensions["sessions"]() as session:
        assert session.scalar(count) == before
