"""The sections that both dossiers of a case share say the same to both readers."""

from bureau.rules.vocabulary import Language, Track


def test_both_readers_get_the_same_facts(made):
    criminal = made(Track.CRIMINAL, Language.NL)
    administrative = made(Track.ADMINISTRATIVE, Language.NL)
    for section in ("statements", "timeline", "deadlines", "finances"):
        assert getattr(criminal, section) == getattr(administrative, section)
    assert criminal.statements
