"""The sections that both dossiers of a case share say the same to both readers."""

import pytest

from bureau.rules.vocabulary import Language, Track
from reports.assembly.body import Body

BOTH_TRACKS = (Track.CRIMINAL, Track.ADMINISTRATIVE)


@pytest.fixture(params=list(Language))
def pair(made, request):
    """The dossier for the prosecutor and the one for the mayor, in one language."""
    return [made(track, request.param) for track in BOTH_TRACKS]


@pytest.mark.parametrize("section", sorted(Body.__annotations__))
def test_both_readers_get_the_same_facts(pair, section):
    criminal, administrative = (getattr(dossier, section) for dossier in pair)
    assert criminal == administrative
    assert criminal, "the rich case has something to tell in every section"


def test_the_body_follows_the_case_and_not_the_reader(pair):
    """Nothing is shared by accident: the sections of a body are fields of both dossiers."""
    for dossier in pair:
        assert set(Body.__annotations__) <= set(type(dossier).__dataclass_fields__)
