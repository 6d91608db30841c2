import json
import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from bureau.errors import Invalid, NotFound
from bureau.rules import terms
from bureau.rules.deadlines import Unit, deadlines
from bureau.rules.suspension import Suspension, cap_days
from bureau.rules.tables import Table
from bureau.rules.terms import TermRequest, compute

DAY = timedelta(days=1)
D = date.fromisoformat
MARCH, APRIL = D("2026-03-02"), D("2026-04-07")
SUPPLEMENT = Suspension("SUS1", D("2026-03-10"), D("2026-03-24"))
ADVICE = Suspension("SUS5", APRIL, D("2026-06-15"), extended=True)
LATE = Suspension("SUS5", APRIL, D("2026-07-20"), extended=True)
SHORT = Suspension("SUS5", APRIL, D("2026-07-20"))
QUESTION = Suspension("SUS6", D("2026-05-01"), D("2026-05-11"))
OVERLAP = Suspension("SUS1", D("2026-04-01"), D("2026-04-20"))
AGREED = Suspension("SUS3", D("2026-04-20"), D("2026-05-17"))

DECISION = {
    "A": (TermRequest("DL01", MARCH), "2026-04-27", 0, "2026-04-27", "2026-04-28"),
    "B": (TermRequest("DL01", D("2026-02-06")), "2026-04-03", 0, "2026-04-03", "2026-04-07"),
    "C": (TermRequest("DL01", D("2026-03-19")), "2026-05-14", 0, "2026-05-14", "2026-05-15"),
    "D": (
        TermRequest("DL01", MARCH, 8, (SUPPLEMENT,)),
        *("2026-04-27", 13, "2026-05-10", "2026-05-11"),
    ),
    "E": (
        TermRequest("DL01", MARCH, 8, (SUPPLEMENT, ADVICE)),
        *("2026-04-27", 83, "2026-07-19", "2026-07-20"),
    ),
    "F": (
        TermRequest("DL01", MARCH, 8, (SUPPLEMENT, LATE)),
        *("2026-04-27", 97, "2026-08-02", "2026-08-03"),
    ),
    "G": (
        TermRequest("DL01", MARCH, 8, (SUPPLEMENT, SHORT)),
        *("2026-04-27", 69, "2026-07-05", "2026-07-06"),
    ),
    "H": (
        TermRequest("DL01", MARCH, 8, (OVERLAP, ADVICE)),
        *("2026-04-27", 75, "2026-07-11", "2026-07-13"),
    ),
    "I": (
        TermRequest("DL01", MARCH, 8, (AGREED,)),
        *("2026-04-27", 28, "2026-05-25", "2026-05-26"),
    ),
    "J": (TermRequest("DL01", MARCH, 16), "2026-06-22", 0, "2026-06-22", "2026-06-22"),
    "K": (TermRequest("DL01", MARCH, 14), "2026-06-08", 0, "2026-06-08", "2026-06-08"),
}

OTHER = {
    "L 8w": (TermRequest("DL06", APRIL), "2026-06-02"),
    "L 8w+4w": (TermRequest("DL06", APRIL, extended=True), "2026-06-30"),
    "L 4w": (TermRequest("DL07", D("2026-06-02")), "2026-06-30"),
    "M 8w": (TermRequest("DL06", APRIL, suspensions=(QUESTION,)), "2026-06-12"),
    "M 12w": (TermRequest("DL06", APRIL, 12, (QUESTION,)), "2026-07-10"),
    "N": (TermRequest("DL11", D("2026-04-13")), "2026-05-26"),
    "O": (TermRequest("DL11", D("2026-11-13")), "2026-12-28"),
    "P": (TermRequest("DL13", D("2026-05-26"), committee=True), "2026-08-18"),
    "P +6": (TermRequest("DL13", D("2026-05-26"), committee=True, extended=True), "2026-09-29"),
    "Q": (TermRequest("DL04", D("2026-03-30")), "2026-04-28"),
    "R": (TermRequest("DL17", D("2026-05-13")), "2026-07-08"),
    "S": (TermRequest("DL16", D("2026-06-15")), "2031-06-15"),
    "appeal": (TermRequest("DL14", D("2026-04-13")), "2026-05-26"),
    "higher appeal": (TermRequest("DL15", D("2026-11-13")), "2026-12-28"),
    "view": (TermRequest("DL09", D("2026-04-13")), "2026-04-27"),
    "report": (TermRequest("DL12", D("2026-04-02")), "2026-04-08"),
    "at once": (TermRequest("DL10", D("2026-04-02")), "2026-04-02"),
    "permit": (TermRequest("DL18", MARCH, extended=True), "2026-06-08"),
    "maximum": (TermRequest("DL08", APRIL, suspensions=(QUESTION,)), "2026-06-11"),
}


@pytest.mark.parametrize("example", DECISION)
def test_the_worked_examples_of_the_decision_term(example):
    request, raw, suspended, before, due = DECISION[example]
    answer = compute(request)
    assert (answer.raw.isoformat(), answer.suspended_days) == (raw, suspended)
    assert (answer.before_extension.isoformat(), answer.due.isoformat()) == (before, due)


@pytest.mark.parametrize("example", OTHER)
def test_the_worked_examples_of_other_terms(example):
    request, due = OTHER[example]
    assert compute(request).due.isoformat() == due


def worked():
    file = Path(__file__).parents[3] / "../shared/domain/tables/screening/worked_examples.json"
    if not file.exists():
        pytest.skip("the worked examples are not here")
    return {name.split()[0]: value for name, value in json.loads(file.read_text()).items()}


@pytest.mark.parametrize("example", DECISION)
def test_the_decision_examples_agree_with_the_source(example):
    expected = worked()[example]
    answer = compute(DECISION[example][0])
    found = (answer.raw, answer.suspended_days, answer.before_extension, answer.due)
    keys = ("raw", "suspended", "end_raw", "end")
    assert [str(value) for value in found] == [str(expected[key]) for key in keys]


def test_the_other_examples_agree_with_the_source():
    expected = worked()
    due = {name: compute(request).due.isoformat() for name, (request, _) in OTHER.items()}
    assert expected["L"] == {"8w": due["L 8w"], "8w+4w": due["L 8w+4w"]}
    cap = cap_days(
        APRIL, extended=True, open_days=frozenset(D("2026-05-01") + DAY * n for n in range(10))
    )
    assert expected["M"] == {"8w": due["M 8w"], "12w": due["M 12w"], "art31_cap_days": cap}
    assert [expected[code]["last_day"] for code in "NOPQR"] == [due[code] for code in "NOPQR"]
    assert expected["P"]["with_6w_postponement"] == due["P +6"]
    assert expected["S"] == {"usable_until": due["S"]}


def test_lateness_costs_money_from_a_day_to_a_maximum():
    answer = compute(OTHER["R"][0])
    assert answer.first_day == D("2026-05-28")
    assert answer.penalty is not None
    assert answer.penalty.text() == "1442.00"


def test_the_explanation_names_rule_basis_and_days():
    answer = compute(DECISION["H"][0])
    assert [(row.rule, row.days, row.counted) for row in answer.explanation] == [
        ("SUS1", 18, 18),
        ("SUS5", 70, 57),
    ]
    assert answer.explanation[0].basis == "Awb 4:15(1)(a)"
    assert "2 april 2026" in answer.explanation[0].text.nl
    assert sum(row.counted for row in answer.explanation) == answer.suspended_days


def test_every_step_of_the_reckoning_is_told():
    remarks = compute(DECISION["F"][0]).remarks
    assert [remark.rule for remark in remarks] == ["DL01", "DL08", "ATW1"]
    assert [r.rule for r in compute(DECISION["J"][0]).remarks] == ["DL01", "ATW4-WEEKS"]
    assert [r.rule for r in compute(OTHER["R"][0]).remarks] == ["DL17", "ATW", "DL17"]


def test_a_designated_day_moves_the_end():
    request = TermRequest("DL01", D("2026-03-19"), designated_days=frozenset({D("2026-05-15")}))
    assert compute(request).due == D("2026-05-18")


def test_a_running_suspension_makes_the_answer_provisional():
    request = TermRequest("DL01", MARCH, 8, (Suspension("SUS5", APRIL),), today=D("2026-04-16"))
    answer = compute(request)
    assert answer.provisional
    assert answer.suspended_days == 10


def test_a_leap_day_has_an_anniversary():
    assert compute(TermRequest("DL16", D("2024-02-29"))).due == D("2029-02-28")


def altered(monkeypatch, **changes):
    """The table of terms with DL04 changed, to test what no row of today's law needs."""
    rows = tuple(replace(row, **changes) if row.code == "DL04" else row for row in deadlines().rows)
    monkeypatch.setattr(terms, "deadlines", lambda: Table("deadlines", rows))


@pytest.mark.parametrize(
    "unit, length, due",
    [
        (Unit.MONTHS, 3, "2026-04-30"),
        (Unit.MONTHS, 6, "2026-07-31"),
        (Unit.DAYS, 90, "2026-05-01"),
        (Unit.DAYS, 92, "2026-05-03"),
        (Unit.DAYS, 3, "2026-02-03"),
    ],
)
def test_terms_of_other_units_follow_the_act_too(monkeypatch, unit, length, due):
    altered(monkeypatch, unit=unit, length=length)
    assert compute(TermRequest("DL04", D("2026-01-31"))).due == D(due)


@pytest.mark.parametrize(
    "request_, path",
    [
        (TermRequest("DL04", MARCH, 5), "weeks"),
        (TermRequest("DL01", MARCH, extended=True), "extended"),
        (TermRequest("DL11", MARCH, committee=True), "committee"),
        (TermRequest("DL05", MARCH), "weeks"),
    ],
)
def test_what_the_law_fixes_cannot_be_chosen(request_, path):
    with pytest.raises(Invalid) as refused:
        compute(request_)
    assert refused.value.where == {"path": path}
    assert re.search("[a-z]", refused.value.hint)


def test_an_unknown_term_is_not_found():
    with pytest.raises(NotFound):
        compute(TermRequest("DL99", MARCH))
