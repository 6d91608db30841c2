"""What becomes of a signal: accepted with a case and a clock, or gone with a certificate."""

from pathlib import Path

import pytest
from sqlalchemy import select

from bureau.errors import AccessDenied, Invalid, NotAllowed
from bureau.model import Base, Event, EventValue, Partnership, Signal, SignalCertificate
from bureau.operations import signal_outcomes, signal_steps, signals
from bureau.operations.case_files import read_case
from tests.bureau.operations.reporting import Report, add_second
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


@pytest.fixture
def report(work_of, actors, sessions):
    return Report(work_of, actors, add_second(sessions))


def test_an_accepted_signal_opens_a_case_in_phase_1_and_starts_the_clock(report):
    case_id = report.to_tested().answer().accept()
    assert report.state() == "accepted"
    with report.by("coordinator") as work:
        kept = work.session.scalars(select(Partnership)).one()
        assert (kept.case_id, kept.involved) == (case_id, ["havermonde", "police", "tax"])
        assert kept.first_processing_at.date() == work.today
        assert read_case(work, case_id).plain("en")["state"] == "P1"
    with report.by("tax") as work:
        assert signals.read_signal(work, report.id).line.opened_id == case_id
        assert read_case(work, case_id)


def test_every_test_of_the_law_has_to_be_met_and_answered(report):
    report.to_tested()
    with pytest.raises(NotAllowed) as refused:
        report.accept()
    assert refused.value.where["basis"] == "BGS 2.16(1)(a)"
    report.answer(D="no")
    with pytest.raises(NotAllowed) as refused:
        report.accept()
    assert refused.value.where["basis"] == "BGS 2.16(1)(d)"


@pytest.mark.parametrize("involved", [("police",), ("police", "port"), ("police", "unknown")])
def test_only_participants_are_involved_and_more_than_one(report, involved):
    report.to_tested().answer()
    with pytest.raises(Invalid) as refused:
        report.accept(involved)
    assert "WGS 2.19" in refused.value.where["basis"]


def test_of_a_rejected_signal_nothing_stays_but_counts_and_a_certificate(report, sessions, engine):
    report.to_tested().answer(A="no").close(words="Seen once, by one person.")
    assert report.state() == "destroyed"
    with report.by("police") as work:
        view = signals.read_signal(work, report.id)
        assert view.certificate.counts == {
            "subjects": 2, "texts": 6, "answers": 9, "declarations": 2, "doubles": 0
        }  # fmt: skip
        assert (view.line.outcome, view.line.reason.code) == ("rejected", "NO_INDICATION")
        assert (view.signal.facts, view.subjects) == ("", ())
    with sessions() as session:
        told = "".join(
            f"{row.facts} {row.changes}" for row in session.scalars(select(Event))
        ) + "".join(str(row.values) for row in session.scalars(select(EventValue)))
    for words in ("Kompas", "69599084", "Voorbeeld", "Four shops", "Seen once", "as the facts say"):
        assert words not in told
    engine.dispose()
    assert b"Kompas" not in Path(engine.url.database).read_bytes()


def test_an_unlike_reason_is_refused_and_a_returned_signal_can_be_mended(report):
    report.to_tested().answer()
    with pytest.raises(Invalid):
        report.close("rejected", "OTHER_REGION")
    report.close("returned", "UNCLEAR", "On which days?")
    with report.by("police") as work:
        view = signals.read_signal(work, report.id)
        assert view.steps[-1].words == "On which days?"
        signal_steps.reopen_signal(work, report.id, view.signal.version)
    assert report.state() == "draft"
    with report.by("coordinator") as work, pytest.raises(AccessDenied):
        signals.read_signal(work, report.id)


def test_a_referred_signal_is_destroyed_too(report):
    report.to_tested().answer(E="no").close("referred", "OTHER_REGION", "The bureau of the Delta.")
    assert report.state() == "destroyed"


def test_doubles_are_shown_side_by_side_and_joined_by_a_person(report, work_of, actors):
    report.to_submitted()
    other = Report(work_of, actors, report.second, subject="Kompas Belhuis; kvk 69599084")
    other.to_submitted().declare().invite()
    with other.by("coordinator") as work:
        with pytest.raises(NotAllowed) as refused:
            signal_steps.begin_test(work, other.id, other.version())
        assert refused.value.where["guard"] == "doubles"
    with other.by("coordinator") as work:
        double = signals.read_signal(work, other.id).doubles[0]
        assert (double.id, bool(double.pro), double.judged) == (report.id, True, None)
        signal_outcomes.judge_double(work, other.id, report.id, "the same shop", joined=True)
    with other.by("police") as work:
        assert signals.read_signal(work, other.id).doubles == ()
    report.declare().invite()
    with report.by("coordinator") as work:
        signal_steps.begin_test(work, report.id, report.version())
    case_id = report.declare("tax").answer().accept()
    with other.by("coordinator") as work:
        joined = work.session.get_one(Signal, other.id)
        assert (joined.state, joined.opened_id) == ("accepted", case_id)


def test_certificates_name_nobody(engine):
    columns = Base.metadata.tables[SignalCertificate.__tablename__].columns.keys()
    assert {"facts", "subjects", "words"} & set(columns) == set()
