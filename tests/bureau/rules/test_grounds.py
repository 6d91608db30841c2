from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from bureau.rules.grounds import (
    OptionsRequest,
    OrdinaryGround,
    danger,
    options,
    ordinary_basis,
)
from bureau.rules.vocabulary import Danger, DecisionKind, Stage

NONE, LESSER, SERIOUS, UNKNOWN = Danger.NONE, Danger.LESSER, Danger.SERIOUS, Danger.UNKNOWN
LICENCE, CONTRACT, PROPERTY = DecisionKind.LICENCE, DecisionKind.CONTRACT, DecisionKind.PROPERTY
TODAY = date(2026, 11, 20)
BASE = OptionsRequest(LICENCE, Stage.APPLICATION, NONE, NONE, TODAY)
MET = (OrdinaryGround("moral conduct", met=True),)


def asked(**changes):
    return options(replace(BASE, **changes))


def outcome(**changes):
    found = asked(**changes)
    return (
        found.may_grant,
        found.may_attach_conditions,
        found.may_refuse,
        found.view_first,
    )


@pytest.mark.parametrize("ground", ["danger_a", "danger_b"])
@pytest.mark.parametrize(
    "degree, proportionate, expected",
    [
        (NONE, True, (True, False, False, False)),
        (NONE, False, (True, False, False, False)),
        (LESSER, True, (True, True, False, True)),
        (LESSER, False, (True, True, False, True)),
        (SERIOUS, True, (True, True, True, True)),
        (SERIOUS, False, (True, True, False, True)),
        (UNKNOWN, True, (True, False, False, False)),
    ],
)
def test_the_danger_matrix_per_ground(ground, degree, proportionate, expected):
    assert outcome(**{ground: degree, "refusal_proportionate": proportionate}) == expected


@pytest.mark.parametrize(
    "proportionate, expected",
    [(True, (True, False, True, True)), (False, (True, False, False, False))],
)
def test_facts_of_article_3_6(proportionate, expected):
    assert outcome(art_3_6=True, refusal_proportionate=proportionate) == expected


def test_the_gravest_ground_counts():
    assert danger(replace(BASE, danger_a=LESSER, danger_b=SERIOUS)) is SERIOUS
    assert danger(replace(BASE, danger_a=UNKNOWN, danger_b=LESSER)) is LESSER
    assert danger(replace(BASE, danger_a=UNKNOWN, danger_b=NONE)) is UNKNOWN


def test_without_conditions_to_name_none_can_be_attached():
    assert outcome(danger_a=LESSER, conditions_identifiable=False) == (True, False, False, False)
    assert outcome(danger_a=SERIOUS, conditions_identifiable=False) == (True, False, True, True)


@pytest.mark.parametrize(
    "today, expected",
    [
        (date(2020, 7, 31), (True, False, False, False)),
        (date(2020, 8, 1), (True, True, False, True)),
    ],
)
def test_conditions_at_serious_danger_exist_since_august_2020(today, expected):
    found = outcome(danger_a=SERIOUS, refusal_proportionate=False, today=today)
    assert found == expected


def test_a_new_application_without_its_form_is_left_untreated_and_no_danger():
    found = asked(form_refused=True, danger_a=UNKNOWN, danger_b=UNKNOWN)
    assert found.not_treated
    assert not found.may_refuse


@pytest.mark.parametrize("kind", [LICENCE, DecisionKind.SUBSIDY])
def test_the_holder_who_refuses_the_form_is_a_serious_danger(kind):
    found = asked(decision=kind, stage=Stage.EXISTING, form_refused=True)
    assert (found.may_refuse, found.not_treated, found.view_first) == (True, False, True)
    reason = next(reason for reason in found.reasons if reason.option == "may_refuse")
    assert reason.basis == "Wet Bibob 4(1)"


@pytest.mark.parametrize("kind", [CONTRACT, PROPERTY])
@pytest.mark.parametrize("stage", Stage)
def test_a_refused_form_means_nothing_in_private_law(kind, stage):
    found = asked(decision=kind, stage=stage, form_refused=True)
    assert (found.may_refuse, found.not_treated) == (False, False)
    assert "Wet Bibob 4" in [note.basis for note in found.notes]


@pytest.mark.parametrize("degree", Danger)
def test_a_public_contract_is_never_refused_for_danger(degree):
    assert outcome(decision=CONTRACT, danger_a=degree) == (True, False, False, False)
    assert asked(decision=CONTRACT, danger_a=degree).notes[0].basis.startswith("Aanbesteding")


def test_a_public_contract_is_refused_on_an_exclusion_ground():
    found = asked(decision=CONTRACT, ordinary_grounds=MET)
    assert found.may_refuse
    assert "Aanbestedingswet" in found.reasons[1].basis


def test_a_property_deal_can_be_left_at_serious_danger():
    found = asked(decision=PROPERTY, danger_b=SERIOUS)
    assert found.may_refuse
    assert "Wet Bibob 5a" in [reason.basis for reason in found.reasons]


@pytest.mark.parametrize("stage, view", [(Stage.APPLICATION, False), (Stage.EXISTING, True)])
def test_an_ordinary_ground_decides_without_bibob(stage, view):
    found = asked(stage=stage, danger_a=SERIOUS, ordinary_grounds=MET)
    assert (found.may_refuse, found.may_attach_conditions) == (True, False)
    assert found.view_first is view
    assert not any(reason.basis.startswith("Wet Bibob") for reason in found.reasons)
    assert "moral conduct" in found.reasons[1].text.en


def test_an_ordinary_ground_that_is_not_met_changes_nothing():
    unmet = (OrdinaryGround("moral conduct", met=False),)
    assert asked(danger_a=LESSER, ordinary_grounds=unmet) == asked(danger_a=LESSER)


ALL = list(product(DecisionKind, Stage, Danger, Danger, *[(True, False)] * 5))


def test_nothing_is_ever_obligatory_and_every_open_option_has_a_reason():
    for kind, stage, a, b, art, proportionate, named, form, met in ALL:
        ordinary = MET if met else ()
        request = OptionsRequest(
            kind, stage, a, b, TODAY, art, proportionate, named, form, ordinary
        )
        found = options(request)
        assert found.may_grant
        assert not found.must_refuse
        names = ("may_grant", "may_attach_conditions", "may_refuse", "not_treated", "view_first")
        open_ = {name for name in names if getattr(found, name)}
        assert {reason.option for reason in found.reasons} == open_
        assert {reason.option for reason in found.closed} == {*names, "must_refuse"} - open_
        told = found.reasons + found.notes + found.closed
        assert all(r.basis and r.text.nl and r.text.en for r in told)


def test_an_ordinary_ground_stands_in_the_sector_law_or_among_the_exclusion_grounds():
    assert ordinary_basis(LICENCE, TODAY) == "sector law"
    assert ordinary_basis(CONTRACT, TODAY).startswith("Aanbestedingswet 2012")


def test_before_august_2020_serious_danger_left_no_conditions_and_says_so():
    found = asked(danger_a=SERIOUS, today=date(2020, 7, 31))
    [why] = [row for row in found.closed if row.option == "may_attach_conditions"]
    assert "2020" in why.text.en


@pytest.mark.parametrize("found", [{"danger_a": SERIOUS}, {"danger_b": LESSER}, {"art_3_6": True}])
def test_what_nobody_weighed_is_said_to_be_open_and_not_found_wanting(found):
    said = asked(**found, refusal_proportionate=False, conditions_identifiable=False, weighed=False)
    words = " ".join(row.text.en for row in (*said.reasons, *said.notes, *said.closed))
    assert "has not been weighed yet" in words
    assert "disproportionate" not in words
    assert "names no conditions" not in words
    assert not said.may_refuse
    assert not said.may_attach_conditions
