import json
import shutil
import tomllib
from datetime import date
from pathlib import Path

import pytest

from bureau.errors import Invalid, NotFound, OutOfOrder
from bureau.rules import (
    access,
    agreements,
    areas,
    barriers,
    calendar,
    categories,
    clearances,
    clusters,
    conditions,
    danger_grounds,
    deadlines,
    duties,
    evaluation,
    export_quota,
    figures,
    grading,
    grounds,
    guards,
    handling,
    house_terms,
    indicators,
    insider_rules,
    letters,
    mandates,
    measures,
    meeting,
    names,
    need_to_know,
    ordinary_grounds,
    packs,
    partners,
    patterns,
    phases,
    phrases,
    plans,
    power_map,
    powers,
    procedure,
    questionnaire,
    records,
    referral_texts,
    regimes,
    related,
    requests,
    retention,
    roles,
    scope,
    sharing,
    shelf,
    signals,
    sources,
    support,
    support_parts,
    survey,
    suspension,
    tables,
    telling,
    worksheets,
)
from bureau.rules.tables import Row, load, table

FOLDER = Path(scope.__file__).parent / "jurisdictions" / "nl"
DAY = date(2026, 11, 20)
HEAD = '[defaults]\nbasis = "act"\nsource = "S1"\nmark = "V"\nvalid_from = 2020-01-01\n'

KINDS = {
    "area_blocks": areas.AreaBlock,
    "power_subjects": power_map.PowerSubject,
    "powers": powers.Power,
    "agreement_items": agreements.ChecklistItem,
    "atw": deadlines.Limit,
    "barrier_leads": barriers.LeadRow,
    "barrier_models": barriers.ModelRow,
    "barrier_steps": barriers.StepRow,
    "barriers": barriers.BarrierRow,
    "clusters": clusters.Cluster,
    "conditions": conditions.ConditionRow,
    "certainties": grading.CertaintyWord,
    "certainty_rules": grading.CertaintyRule,
    "duties_to_tell": telling.TellDuty,
    "export_limits": access.ExportLimit,
    "person_requests": access.RequestKind,
    "records": records.RecordRow,
    "regimes": regimes.Regime,
    "related": related.SameBy,
    "request_refusals": requests.RequestRefusal,
    "retention": retention.RetentionClass,
    "clearances": clearances.ClearanceKind,
    "data_categories": categories.Category,
    "data_sources": sources.InformationSource,
    "deadlines": deadlines.Deadline,
    "designated_days": calendar.DesignatedDay,
    "documents": questionnaire.Document,
    "duties": duties.Duty,
    "evaluation": evaluation.EvaluationRow,
    "partnership_conditions": evaluation.ConditionRow,
    "figures": figures.FigureKind,
    "grades": grading.Grade,
    "grounds": danger_grounds.Ground,
    "handling": handling.HandlingCode,
    "guards": guards.Guard,
    "holidays": calendar.Holiday,
    "house_terms": house_terms.HouseTerm,
    "alert_verdicts": insider_rules.AlertVerdict,
    "insider_rules": insider_rules.InsiderRule,
    "look_purposes": need_to_know.LookPurpose,
    "need_to_know": need_to_know.LookLimit,
    "export_quota": export_quota.ExportQuota,
    "indicators": indicators.Indicator,
    "letter_fields": letters.LetterField,
    "letter_limits": letters.LetterLimit,
    "letters": letters.LetterKind,
    "agenda_points": meeting.AgendaPoint,
    "meeting_quorum": meeting.Quorum,
    "meeting_tracks": meeting.Track,
    "meeting_decisions": meeting.DecisionType,
    "meeting_requirements": meeting.Requirement,
    "meeting_states": meeting.MeetingState,
    "names": names.NameWords,
    "option_texts": grounds.OptionText,
    "ordinary_grounds": ordinary_grounds.OrdinaryRow,
    "organs": mandates.Organ,
    "outcomes": grounds.Outcome,
    "partner_roles": partners.PartnerRoles,
    "partners": partners.PartnerKind,
    "patterns_agents": patterns.Pattern,
    "patterns_cash": patterns.Pattern,
    "patterns_property": patterns.Pattern,
    "patterns_settlement": patterns.Pattern,
    "patterns_structure": patterns.Pattern,
    "patterns_trade": patterns.Pattern,
    "penalty_rates": deadlines.PenaltyRate,
    "phrases": phrases.Phrase,
    "questionnaire": questionnaire.Section,
    "roles": roles.PartyRole,
    "scope": scope.Scope,
    "sharing": sharing.Way,
    "sharing_conditions": sharing.Condition,
    "sharing_refusals": sharing.Refusal,
    "states": procedure.State,
    "support_states": support.SupportState,
    "support_terms": deadlines.Limit,
    "suspensions": suspension.SuspensionRule,
    "transitions": procedure.Transition,
    "measures": measures.MeasureKind,
    "phases": phases.PhaseGate,
    "plan_requirements": plans.PlanRequirement,
    "signal_forms": signals.SignalForm,
    "signal_reasons": signals.SignalReason,
    "signal_requirements": signals.SignalRequirement,
    "signal_states": signals.SignalState,
    "signal_tests": signals.SignalTest,
    "referral_words": referral_texts.NeverTold,
    "support_alarms": support_parts.Alarm,
    "support_parts": support_parts.Part,
    "support_purposes": support_parts.Purpose,
    "survey_limits": survey.SurveyLimit,
    "survey_questions": survey.SurveyQuestion,
    "worksheets": worksheets.Question,
}

COUNTS = {
    "scope": 26,
    "states": 26,
    "transitions": 51,
    "deadlines": 20,
    "suspensions": 7,
    "roles": 17,
    "questionnaire": 16,
    "documents": 26,
    "indicators": 64,
    "data_sources": 15,
    "partners": 23,
    "evaluation": 20,
    "meeting_states": 7,
    "support_states": 11,
}

# Rows of our own, behind those of the source tables: ways back, terms of a court and of the WGS.
OWN = {"transitions": ("T46", "T47", "T48", "T49", "T50", "T51"), "deadlines": ("DL19", "DL20")}


def write(tmp_path, rows, head=HEAD):
    file = tmp_path / "sample.toml"
    file.write_text(head + rows, "utf-8")
    return file


def test_every_table_file_has_a_kind_and_loads():
    known = packs.kinds()
    assert {file.stem for file in FOLDER.glob("*.toml")} == set(known)
    for name, kind in known.items():
        assert table(name, kind).name == name


@pytest.mark.parametrize("name, count", COUNTS.items())
def test_the_tables_are_complete(name, count):
    assert len(table(name, KINDS[name]).codes()) == count
    assert len(table(name, KINDS[name]).on(DAY)) == count


@pytest.mark.parametrize(
    "name, key",
    [
        ("scope", "code"),
        ("states", "code"),
        ("transitions", "id"),
        ("deadlines", "id"),
        ("suspensions", "id"),
        ("roles", "code"),
        ("questionnaire", "code"),
        ("documents", "code"),
        ("indicators", "id"),
        ("data_sources", "code"),
    ],
)
def test_the_codes_are_those_of_the_source_tables(name, key):
    file = Path(__file__).parents[3] / f"../shared/domain/tables/screening/{name}.json"
    if not file.exists():
        pytest.skip("the source tables are not here")
    rows = json.loads(file.read_text("utf-8"))
    own = OWN.get(name, ())
    assert table(name, KINDS[name]).codes() == (*(row[key] for row in rows), *own)


@pytest.mark.parametrize("name", KINDS)
def test_both_languages_say_something(name):
    raw = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
    seen = list(texts(raw))
    assert all(text["nl"] and text["en"] for text in seen)


def texts(value):
    if isinstance(value, dict):
        if value.keys() == {"nl", "en"}:
            yield value
        else:
            for inner in value.values():
                yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)


def test_rows_are_found_by_date(tmp_path):
    rows = '[[rows]]\ncode = "A"\nvalid_to = 2020-12-31\n[[rows]]\ncode = "A"\n'
    rows += 'valid_from = 2021-01-01\nsource = "S2"\n'
    found = load(write(tmp_path, rows), Row)
    assert found.row("A", date(2020, 12, 31)).source == "S1"
    assert found.row("A", date(2021, 1, 1)).source == "S2"
    assert found.find("A", date(2019, 12, 31)) is None
    assert found.codes() == ("A",)
    with pytest.raises(NotFound) as refused:
        found.row("B", DAY)
    assert refused.value.where == {"table": "sample", "code": "B", "on": "2026-11-20"}


@pytest.mark.parametrize(
    "rows, field",
    [
        ('[[rows]]\ncode = "A"\n[[rows]]\ncode = "A"\n', "valid_from"),
        ('[[rows]]\ncode = "A"\nvalid_to = 2019-01-01\n', "valid_to"),
        ('[[rows]]\ncode = "A"\nbasis = ""\n', "basis"),
        ('[[rows]]\ncode = "A"\nstrange = 1\n', "strange"),
        ("[[other]]\nx = 1\n", "other"),
        ("", "rows"),
    ],
)
def test_a_wrong_table_is_refused(tmp_path, rows, field):
    with pytest.raises(OutOfOrder) as refused:
        load(write(tmp_path, rows), Row)
    assert refused.value.where["field"] == field


@pytest.mark.parametrize("content", [b"rows = ", b"\xff\xfe"])
def test_an_unreadable_table_is_refused(tmp_path, content):
    (tmp_path / "broken.toml").write_bytes(content)
    with pytest.raises(OutOfOrder, match=r"broken\.toml"):
        load(tmp_path / "broken.toml", Row)


def test_a_missing_table_is_refused(tmp_path):
    with pytest.raises(OutOfOrder, match=r"absent\.toml"):
        load(tmp_path / "absent.toml", Row)


def test_a_table_may_say_that_it_holds_nothing(tmp_path):
    assert load(write(tmp_path, "", head="rows = []\n"), Row).rows == ()


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """A second jurisdiction with one state, beside our own."""
    monkeypatch.setattr(shelf, "shelf", lambda: tmp_path)
    shutil.copytree(FOLDER, tmp_path / "nl")
    shutil.copytree(FOLDER, tmp_path / "xx")
    holidays_there = tmp_path / "xx" / "holidays.toml"
    holidays_there.write_text("rows = []\n", "utf-8")
    yield tmp_path
    tables.use(tables.HOME)


def test_the_jurisdiction_that_is_chosen_gives_the_rows(elsewhere):
    christmas = date(2026, 12, 25)
    assert calendar.closed(christmas)
    tables.use("xx")
    assert not calendar.closed(christmas)
    tables.use("nl")
    assert calendar.closed(christmas)


def test_rows_may_stand_over_those_of_home(tmp_path):
    file = tmp_path / "scope.toml"
    row = tomllib.loads((FOLDER / "scope.toml").read_text("utf-8"))["rows"][1]
    said = 'basis = "act"\nsource = "S1"\nmark = "V"\nname = { nl = "x", en = "y" }\n'
    said += 'decision = "licence"\nform = "beschikking"\nauthority = { nl = "a", en = "b" }\n'
    said += "valid_from = 2020-01-01\n"
    rows = "".join(f'[[rows]]\ncode = "{code}"\n{said}' for code in (row["code"], "NEW"))
    file.write_text('over = "nl"\n' + rows, "utf-8")
    found = load(file, scope.Scope)
    assert found.codes() == (*scope.scopes().codes(), "NEW")
    assert found.row(row["code"], DAY).name.nl == "x"
    file.write_text('over = "be"\nrows = []\n', "utf-8")
    with pytest.raises(OutOfOrder, match="over"):
        load(file, scope.Scope)


@pytest.mark.parametrize("name", ["be", "", "NL", "..", "nl/holidays.toml"])
def test_a_jurisdiction_without_rows_is_refused_with_those_there_are(name):
    with pytest.raises(Invalid) as refusal:
        tables.use(name)
    assert refusal.value.where == {"setting": "BUREAU_JURISDICTION"}
    assert refusal.value.params["names"] == "nl"
