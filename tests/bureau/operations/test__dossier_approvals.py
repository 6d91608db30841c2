"""Which act it is to issue a dossier follows from its track."""

import pytest

from bureau.model import Dossier, SupportDossier
from bureau.operations._dossier_approvals import DOSSIER, PLAN
from bureau.rules.approvals import acts
from bureau.rules.vocabulary import Track


@pytest.mark.parametrize("track", [Track.CRIMINAL, Track.ADMINISTRATIVE])
def test_a_dossier_of_a_case_is_an_act_of_its_track(track):
    assert DOSSIER.act(Dossier(track=track)) == f"issue_{track}"
    assert DOSSIER.act(Dossier(track=track)) in acts().codes()


def test_a_personal_plan_is_an_act_of_the_victim_track_and_its_pages_are_what_is_asked():
    assert PLAN.act(SupportDossier()) == "issue_victim"
    assert PLAN.paper
    assert DOSSIER.paper
