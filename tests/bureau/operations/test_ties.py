"""Ties: the right ends, exact shares, partial dates, once each."""

import pytest

from bureau.errors import Changed, Invalid, NotFound
from bureau.operations import parties, ties
from bureau.operations.sources import Learnt
from bureau.rules.vocabulary import Certainty, Credibility, TieKind
from tests.bureau.operations.place import open_case


@pytest.fixture
def pair(work_of, actors, case_id, learnt):
    """A person and a company."""
    with work_of(actors.officer) as work:
        who = parties.record_person(work, case_id, learnt, family_name="Zee").id
        return who, parties.record_company(work, case_id, learnt, name="De Kade").id


def test_a_share_is_kept_as_a_fraction(work_of, actors, case_id, learnt, pair):
    with work_of(actors.officer) as work:
        ties.record_tie(work, case_id, TieKind.OWNS, *pair, learnt=learnt, share="33,3%")
        [tie] = ties.list_ties(work, case_id)
    assert (tie.share, tie.other) == ("333/1000", "De Kade")
    assert tie.origin.certainty is Certainty.PROBABLE


def test_a_tie_fits_what_it_ties(work_of, actors, case_id, learnt, pair):
    who, firm = pair
    for kind, start, end in (
        (TieKind.FAMILY, who, firm),
        (TieKind.OWNS, firm, who),
        (TieKind.HOLDS_ACCOUNT, who, firm),
        (TieKind.ASSOCIATES, who, who),
    ):
        with pytest.raises(Invalid), work_of(actors.officer) as work:
            ties.record_tie(work, case_id, kind, start, end, learnt=learnt)


def test_a_tie_stands_once_for_each_period(work_of, actors, case_id, source_id, pair):
    with work_of(actors.officer) as work:
        for since in ("2020", "2024-05"):
            period = Learnt(source_id, valid_from=since)
            ties.record_tie(work, case_id, TieKind.DIRECTS, *pair, learnt=period)
    with pytest.raises(Invalid, match="already"), work_of(actors.officer) as work:
        ties.record_tie(
            work, case_id, TieKind.DIRECTS, *pair, learnt=Learnt(source_id, valid_from="2020")
        )


def test_a_tie_ends_in_its_own_case(work_of, actors, case_id, learnt, pair):
    with work_of(actors.officer) as work:
        other = open_case(work, title="Another case")
    with pytest.raises(NotFound), work_of(actors.officer) as work:
        ties.record_tie(work, other, TieKind.OWNS, *pair, learnt=learnt)


def test_a_tie_is_corrected_on_its_newest_version(work_of, actors, case_id, learnt, pair):
    said = {
        "share": "1/2",
        "detail": "certificaten",
        "valid_from": "2021",
        "valid_to": "",
        "credibility": Credibility.CONFIRMED,
    }
    with work_of(actors.officer) as work:
        tie = ties.record_tie(work, case_id, TieKind.OWNS, *pair, learnt=learnt)
        tie_id, version = tie.id, tie.version
        ties.change_tie(work, case_id, tie_id, version, **said)
        [seen] = ties.list_ties(work, case_id)
    assert (seen.share, seen.origin.valid_from) == ("1/2", "2021")
    assert seen.origin.certainty is Certainty.CONFIRMED
    with pytest.raises(Changed), work_of(actors.officer) as work:
        ties.change_tie(work, case_id, tie_id, version, **{**said, "share": "1/3"})
