"""Signals in a few lines, for the tests of what is reported to a partnership."""

from dataclasses import replace
from datetime import date, timedelta

from bureau.entry import actor_of
from bureau.model import Organisation, Signal, User, UserRole
from bureau.operations import signal_outcomes, signal_steps, signals
from bureau.operations.signals import Told
from bureau.rules.signals import MUST, signal_tests
from bureau.rules.vocabulary import Role
from tests.conftest import NOW

TOLD = Told(
    form="4",
    facts="Four shops, no customers, and every week a bag of cash.",
    observation="Seen on three afternoons from the street.",
    observed_on=date(2026, 2, 20),
    source="own supervision",
    ground="Politiewet 3",
    subject="Belhuis Kompas B.V.; kvk 69599084\nJan Voorbeeld",
)
DAY = NOW.date()


def add_second(sessions, role=Role.POLICE, code="police"):
    """A colleague of a reporter, who reads what the other wrote."""
    with sessions.begin() as session:
        body = session.query(Organisation).filter_by(code=code).one()
        user = User(login=f"{code}.second", name="Second", organisation=body)
        user.roles = [UserRole(role=role)]
        session.add(user)
        session.flush()
        session.refresh(user)
        return actor_of(user)


class Report:
    """One signal of the police to Havermonde, and how far it is."""

    def __init__(self, work_of, actors, second, told=TOLD, **said):
        self.work_of, self.actors, self.second = work_of, actors, second
        with self.by("police") as work:
            self.id = signals.report_signal(work, "havermonde", replace(told, **said)).id

    def by(self, login, days=0):
        who = self.second if login == "second reader" else getattr(self.actors, login)
        return self.work_of(who, NOW + timedelta(days=days))

    def version(self):
        with self.by("police") as work:
            return work.session.get_one(Signal, self.id).version

    def state(self):
        with self.by("police") as work:
            return work.session.get_one(Signal, self.id).state

    def to_submitted(self):
        with self.by("second reader") as work:
            words = "Asked after in the register and by a colleague."
            signal_steps.check_signal(work, self.id, self.version(), words)
        with self.by("police") as work:
            signal_steps.submit_signal(work, self.id, self.version())
        return self

    def declare(self, login="coordinator", declaration="no_interest", interest=""):
        with self.by(login) as work:
            signal_steps.declare_interest(work, self.id, declaration, interest)
        return self

    def invite(self, login="tax"):
        with self.by("coordinator") as work:
            signal_steps.invite_tester(work, self.id, login)
        return self

    def to_tested(self):
        self.to_submitted().declare().invite()
        with self.by("coordinator") as work:
            signal_steps.begin_test(work, self.id, self.version())
        return self.declare("tax")

    def answer(self, login="tax", **other):
        with self.by(login) as work:
            for row in signal_tests().on(DAY):
                said = other.get(row.code, "yes" if row.kind == MUST else "for")
                signal_outcomes.answer_test(work, self.id, row.code, said, "as the facts say")
        return self

    def accept(self, involved=("police", "tax", "havermonde")):
        with self.by("coordinator") as work:
            title = "Telefoonwinkels"
            case = signal_outcomes.accept_signal(work, self.id, self.version(), title, involved)
            return case.id

    def close(self, outcome="rejected", reason="NO_INDICATION", words=""):
        with self.by("coordinator") as work:
            signal_outcomes.close_signal(work, self.id, self.version(), outcome, reason, words)
        return self
