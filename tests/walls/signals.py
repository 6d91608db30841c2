"""Signals of one side of the walls, one for each state in which something is done with them."""

from types import SimpleNamespace
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from bureau.model import Signal
from bureau.operations import signal_outcomes, signal_steps, signals
from bureau.operations.signals import Told
from bureau.rules.signals import DISINTERESTED, MUST, signal_tests
from bureau.work import begin
from tests.conftest import NOW

SIDES = {
    "main": ("officer", "second", "coordinator", "tax", "havermonde"),
    "away": ("outsider", "away-second", "away-coordinator", "away-tax", "elsewhere"),
}
DRAFT, CHECKED, DOUBLE, READY, TESTED = "draft", "checked", "double", "ready", "tested"
WANTED = {
    **dict.fromkeys(("signals.change", "signals.check"), DRAFT),
    **dict.fromkeys(("signals.submit", "signals.reopen"), CHECKED),
    "signal_desk.begin": READY,
    **{f"signal_desk.{act}": TESTED for act in ("answer", "accept", "close")},
}
SUBJECTS = {READY: "Loods Veertien", TESTED: "Garage De Wissel", DRAFT: "Concept", CHECKED: "Kade"}
ROADS = (DRAFT, CHECKED, DOUBLE, DOUBLE, READY, TESTED)


def furnish(factory: sessionmaker[Session], actors: Any, side: str) -> None:
    """Report signals on this side and take each as far as its acts need."""
    by = SimpleNamespace(
        **dict(zip(("reporter", "reader", "desk", "tester"), SIDES[side], strict=False))
    )

    def work(login: str) -> Any:
        return begin(factory, actors[login], NOW, purpose="building")

    for road in ROADS:
        with work(by.reporter) as at:
            key = signals.report_signal(at, SIDES[side][4], _told(road, side)).id
        for login, act in _acts(road, by):
            with work(login) as at:
                act(at, key, at.session.get_one(Signal, key).version)


def _told(road: str, side: str) -> Told:
    subject = SUBJECTS.get(road, "Dubbel B.V.; kvk 69599084")
    fields = ("facts", "observation")
    seen = dict.fromkeys(fields, f"Fictional {road} of {side}.")
    return Told(
        form="4", observed_on=NOW.date(), source="own", ground=road, subject=subject, **seen
    )


def _acts(road: str, by: Any) -> Any:
    if road == DRAFT:
        return
    yield by.reader, lambda at, key, now: signal_steps.check_signal(at, key, now, "Looked up.")
    if road == CHECKED:
        return
    yield by.reporter, signal_steps.submit_signal
    if road == DOUBLE:
        return
    yield by.desk, lambda at, key, _: signal_steps.declare_interest(at, key, DISINTERESTED)
    yield by.desk, lambda at, key, _: signal_steps.invite_tester(at, key, by.tester)
    if road == TESTED:
        yield by.desk, signal_steps.begin_test
        yield by.tester, lambda at, key, _: signal_steps.declare_interest(at, key, DISINTERESTED)
        yield by.desk, _answered


def _answered(at: Any, key: UUID, _: int) -> None:
    for row in signal_tests().on(at.today):
        said = "yes" if row.kind == MUST else "for"
        signal_outcomes.answer_test(at, key, row.code, said, "as it is")


def first(session: Session, endpoint: str, house: UUID) -> UUID | None:
    """The signal of this house that an address takes."""
    wanted = WANTED.get(endpoint, DOUBLE)
    rows = session.scalars(select(Signal).where(Signal.organisation_id == house)).unique()
    return next((row.id for row in rows if row.ground == wanted), None)
