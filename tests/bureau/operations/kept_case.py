"""A joint case full of words about people, and the day on which its term is over."""

from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import select

from bureau.model import Base, Case, Meeting
from bureau.operations import (
    agenda_items,
    contributions,
    destructions,
    disclosures,
    documents,
    meetings,
    members,
    notes,
    parties,
    phases,
    sharing_requests,
)
from bureau.operations.agenda_items import Wanted
from bureau.operations.contributions import Brought
from bureau.operations.sources import Learnt
from bureau.rules.events import EventKind
from tests.bureau.operations.place import add_source
from tests.bureau.operations.reporting import TOLD, Report
from tests.conftest import NOW

# Every text that names or describes somebody bears this word, so that it can be looked for.
MARK = "Zwartewaal"
LAST = datetime(2031, 3, 2, 10, tzinfo=UTC)
OVER = datetime(2031, 3, 3, 10, tzinfo=UTC)


class KeptCase:
    """A case that came of a signal, with a party, papers, a meeting and things given and asked."""

    def __init__(self, work_of, actors, second):
        self.work_of, self.actors = work_of, actors
        words = {"facts": f"Cash of {MARK}.", "observation": f"{MARK} was seen."}
        told = replace(TOLD, subject=f"Jan {MARK}", source=f"neighbour {MARK}", **words)
        report = Report(work_of, actors, second, told).to_tested().answer()
        self.signal, self.id = report.id, report.accept()
        with self.by("coordinator") as work:
            members.share_case(work, self.id, "second", "second reader", "four eyes")
            case = work.session.get_one(Case, self.id)
            case.title, case.regime_reason = f"Telefoonwinkel {MARK}", f"about {MARK}"
            self.reference = case.reference
            work.record(EventKind.CASE_CHANGED, case)
            phases.enter_phase(work, self.id, "P2", f"{MARK} is needed", ("police", "tax"))
            notes.add_note(work, self.id, f"{MARK} called.")
            source = add_source(work, self.id, title=f"Uittreksel {MARK}")
            parties.record_person(
                work, self.id, Learnt(source), family_name=MARK, given_names="Jan"
            )
            documents.add_document(
                work, self.id, "a.txt", f"about {MARK}".encode(), title=f"Over {MARK}", kind="D"
            )
        self._meet()
        self._share()

    def by(self, login, now=NOW):
        return self.work_of(getattr(self.actors, login), now)

    def _meet(self):
        with self.by("coordinator") as work:
            meeting = meetings.plan_meeting(
                work,
                self.id,
                f"Overleg {MARK}",
                work.today,
                f"bij {MARK}",
                f"over {MARK}",
                "police",
            )
            item = agenda_items.add_item(
                work,
                self.id,
                meeting.id,
                Wanted(f"De zaak {MARK}", f"Wat doet {MARK}?", "P2", "Wgs 2.23", "no_indication"),
                (("police", "own information"), ("tax", "own information")),
            )
            item.minutes, item.decision = f"{MARK} besproken", f"{MARK} bezoeken"
            self.meeting, self.item = meeting.id, item.id
            work.record(EventKind.MINUTES_WRITTEN, item)
        with self.by("police") as work:
            told = Brought(f"{MARK} owes rent.", "SUPERVISION", "Wpg 20", "H1")
            contributions.contribute(work, self.id, self.item, told, [])
            meeting = work.session.get_one(Meeting, self.meeting)
            meeting.notes = f"{MARK}!"
            work.record(EventKind.NOTES_KEPT, meeting)

    def _share(self):
        why = {"purpose": f"weighing {MARK}", "necessity": f"nobody else knows {MARK}"}
        with self.by("tax") as work:
            sharing_requests.ask(
                work, self.id, "police", "SUPERVISION", "JOIN", f"Is {MARK} known?", **why
            )
        with self.by("police") as work:
            wanted = disclosures.Wanted(
                giver="police",
                recipient="havermonde",
                category="SUPERVISION",
                way="JOIN",
                says=f"Two warnings for {MARK}.",
                secrecy=True,
                **why,
            )
            self.given = disclosures.disclose(work, self.id, wanted).id

    def plan(self, now=LAST):
        with self.by("coordinator", now) as work:
            return destructions.plan_destruction(work).id

    def settle(self, plan, login="second", now=LAST, approved=True):
        with self.by(login, now) as work:
            version = destructions.read_plan(work, plan).version
        with self.by(login, now) as work:
            destructions.settle_plan(work, plan, version, "read", approved=approved)

    def execute(self, plan, login="coordinator", now=LAST):
        with self.by(login, now) as work:
            version = destructions.read_plan(work, plan).version
            destructions.execute_plan(work, plan, version)

    def destroy(self, now=LAST):
        plan = self.plan(now)
        self.settle(plan, now=now)
        self.execute(plan, now=now)
        return plan


def traces(sessions, word=MARK):
    """Every table in which a word is still to be read, sealed columns and bytes included."""
    found = set()
    with sessions() as session:
        for table in Base.metadata.sorted_tables:
            for row in session.execute(select(table)).mappings():
                if any(_says(value, word) for value in row.values()):
                    found.add(table.name)
    return found


def _says(value, word):
    if isinstance(value, bytes):
        return word.casefold().encode() in value.lower()
    return word.casefold() in str(value).casefold()
