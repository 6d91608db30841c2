"""Terms and options from a terminal: the worked examples, the matrix, and no database at all."""

import json
import shutil

import pytest

from tests.app.commands.house import Terminal
from tests.bureau.rules.test_shelf import VESTERLAND
from tests.bureau.rules.test_tables import FOLDER
from tests.conftest import SHARED

SUPPLEMENT = {"rule": "SUS1", "from": "2026-03-10", "until": "2026-03-24"}
ADVICE = {"rule": "SUS5", "from": "2026-04-07", "until": "2026-06-15", "extended": True}
LATE = {**ADVICE, "until": "2026-07-20"}
SHORT = {"rule": "SUS5", "from": "2026-04-07", "until": "2026-07-20"}
OVERLAP = {"rule": "SUS1", "from": "2026-04-01", "until": "2026-04-20"}
AGREED = {"rule": "SUS3", "from": "2026-04-20", "until": "2026-05-17"}

# received, weeks, suspensions; then raw, suspended days, end before the Atw, last day
EXAMPLES = {
    "A": ("2026-03-02", 8, (), "2026-04-27", 0, "2026-04-27", "2026-04-28"),
    "B": ("2026-02-06", 8, (), "2026-04-03", 0, "2026-04-03", "2026-04-07"),
    "C": ("2026-03-19", 8, (), "2026-05-14", 0, "2026-05-14", "2026-05-15"),
    "D": ("2026-03-02", 8, (SUPPLEMENT,), "2026-04-27", 13, "2026-05-10", "2026-05-11"),
    "E": ("2026-03-02", 8, (SUPPLEMENT, ADVICE), "2026-04-27", 83, "2026-07-19", "2026-07-20"),
    "F": ("2026-03-02", 8, (SUPPLEMENT, LATE), "2026-04-27", 97, "2026-08-02", "2026-08-03"),
    "G": ("2026-03-02", 8, (SUPPLEMENT, SHORT), "2026-04-27", 69, "2026-07-05", "2026-07-06"),
    "H": ("2026-03-02", 8, (OVERLAP, ADVICE), "2026-04-27", 75, "2026-07-11", "2026-07-13"),
    "I": ("2026-03-02", 8, (AGREED,), "2026-04-27", 28, "2026-05-25", "2026-05-26"),
    "J": ("2026-03-02", 16, (), "2026-06-22", 0, "2026-06-22", "2026-06-22"),
    "K": ("2026-03-02", 14, (), "2026-06-08", 0, "2026-06-08", "2026-06-08"),
}
QUESTION = {
    "decision": "licence", "stage": "application", "danger_a": "none", "danger_b": "none",
    "art_3_6": False, "refusal_proportionate": True, "conditions_identifiable": True,
    "form_refused": False, "ordinary_grounds": [], "today": "2026-11-20",
}  # fmt: skip
# what was assessed; then: grant, conditions, refuse, view first (screening 4.3)
MATRIX = {
    "no danger": ({}, True, False, False, False),
    "lesser danger": ({"danger_a": "lesser"}, True, True, False, True),
    "serious, proportionate": ({"danger_b": "serious"}, True, True, True, True),
    "serious, disproportionate": (
        *({"danger_a": "serious", "refusal_proportionate": False}, True, True, False, True),
    ),
    "article 3(6)": (
        *({"art_3_6": True, "conditions_identifiable": False}, True, False, True, True),
    ),
}


@pytest.fixture
def desk(elsewhere, capfd, monkeypatch):
    """A terminal in an empty folder: the law needs no house."""
    return Terminal(elsewhere, capfd, monkeypatch)


def compute(desk, body):
    return desk.run("term", "compute", "-", "--json", typed=json.dumps(body).encode())


def request(received, weeks, suspensions):
    body = {"term": "DL01", "received": received, "weeks": weeks}
    return body | ({"suspensions": list(suspensions)} if suspensions else {})


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_worked_examples(desk, example):
    received, weeks, suspensions, raw, days, before, due = EXAMPLES[example]
    answer = compute(desk, request(received, weeks, suspensions)).answer
    assert (answer["raw"], answer["suspended_days"]) == (raw, days)
    assert (answer["before_extension"], answer["due"]) == (before, due)
    assert [row["rule"] for row in answer["explanation"]] == [one["rule"] for one in suspensions]
    for row in answer["explanation"]:
        assert {"from", "until", "days", "rule", "basis", "text"} <= set(row)
        assert row["basis"]


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_worked_examples_of_the_source(desk, example):
    path = SHARED / "domain" / "tables" / "screening" / "worked_examples.json"
    if not path.exists():
        pytest.skip("../shared with the worked examples is not here")
    worked = {name.split()[0]: row for name, row in json.loads(path.read_text()).items()}
    answer = compute(desk, request(*EXAMPLES[example][:3])).answer
    expected = worked[example]
    assert [answer[name] for name in ("raw", "suspended_days", "before_extension", "due")] == [
        expected[name] for name in ("raw", "suspended", "end_raw", "end")
    ]


def test_a_designated_day_moves_the_end(desk):
    body = request("2026-03-19", 8, ()) | {"designated_days": ["2026-05-15"]}
    assert compute(desk, body).answer["due"] == "2026-05-18"


def test_other_terms_take_a_start(desk):
    answer = compute(desk, {"term": "DL11", "start": "2026-04-13"}).answer
    assert answer["due"] == "2026-05-26"


def test_a_file_is_read_like_standard_input(desk, elsewhere):
    path = elsewhere / "request.json"
    path.write_text(json.dumps(request("2026-03-02", 8, ())))
    assert desk.run("term", "compute", path, "--json").answer["due"] == "2026-04-28"
    words = desk.run("term", "compute", path)
    assert words.out.startswith("Last day: 2026-04-28 (without suspension 2026-04-27).")


@pytest.mark.parametrize(
    "body",
    [
        b"", b"[]", b"null", b"{", b'{"term": "DL01"}',
        b'{"term": "DL99", "received": "2026-03-02"}',
        b'{"term": "DL01", "received": "2026-13-02"}',
        b'{"term": "DL01", "received": "2026-03-02", "weeks": -1}',
        b'{"term": "DL01", "received": "2026-03-02", "wekes": 8}',
        b'{"term": "DL01", "received": "2026-03-02", "suspensions": [{"rule": "SUS9"}]}',
        b'{"term": "DL01", "received": "2026-03-02", "suspensions":'
        b' [{"rule": "SUS5", "from": "2026-04-07"}]}',  # still running: today must be given
    ],
)  # fmt: skip
def test_a_term_that_cannot_be_computed_is_refused(desk, body):
    outcome = desk.run("term", "compute", "-", "--json", typed=body)
    assert outcome.code == 2
    assert outcome.refusal["hint"]


def options(desk, **changes):
    body = json.dumps({**QUESTION, **changes}).encode()
    return desk.run("rules", "options", "-", "--json", typed=body)


@pytest.mark.parametrize("row", MATRIX)
def test_the_danger_matrix(desk, row):
    changes, *expected = MATRIX[row]
    answer = options(desk, **changes).answer
    names = ("may_grant", "may_attach_conditions", "may_refuse", "view_first")
    assert [answer[name] for name in names] == expected
    assert answer["must_refuse"] is answer["not_treated"] is False  # a power, never a duty
    open_ones = {name for name in answer if answer[name] is True}
    assert open_ones <= {reason["option"] for reason in answer["reasons"]}
    assert all(reason["text"] and reason["basis"] for reason in answer["reasons"])


def test_a_refused_form_leaves_an_application_untreated_and_burdens_a_licence(desk):
    assert options(desk, form_refused=True).answer["not_treated"] is True
    existing = options(desk, form_refused=True, stage="existing").answer
    assert (existing["not_treated"], existing["may_refuse"]) == (False, True)


def test_an_ordinary_ground_that_is_met_decides_first(desk):
    met = options(desk, ordinary_grounds=[{"code": "zoning", "met": True}]).answer
    assert met["may_refuse"] is True


@pytest.mark.parametrize(
    "changes",
    [
        {"decision": "pardon"}, {"danger_a": "high"}, {"art_3_6": "no"}, {"today": "soon"},
        {"ordinary_grounds": [{"code": "x"}]}, {"score": 7},
    ],
)  # fmt: skip
def test_a_question_that_makes_no_sense_is_refused(desk, changes):
    outcome = options(desk, **changes)
    assert outcome.code == 2
    assert outcome.refusal["where"]


def test_a_reader_is_told_in_words(desk):
    outcome = desk.run("rules", "options", "-", typed=json.dumps(QUESTION).encode())
    assert "may_grant: yes" in outcome.out
    assert "may_refuse: no" in outcome.out
    assert not (desk.home / "var").exists()  # the law needs no database


def test_a_jurisdiction_is_looked_over_before_it_is_used(desk, tmp_path):
    assert "In order" in desk.run("rules", "check").out
    answer = desk.run("rules", "check", str(VESTERLAND), "--json").answer
    assert ("scope" in answer["own"], "phrases" in answer["borrowed"]) == (True, True)
    folder = shutil.copytree(VESTERLAND, tmp_path / "v")
    file = folder / "scope.toml"
    file.write_text(file.read_text("utf-8").replace('"licence"', '"gift"'), "utf-8")
    outcome = desk.run("rules", "check", str(folder))
    assert (outcome.code, outcome.out) == (1, "")
    assert "scope.toml, row 1 decision" in outcome.err
    refusal = desk.run("rules", "check", str(folder), "--json").refusal
    assert refusal["where"]["slips"][0]["file"] == "scope.toml"
    assert desk.run("rules", "check", "be").code == 2


def test_a_mistyped_code_in_rows_over_ours_is_seen(desk, tmp_path):
    folder = shutil.copytree(VESTERLAND, tmp_path / "v")
    (folder / "support_terms.toml").write_text(
        (FOLDER / "support_terms.toml")
        .read_text("utf-8")
        .replace('code = "REFLECTION"', 'code = "REFLEX"')
        .replace("[defaults]", 'over = "nl"\n\n[defaults]', 1),
        "utf-8",
    )
    found = {
        row["table"]: row
        for row in desk.run("rules", "check", str(folder), "--json").answer["over"]
    }
    assert found["support_terms"]["new"] == ["REFLEX"]
    assert found["support_terms"]["changed"] == ["REFLECTION-DUBLIN"]
    assert "support_terms over nl: changed REFLECTION-DUBLIN; new REFLEX." in (
        desk.run("rules", "check", str(folder)).out
    )
