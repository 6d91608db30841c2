"""A partnership case in which several bodies give and ask, in a few lines, for the tests of it."""

from sqlalchemy import select

from bureau.errors import BureauError
from bureau.model import AgreementParty, Case, Organisation, Record
from bureau.operations import disclosures, sharing_requests, stances
from bureau.operations.disclosures import Wanted
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import CaseKind, Credibility, RecordKind
from tests.bureau.operations.place import add_source, open_case

GIVEN = {
    "category": "SUPERVISION",
    "way": "JOIN",
    "says": "Two warnings about the warehouse.",
    "purpose": "weighing a closure",
    "necessity": "without it the question cannot be answered",
    "secrecy": True,
}


class Desk:
    """A case of the coordinator with police, tax, customs and mayor as members, in phase 2."""

    def __init__(self, work_of, actors, phase="P2", kind=CaseKind.PARTNERSHIP):
        self.work_of, self.actors = work_of, actors
        logins = ("police", "prosecutor", "tax", "customs", "mayor", "port")
        others = [getattr(actors, login) for login in logins]
        owner = "coordinator" if kind is CaseKind.PARTNERSHIP else "officer"
        with self.by(owner) as work:
            around = others if kind is CaseKind.PARTNERSHIP else []
            self.case = open_case(work, *around, kind=kind, title="De Kade")
            work.session.flush()
            self.codes = {
                login: work.session.get_one(
                    Organisation, getattr(actors, login).organisation_id
                ).code
                for login in (*logins, "coordinator")
            }
        if kind is CaseKind.PARTNERSHIP:
            self.phase(phase)

    def by(self, login):
        return self.work_of(getattr(self.actors, login))

    def phase(self, phase):
        """Put the case in a phase."""
        with self.by("coordinator") as work:
            case = work.session.get_one(Case, self.case)
            case.state = phase
            work.record(EventKind.CASE_STEPPED, case)

    def wanted(self, giver, recipient, **said):
        """A disclosure between the bodies of two people."""
        ends = {"giver": self.codes[giver], "recipient": self.codes[recipient]}
        return Wanted(**{**GIVEN, **ends, **said})

    def give(self, giver, recipient, **said):
        """Give by the usual way; the id and version."""
        with self.by(said.pop("by", giver)) as work:
            row = disclosures.disclose(work, self.case, self.wanted(giver, recipient, **said))
            return row.id, row.version

    def refused(self, giver, recipient, **said):
        """What somebody hears who may not give this; a test fails where it goes."""
        try:
            self.give(giver, recipient, **said)
        except BureauError as refusal:
            return refusal
        raise AssertionError("It went.")

    def ask(self, asker, asked, category="TAX", way="JOIN"):
        """Ask for something; the id and version of the request."""
        with self.by(asker) as work:
            row = sharing_requests.ask(
                work,
                self.case,
                self.codes[asked],
                category,
                way,
                "Is there a debt?",
                purpose="weighing",
                necessity="nobody else knows",
            )
            return row.id, row.version

    def stance(self, login, objects, recipient=""):
        """Object or consent; the id and version."""
        with self.by(login) as work:
            code = self.codes[recipient] if recipient else ""
            row = stances.take_stance(work, self.case, code, objects, "because")
            return row.id, row.version

    def record(self, handling="H0", login="coordinator", amount=10000):
        """A deposit in the case; its key and id."""
        with self.by(login) as work:
            source = add_source(work, self.case)
            row = Record(
                case_id=self.case,
                kind=RecordKind.DEPOSIT,
                key=f"k{handling}{amount}",
                amount_minor=amount,
                fields={},
                handling=handling,
                learnt_from_id=source,
                credibility=Credibility.PROBABLE,
            )
            work.session.add(row)
            work.record(EventKind.RECORD_ADDED, row)
            return f"record:{row.id}", row.id


def leave_agreement(desk, login):
    """The organisation of `login` is no party any more."""
    with desk.by("coordinator") as work:
        body = getattr(desk.actors, login).organisation_id
        query = select(AgreementParty).where(AgreementParty.organisation_id == body)
        for row in work.session.scalars(query):
            row.signed_on = None
            work.record(EventKind.AGREEMENT_CHANGED, row.agreement)
