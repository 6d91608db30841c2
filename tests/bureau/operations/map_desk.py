"""An agreement with a power map, signed by the municipality and the police, for the tests."""

from bureau.operations import agreements, power_maps
from bureau.operations.power_maps import Placing
from tests.bureau.operations.table import Table
from tests.bureau.operations.test_agreements import TODAY, draft, offer, sign, tear_up


class Mapped(Table):
    """A table of police and tax, and an agreement that is still a draft."""

    def __init__(self, work_of, actors, sessions, state="planned"):
        super().__init__(work_of, actors, state)
        tear_up(sessions)
        self.agreement = draft(work_of, actors.coordinator, bodies=("police", "tax"))

    def agreed_version(self):
        with self.by("coordinator") as work:
            return agreements.read_agreement(work, self.agreement).agreement.version

    def put(self, code, can, subject="RESULT", **more):
        told = {"basis": "WGS 1.7(1)", "reason": "settled at the table", **more}
        version = self.agreed_version()
        with self.by("coordinator") as work:
            placing = Placing(code, subject, can, **told)
            return power_maps.place(work, self.agreement, version, placing).number

    def fill(self):
        version = self.agreed_version()
        with self.by("coordinator") as work:
            return power_maps.fill_map(work, self.agreement, version)

    def bind(self, on=TODAY):
        """Offered, and signed by all three."""
        offer(self.work_of, self.actors.coordinator, self.agreement)
        for code in ("havermonde", "police", "tax"):
            sign(self.work_of, self.actors.coordinator, self.agreement, code, on)

    def read(self, login="coordinator", on=None, agreement=None):
        with self.by(login) as work:
            view = power_maps.read_map(work, agreement or self.agreement, on)
            work.session.expunge_all()
            return view

    def cell(self, code, subject="RESULT", **more):
        """What the map says of a party about a subject."""
        view = self.read(**more)
        names = [one.organisation.code for one in view.parties]
        [line] = [each for each in view.lines if each.subject.code == subject]
        entry = line.entries[names.index(code)]
        return entry.place.value if entry else None
