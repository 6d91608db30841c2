"""Cases from a terminal: opened, shown as far as one may see, taken a step further."""

import json
from datetime import date

import click
import pytest

from app.commands.cases import Day
from tests.app.commands.house import opened
from tests.bureau.operations.portfolio import CAFE, COLUMNS, PERSON, WORDS, sheet
from tests.bureau.operations.road import Road


def test_a_screening_is_opened_and_its_reference_printed(terminal):
    answer = terminal.ask(
        *("officer", "case", "open", "--kind", "screening", "--title", "Café De Kade"),
        *("--scope", "SC02", "--received", "2026-02-27"),
    )
    assert set(answer) == {"case"}
    assert answer["case"].startswith("SCR-2026-")
    shown = terminal.ask("officer", "case", "show", answer["case"])
    assert shown["scope"] == "SC02"
    [clock] = shown["clocks"]
    assert (clock["term"], clock["due"]) == ("DL01", "2026-04-24")


def test_each_kind_is_opened_by_whom_it_belongs_to(terminal):
    made = {
        kind: terminal.ask(login, "case", "open", "--kind", kind, "--title", title)["case"]
        for kind, login, title in (
            ("partnership", "coordinator", "Havenkwartier"),
            ("support", "care", "Linde-4"),
        )
    }
    assert made["support"].startswith("SUP-2026-")
    shown = terminal.ask("care", "case", "show", made["support"])
    assert (shown["kind"], shown["code_name"], shown["clocks"]) == ("support", "Linde-4", [])
    shown = terminal.ask("coordinator", "case", "show", made["partnership"])
    assert shown["kind"] == "partnership"
    assert [clock["term"] for clock in shown["clocks"]] == ["DL20"]  # five years, WGS 1.8(7)
    for kind, login in (("partnership", "officer"), ("support", "officer"), ("screening", "care")):
        outcome = terminal.refuse(login, "case", "open", "--kind", kind, "--title", "x")
        assert outcome.code == 1


def test_a_case_shows_state_clocks_parties_findings_and_decisions(terminal):
    reference = opened(terminal)
    shown = terminal.ask("officer", "case", "show", reference)
    assert shown["case"] == reference
    assert (shown["kind"], shown["state"], shown["title"]) == ("screening", "ST10", "Café De Kade")
    assert {"clocks", "parties", "findings", "decisions", "steps", "members"} <= set(shown)
    assert shown["findings"] == shown["decisions"] == []


@pytest.mark.parametrize("command", [("show",), ("step", "T02", "--reason", "why")])
def test_a_case_one_may_not_see_answers_like_one_that_does_not_exist(terminal, command):
    reference = opened(terminal)
    support = terminal.ask("care", "case", "open", "--kind", "support", "--title", "Linde-4")
    verb, *rest = command
    for login in ("outsider", "coordinator", "auditor", "admin", "care"):
        seen = terminal.refuse(login, "case", verb, reference, *rest)
        none = terminal.refuse(login, "case", verb, "SCR-2026-ZZZZZ", *rest)
        assert seen == none
        assert seen.code == 1
    seen = terminal.refuse("officer", "case", verb, support["case"], *rest)
    assert seen == terminal.refuse("officer", "case", verb, "SUP-2026-ZZZZZ", *rest)
    plain = [
        terminal.run("case", verb, one, *rest, "--as", "outsider")
        for one in (reference, "SCR-2026-ZZZZZ")
    ]
    assert plain[0] == plain[1]


def test_a_step_tells_from_where_to_where_and_what_runs(terminal):
    reference = opened(terminal)
    taken = terminal.ask("officer", "case", "step", reference, "T02", "--reason", "registered")
    assert {"case", "from", "to", "clocks"} <= set(taken)
    assert (taken["case"], taken["from"], taken["to"]) == (reference, "ST10", "ST20")
    assert [clock["term"] for clock in taken["clocks"]] == ["DL01"]
    assert all(clock["text"] for clock in taken["clocks"])


def test_a_refused_step_names_the_guard_and_its_legal_basis(terminal):
    road = Road(terminal.work_of, terminal.actors)
    road.step("T02", "03-02")
    before = terminal.stored()
    outcome = terminal.refuse("officer", "case", "step", road.reference, "T03", "--reason", "go")
    assert outcome.code == 1
    assert outcome.refusal["error"] == "not_allowed"
    assert outcome.refusal["where"]["guard"]
    assert outcome.refusal["where"]["basis"]
    assert terminal.stored() == before


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("T02",), "--help"),
        (("T02", "--reason", ""), "kept"),
        (("T02", "--reason", "why", "--on", "2026-02-30"), "--help"),
        (("T02", "--reason", "why", "--on", "2026-03-09"), "up to today"),
    ],
)
def test_what_cannot_be_used_leaves_nothing_behind(terminal, words, hint):
    reference = opened(terminal)
    before = terminal.stored()
    outcome = terminal.refuse("officer", "case", "step", reference, *words)
    assert outcome.code == 2
    assert hint in outcome.refusal["hint"]
    assert terminal.stored() == before


@pytest.mark.parametrize(
    "words",
    [
        ("--kind", "screening", "--title", ""),
        ("--kind", "raid", "--title", "x"),
        ("--kind", "screening", "--title", "x", "--scope", "SC99", "--received", "2026-03-02"),
        ("--kind", "screening", "--title", "x", "--scope", "SC02", "--received", "02-03-2026"),
        ("--kind", "screening", "--title", "x", "--scope", "SC02", "--received", "2026-03-03"),
        ("--title", "x"),
    ],
)
def test_a_case_that_cannot_be_is_not_opened(terminal, words):
    before = terminal.stored()
    outcome = terminal.refuse("officer", "case", "open", *words)
    assert outcome.code == 2
    assert terminal.stored() == before


def test_a_day_is_a_civil_date():
    day = Day()
    assert day.convert("2026-11-20", None, None) == date(2026, 11, 20)
    assert day.convert(date(2026, 1, 2), None, None) == date(2026, 1, 2)
    for text in ("", "20-11-2026", "2026-11-31", "2026-11-20T10:00", "today"):
        with pytest.raises(click.UsageError, match="write it as 2026-11-20"):
            day.convert(text, None, None)


def test_running_cases_are_looked_at_then_taken_over_and_shown_with_their_own_number(
    terminal, elsewhere
):
    mapping, cases = elsewhere / "mapping.json", elsewhere / "cases.csv"
    mapping.write_text(json.dumps({"columns": COLUMNS, "words": WORDS, "dates": "dmy"}))
    kept = terminal.ask("officer", "case", "map", "Lopend", mapping)
    assert kept == {"mapping": "Lopend", "version": 1}
    cases.write_bytes(sheet(CAFE, PERSON))
    take = ("case", "import", cases, "--mapping", "Lopend")
    looked = terminal.ask("officer", *take, "--preview")
    assert (looked["ok"], looked["new"], looked["rows"][0]["case"]) == (True, 2, None)
    made = terminal.ask("officer", *take)
    shown = terminal.ask("officer", "case", "show", made["rows"][1]["case"])
    assert (shown["own_number"], shown["state"]) == ("Z-2", "ST41")
    assert terminal.ask("officer", *take)["known"] == 2


def test_a_refused_spreadsheet_names_every_cell_and_stores_nothing(terminal, elsewhere):
    mapping, cases = elsewhere / "mapping.json", elsewhere / "cases.csv"
    mapping.write_text(json.dumps({"columns": COLUMNS, "words": WORDS, "dates": "dmy"}))
    terminal.ask("officer", "case", "map", "Lopend", mapping)
    cases.write_bytes(sheet(CAFE, {**PERSON, "BSN": "1"}))
    before = terminal.stored()
    outcome = terminal.refuse("officer", "case", "import", cases, "--mapping", "Lopend")
    assert outcome.code == 2
    assert [(row["line"], row["column"]) for row in outcome.refusal["where"]["rows"]] == [
        (3, "BSN")
    ]
    assert terminal.stored() == before
    read = terminal.run(
        "case", "import", cases, "--mapping", "Lopend", "--preview", "--as", "officer"
    )
    assert "1 would be made" in read.out
    assert "BSN: This is no valid BSN." in read.out
