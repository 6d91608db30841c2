"""What waits in the tray is told to whom it is about, and to nobody else."""

from bureau.model import Case, Company
from bureau.operations import _person_file, _person_tray, parties, trays
from bureau.operations.sources import Learnt
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_ones_own_is_told_without_others_and_protected_people_are_counted(road):
    learnt = Learnt(road.source)
    with road.by("officer") as work:
        who = [
            parties.record_person(work, road.id, learnt, family_name=name, protected=shielded).id
            for name, shielded in (("Zwart", False), ("Stil", True))
        ]
    for person in who:
        with road.by("officer") as work:
            said = {"kind": "owns", "from": str(person), "to": str(road.applicant)}
            trays.put_in_tray(work, road.id, "tie", learnt, said)
    with road.by("officer") as work:
        trays.put_in_tray(work, road.id, "person", learnt, {"family_name": "Iemand"})
    with road.by("officer", "03-14") as work:
        case = work.session.get_one(Case, road.id)
        file = _person_file.read(work, case, work.session.get_one(Company, road.applicant))
        [row] = _person_tray.tray(file)
        assert "Zwart" not in row["text"]
        assert file.subject.label in row["text"]
        assert file.held["protected"] == 1
        work.release()
