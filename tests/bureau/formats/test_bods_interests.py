from decimal import Decimal

import pytest

from bureau.formats.bods_interests import interest_ties
from bureau.formats.party_values import Left
from bureau.formats.register_json import Part
from bureau.rules.vocabulary import TieKind


def tie(left=None, **interest):
    [found] = interest_ties(
        Part({"interests": [interest]}, "[0]"), ("p", "c"), "2024-06-01", left or Left()
    )
    return found


@pytest.mark.parametrize(
    ("share", "kept", "said"),
    [
        ({"exact": 50}, (1, 2), ""),
        ({"minimum": 100, "maximum": 100}, (1, 1), ""),
        ({"exact": 0}, None, ""),
        ({"exact": 130}, None, ""),
        ({"minimum": 25, "exclusiveMaximum": 50}, None, ", vanaf 25% minder dan 50%"),
        ({"exclusiveMinimum": 25, "maximum": 75}, None, ", meer dan 25% tot en met 75%"),
    ],
)
def test_an_exact_share_is_a_fraction_and_a_range_stays_a_range(share, kept, said):
    found = tie(type="shareholding", share=share)
    assert (found.kind, found.share, found.detail) == (TieKind.OWNS, kept, f"shareholding{said}")


@pytest.mark.parametrize(
    ("sort", "kind"),
    [
        ("votingRights", TieKind.MANAGES),
        ("boardChair", TieKind.DIRECTS),
        ("beneficiaryOfLegalArrangement", TieKind.HOLDS_RIGHT),
        ("nominator", TieKind.ASSOCIATES),
        (None, TieKind.ASSOCIATES),
    ],
)
def test_each_sort_of_interest_is_a_kind_of_tie(sort, kind):
    assert tie(type=sort).kind is kind


def test_the_share_of_a_vote_is_told_in_words():
    assert (
        tie(type="votingRights", share={"exact": Decimal("12.5")}).detail == "votingRights, 12.5%"
    )


def test_an_interest_ends_by_itself_or_with_its_relationship():
    assert tie(type="trustee", endDate="2020-01").valid_to == "2020-01"
    assert tie(type="trustee").valid_to == "2024-06-01"


def test_no_interest_is_told_as_such_and_a_long_text_is_cut_and_counted():
    [none] = interest_ties(Part({}, "[0]"), ("p", "c"), "", Left())
    assert none.detail == "belang niet genoemd"
    left = Left()
    assert len(tie(left, type="trustee", details="x" * 500).detail) == 200
    assert len(list(left.warnings())) == 1
