"""Statements with their sources, leads with their explanations, and never a conclusion."""

import pytest
from sqlalchemy import select

from bureau.errors import NotAllowed
from bureau.model import Hit, IndicatorAnswer, Payment, Record
from bureau.rules.vocabulary import Credibility, Language, RecordKind, Reliability, Track
from reports.assembly import findings
from reports.assembly.criminal import criminal
from reports.values.findings import Answer
from tests.reports.assembly.rich import BOTH


def test_a_statement_that_only_a_withheld_source_carries_is_left_out(made):
    dossier = made(Track.CRIMINAL)
    assert [row.number for row in dossier.statements] == [1, 3, 4]
    assert all(row.sources for row in dossier.statements)


def test_a_statement_with_two_sources_names_the_one_that_goes_along(made):
    [row] = [row for row in made(Track.CRIMINAL).statements if row.number == 3]
    assert row.sources == (1,)
    assert row.credibility is Credibility.POSSIBLE  # the second source is not there to see


def test_a_statement_is_as_reliable_as_its_weakest_source(rich):
    with rich.file() as file:
        two = findings.kept(file)[0]
        two.sources.append(type(two.sources[0])(case_id=rich.id, source_id=rich.form))
        [row] = [one for one in findings.statements(file) if one.number == two.number]
        assert (row.reliability, row.sources) == (Reliability.C, (1, 2))
        assert row.credibility is Credibility.POSSIBLE  # both came from the applicant


def test_only_a_source_of_another_origin_makes_a_statement_probable(rich):
    with rich.file() as file:
        two = findings.kept(file)[0]
        two.sources.append(type(two.sources[0])(case_id=rich.id, source_id=rich.form))
        file.sources[rich.form].origin = "Kadaster"
        [row] = [one for one in findings.statements(file) if one.number == two.number]
        assert row.credibility is Credibility.PROBABLE
        file.sources[rich.form].sha256 = file.sources[rich.source].sha256 = "a" * 64
        [row] = [one for one in findings.statements(file) if one.number == two.number]
        assert row.credibility is Credibility.POSSIBLE  # one paper that came two ways


def test_the_summary_rests_on_statements_and_says_what_is_unknown(made):
    summary = made(Track.CRIMINAL).summary
    assert [row.statements for row in summary.indications] == [(1,), (3,)]
    assert summary.unknown


@pytest.mark.parametrize(("handling", "leads"), [("H0", 1), ("H1", 0), ("H2", 0)])
def test_a_lead_goes_along_as_far_as_the_handling_code_of_its_records_lets_it(
    rich, handling, leads
):
    with rich.file() as file:
        held = {"case_id": rich.id, "learnt_from_id": rich.source, "withdrawn": ""}
        row = Record(kind=RecordKind.TAKINGS, key="t", fields={}, handling=handling, **held)
        file.work.session.add(row)
        with file.work.session.no_autoflush:
            hit = next(each for each in file.hits if each.code == rich.kept)
        file.work.session.flush()
        hit.evidence = [*hit.evidence, str(row.id)]
        assert len(findings.exculpatory(file).hits) == leads


@BOTH
@pytest.mark.parametrize("track", [Track.CRIMINAL, Track.ADMINISTRATIVE])
def test_no_criminal_provision_is_attached_to_what_was_found(made, track, language):
    told = repr(made(track, language))
    assert "420bis" not in told
    assert "art. 420" not in told


def test_a_carried_question_stays_unknown(rich):
    with rich.file() as file:
        rows = file.rows.all(IndicatorAnswer)
        rows[0].status = "carried"
        [asked] = findings.summary(file).unknown
        assert asked.endswith("?")


def test_only_a_retained_lead_stands_on_the_sheet_with_every_answer(made, rich):
    sheet = made(Track.CRIMINAL).exculpatory
    [hit] = sheet.hits
    assert hit.hit_id == rich.kept
    assert hit.sources == (4,)
    assert [one.answer for one in hit.explanations] == [Answer.EXCLUDED] * len(hit.explanations)
    assert len(hit.explanations) >= 2
    assert all(one.by == "Officer" and one.sources == (1,) for one in hit.explanations)


def test_what_speaks_against_a_statement_stands_on_the_sheet(made):
    [row] = made(Track.CRIMINAL).exculpatory.circumstances
    assert row.text == "Er is spaargeld."
    assert row.reason == "tegenover vaststelling 1"


def test_a_lead_that_rests_on_a_withheld_source_does_not_go_along(rich):
    with rich.file() as file:
        payment = file.work.session.scalars(
            select(Payment).where(Payment.case_id == rich.id, Payment.external_id == "r2")
        ).one()
        payment.learnt_from_id = rich.secret
        assert findings.exculpatory(file).hits == ()


@BOTH
def test_what_was_seen_is_said_in_words(made, language):
    [hit] = made(Track.CRIMINAL, language).exculpatory.hits
    assert ("1 mei 2024" if language is Language.NL else "1 May 2024") in hit.seen
    assert ("€ 10.000,00" if language is Language.NL else "€10,000.00") in hit.seen


def test_a_pattern_can_be_repeated_from_what_is_printed(made, rich):
    [run] = made(Track.CRIMINAL).patterns
    assert (run.pattern_id, run.hits_kept, run.complete) == ("UB-03", 1, True)
    [told] = run.rejected
    assert (run.hits_rejected, told.startswith("treffer "), rich.let_go in told) == (1, True, False)
    assert told.endswith(": Terugbetaling.")
    assert dict(run.parameters)["N_days"].startswith("14 dagen. ")
    assert run.subjects_tried > 0
    assert run.base_rate
    assert run.purpose == "herkomst van het geld"
    assert run.started_by == "Officer"


def test_a_lead_nobody_judged_keeps_the_dossier_in(rich):
    with rich.file() as file:
        row = file.work.session.scalars(select(Hit).where(Hit.code == rich.let_go)).one()
        row.status = "new"
        assert [hit.code for hit in findings.open_leads(file)] == [rich.let_go]
        with pytest.raises(NotAllowed, match="1 leads have not been judged") as stop:
            criminal(file, rich.order(track=Track.CRIMINAL))
        assert stop.value.where["guard"] == "innocent explanations answered"


def test_an_explanation_without_an_answer_keeps_it_in_too(rich):
    with rich.file() as file:
        row = next(hit for hit in file.hits if hit.code == rich.kept).innocents[0]
        row.by, row.by_id, row.at = None, None, None
        with pytest.raises(NotAllowed, match="has not been answered"):
            criminal(file, rich.order(track=Track.CRIMINAL))


def test_an_explanation_is_excluded_on_evidence_only(rich):
    with rich.file() as file:
        row = next(hit for hit in file.hits if hit.code == rich.kept).innocents[0]
        row.source_id = rich.secret
        with pytest.raises(NotAllowed, match="only be excluded on evidence"):
            criminal(file, rich.order(track=Track.CRIMINAL))
