"""A dossier that was issued to the prosecutor's office, and the day on which it is read there."""

from sqlalchemy import select

from bureau.model import DossierCopy, Organisation
from bureau.operations import copies
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Track
from tests.reports.stage import Stage

OFFICE = "om"


class Room(Stage):
    """The road up to a copy in the room of an office."""

    def __init__(self, work_of, actors):
        super().__init__(work_of, actors)
        with self.by("admin", "03-12") as work:
            bodies = select(Organisation).where(Organisation.code.in_((OFFICE, "tax")))
            for body in work.session.scalars(bodies):
                body.house_id = actors.admin.organisation_id
                work.record(EventKind.ORGANISATION_CHANGED, body)

    def address(self, made, code=OFFICE, day="03-20"):
        with self.by("officer", day) as work:
            copies.address_dossier(work, self.id, made.id, code)

    def issued(self, code=OFFICE):
        """The id of the first copy of a dossier that went to an office."""
        made = self.prepare(Track.CRIMINAL)
        if code:
            self.address(made, code)
        self.approve(made)
        self.dossier = self.issue(made)
        with self.by("officer", "03-22") as work:
            query = select(DossierCopy.id).where(DossierCopy.dossier_id == made.id)
            return work.session.scalars(query).one()
