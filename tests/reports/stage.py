"""A screening with a finding, and a support file with consent: what issuing is tried on."""

from datetime import date

from bureau.operations import assessments, documents, parties, sources, supports
from bureau.operations.sources import Learnt
from bureau.rules.vocabulary import Credibility, Language, Reliability, Track
from reports import annexing, desk, issue, kept_annexes
from tests.bureau.operations.road import Road

RECIPIENT = "M. Verhaar, Openbaar Ministerie"
BASIS = "Wet Bibob art. 28 lid 2"
CARER = "M. de Vos, Slachtofferhulp Havermonde"


class Stage(Road):
    """The road up to an assessment, and the desk where its dossiers are made."""

    def __init__(self, work_of, actors):
        super().__init__(work_of, actors)
        self.to_assessment()
        with self.by("officer", "03-12") as work:
            assessments.write_finding(
                work,
                self.id,
                "a",
                "The lender cannot carry the loan.",
                [self.source],
                contrary="The lender may have savings that no document shows.",
            )

    def unit(self, login="officer", day="03-20"):
        return lambda: self.by(login, day)

    def prepare(self, track=Track.ADMINISTRATIVE, day="03-20", recipient=RECIPIENT):
        return desk.prepare(self.unit(day=day), self.id, track, recipient, BASIS, Language.NL)

    def approve(self, made, login="second", day="03-21"):
        with self.by(login, day) as work:
            kept = issue.read_dossier(work, self.id, made.id)
            for number, _ in enumerate(kept_annexes.opened(kept.annexes), 1):
                annexing.read_annex(work, self.id, made.id, number)
        with self.by(login, day) as work:
            issue.approve_dossier(work, self.id, made.id, made.content_sha256)

    def issue(self, made, day="03-22"):
        return desk.issue_approved(self.unit(day=day), self.id, made.id)

    def hand_in(self, content, name):
        """Keep a file as a source of its own; its number."""
        with self.by("officer", "03-13") as work:
            kept = documents.add_document(work, self.id, name, content, title=name, kind="K01")
            return sources.add_source(
                work,
                self.id,
                title=name,
                kind="document",
                origin="the applicant",
                obtained_on=date(2026, 3, 13),
                obtained_how="handed in",
                basis="Wet Bibob art. 7a",
                reliability=Reliability.B,
                document_id=kept.id,
            ).number

    def protect(self, name="Mirte Zonneveld", family="Zonneveld"):
        """Record a presumed victim among the parties of the case."""
        with self.by("officer", "03-14") as work:
            learnt = Learnt(self.source, Credibility.PROBABLE)
            return parties.record_person(
                work, self.id, learnt, given_names="Mirte", family_name=family, protected=True
            ).id


class Helped:
    """A support file with an indicator, a plan and consent for one recipient."""

    def __init__(self, work_of, actors, at):
        self.work_of, self.actors, self.at = work_of, actors, at
        with self.by() as work:
            file = supports.open_file(work, "Linde-4", "bericht op dinsdag", "slapen, rust")
            self.id, self.reference = file.id, file.reference
            supports.edit_file(work, file.id, 1, "Mirte Zonneveld", "rust")
            supports.add_entry(
                work, file.id, "indicator", "papieren bij een ander", date(2026, 3, 2),
                dimension="coercion_at_destination", strength="strong", perceived="told",
            )  # fmt: skip
            supports.add_entry(
                work, file.id, "plan", "opvang regelen", date(2026, 3, 3), who="care"
            )

    def by(self, login="care", day="03-10"):
        return self.work_of(getattr(self.actors, login), self.at(day))

    def unit(self, login="care", day="03-10"):
        return lambda: self.by(login, day)

    def consent(self, recipient=CARER):
        with self.by() as work:
            return supports.record_consent(
                work, self.id, "opvang", recipient, "in een gesprek, met tolk", "Pools"
            ).id
