"""Every reader has rules that exist, and no reader is offered for another track."""

from datetime import date

import pytest

from bureau.errors import Invalid
from bureau.rules.dossier_readers import dossier_readers, reader, withholding_rules
from bureau.rules.vocabulary import Track

DAY = date(2026, 3, 2)


def test_the_usual_reader_of_each_track():
    usual = {track: reader(track, "", DAY).code for track in Track}
    assert list(usual.values()) == ["PROSECUTOR", "DECIDER", "CONSENTED"]


def test_every_rule_of_a_reader_stands_in_the_table():
    known = set(withholding_rules().codes())
    assert all(set(row.holds) <= known for row in dossier_readers())
    assert set(reader(Track.ADMINISTRATIVE, "APPLICANT", DAY).holds) == {
        *("ADVICE33", "TIP", "CLOSED", "OTHERS")
    }


def test_a_reader_of_another_track_is_refused():
    with pytest.raises(Invalid, match="cannot be made for this reader"):
        reader(Track.CRIMINAL, "COURT", DAY)
