"""A notice bears the reference of its dossier."""

from bureau.model import Case, Dossier
from bureau.operations._notice_names import name
from bureau.rules.vocabulary import Track


def test_it_names_case_track_version_and_its_number():
    kept = Dossier(case=Case(reference="SCR-2026-7K3QXA"), track=Track.ADMINISTRATIVE, number=2)
    assert name(kept, 3) == "SCR-2026-7K3QXA-A2-N3"
