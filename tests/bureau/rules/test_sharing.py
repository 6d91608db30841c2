"""What may be shared with whom: every cell of partner, category, phase and basis is decided."""

from datetime import date
from functools import cache
from itertools import product

import pytest

from bureau.errors import NotFound
from bureau.rules.categories import data_categories
from bureau.rules.partners import partners
from bureau.rules.sharing import (
    Regime,
    conditions,
    natural_way,
    refusals,
    verdict,
    ways,
)

DAY = date(2026, 11, 20)
PARTICIPANTS = {row.code for row in partners() if row.participant}
LISTED = {row.code for row in data_categories() if row.basis.startswith("WGS 2.22")}
NEVER = {"ORIENTATION", "NATIONALITY", "MEDICAL", "VICTIM"}
TAX = {"TAX", "RESULT_TAX", "ICOV_REPORT"}
PRIVATE = {"PORT", "NGO", "BANKS", "CORP", "GRID"}


def told(kind, category, phase=3, basis="JOIN", regime="wgs", **more):
    return verdict(kind, category, phase, regime, DAY, basis=basis, **more)


@cache
def decided():
    """Every cell with its verdict, reckoned once."""
    cells = product(partners(), data_categories(), (1, 2, 3), Regime, ways())
    return [
        (*cell, told(kind.code, category.code, phase, way.code, regime))
        for cell in cells
        for kind, category, phase, regime, way in [cell]
    ]


def test_every_cell_is_decided_by_a_row_and_none_by_default():
    """Must hold for partner x category x phase x regime x basis: none is left out."""
    tables = {"sharing": ways, "sharing_conditions": conditions, "sharing_refusals": refusals}
    seen = {found.row for *_, found in decided()}
    for kind, category, *_, way, found in decided():
        where = (kind.code, category.code, way.code)
        assert all((found.basis, found.text.nl, found.text.en)), where
        assert found.allowed or all((found.alternative.nl, found.alternative.en)), where
        assert tables[found.row[0]]().find(found.row[1], DAY), found.row
    assert len(decided()) == 23 * len(data_categories().rows) * 3 * 2 * len(ways().rows)
    ruling = {("sharing", row.code) for row in ways()}
    assert ruling <= seen, "a way that decides nothing"
    assert {("sharing_refusals", r.code) for r in refusals()} - seen == {
        ("sharing_refusals", "giver")
    }


def test_the_act_says_the_same_in_every_cell():
    """The limits of the act, told once more without the tables of the ways."""
    for kind, category, phase, regime, way, found in decided():
        if not found.allowed:
            continue
        cell = (kind.code, category.code, phase, regime, way.code)
        assert category.code not in NEVER, cell
        assert not (kind.code in PRIVATE and category.code in TAX), cell
        assert (
            kind.code in PARTICIPANTS
            or category.code not in LISTED
            or way.code
            in (
                "OTHER_BODY",
                "BIBOB_ADVICE",
            )
        ), cell
        if regime is Regime.WGS and category.personal:
            assert category.first_phase <= phase, cell
        if category.code == "BIBOB":
            assert way.code in ("BIBOB_ADVICE", "REPORT"), cell
        if kind.code in ("FIU", "BANKS"):
            assert category.code == "AREA", cell


def test_a_port_gets_no_data_on_persons_but_may_see_the_area():
    assert not told("PORT", "IDENTITY").allowed
    assert "2.19" not in told("PORT", "IDENTITY").text.en
    assert "WGS 1.7" in told("PORT", "IDENTITY").alternative.en
    assert told("PORT", "AREA", 1, "NO_PERSONS").allowed


def test_tax_data_wait_for_the_second_phase_and_never_reach_a_private_party():
    early = told("OM", "TAX", 1)
    assert not early.allowed
    assert "phase 2" in early.text.en
    assert "2.23(6)" in early.basis
    assert told("OM", "TAX", 2).allowed
    barred = told("CORP", "RESULT_TAX", 3, "THIRD")
    assert (barred.row[1], "1.7(6)" in barred.basis) == ("private_tax", True)
    assert told("DNB", "RESULT_TAX", 3, "THIRD").allowed


def test_conditions_are_named_and_then_insisted_on():
    asked = told("CORP", "RESULT_CRIMINAL", 3, "THIRD")
    needs = {row.code for row in asked.needs}
    assert needs == {"legal_ground", "rac", "no_veto", "checked", "givers_consent"}
    lacking = told("CORP", "RESULT_CRIMINAL", 3, "THIRD", met=needs - {"rac"})
    assert (lacking.allowed, lacking.row) == (False, ("sharing_conditions", "rac"))
    assert told("CORP", "RESULT_CRIMINAL", 3, "THIRD", met=needs).allowed


@pytest.mark.parametrize(
    ("category", "giver", "allowed"),
    [
        ("RESIDENCE", "IND", True),
        ("RESIDENCE", "POLICE", False),
        ("INCOME", "TAX", False),
        ("TAX", "MUN_COLLEGE", True),
        ("JUSTICE", "POLICE", False),
        ("JUSTICE", "OM", True),
        ("IDENTITY", "PORT", False),
    ],
)
def test_a_category_comes_only_from_who_gives_it(category, giver, allowed):
    assert told("OM", category, giver=giver).allowed is allowed


def test_without_a_partnership_the_data_stay_with_the_municipality():
    assert not told("POLICE", "IDENTITY", 3, "JOIN", "municipal").allowed
    assert not told("POLICE", "IDENTITY", 3, "OWN_TASK", "municipal").allowed
    assert told("MUN_COLLEGE", "IDENTITY", 1, "OWN_TASK", "municipal").allowed
    assert told("LBB", "BIBOB", 1, "BIBOB_ADVICE", "municipal").allowed


def test_a_refusal_is_told_in_the_words_of_the_way_that_fits():
    assert natural_way("POLICE", "wgs", DAY).code == "JOIN"
    assert natural_way("PORT", "wgs", DAY).code == "THIRD"
    assert natural_way("ZVH", "wgs", DAY).code == "OTHER_BODY"
    assert natural_way("LBB", "municipal", DAY).code == "BIBOB_ADVICE"
    assert natural_way("FIU", "wgs", DAY).code == "JOIN"


def test_a_code_that_no_table_knows_is_no_cell():
    with pytest.raises(NotFound):
        told("NOBODY", "IDENTITY")
    with pytest.raises(NotFound):
        told("POLICE", "IDENTITY", basis="")


def test_to_who_supports_victims_nothing_on_persons_goes_and_the_way_is_a_sign():
    found = told("NGO", "SUPERVISION")
    assert (found.allowed, found.row[1]) == (False, "supports")
    assert "sign of exploitation" in found.alternative.en
    assert "result" not in found.alternative.en
