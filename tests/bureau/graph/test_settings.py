from fractions import Fraction

import pytest

from bureau.errors import Invalid
from bureau.graph.settings import Parameter, checked, parse_setting

ALLOWED = {"tol": Parameter("0", "1"), "k": Parameter("1", "6", whole=True)}


def test_a_parameter_is_taken_exactly_as_it_is_written():
    settings = checked("UB-03", ALLOWED, {"tol": 0.1, "k": "3"})
    assert dict(settings) == {"tol": Fraction(1, 10), "k": 3}
    assert len(settings) == 2
    assert settings.seconds("tol", 100) == 10


def test_an_unknown_parameter_is_refused_with_those_that_are_known():
    with pytest.raises(Invalid, match="no parameter K") as refusal:
        checked("UB-03", ALLOWED, {"tol": 0.1, "k": 3, "K": 1})
    assert refusal.value.hint == "Allowed: k, tol."


def test_a_missing_parameter_is_named():
    with pytest.raises(Invalid, match="needs a value for k"):
        checked("UB-03", ALLOWED, {"tol": 0.1})


@pytest.mark.parametrize(
    "given",
    [
        {"tol": 1.1, "k": 3},
        {"tol": "-0.1", "k": 3},
        {"tol": 0, "k": 2.5},
        {"tol": 0, "k": 7},
        {"tol": "x", "k": 3},
        {"tol": "nan", "k": 3},
        {"tol": "1/2", "k": 3},
        {"tol": True, "k": 3},
        {"tol": "1e999999999", "k": 3},
        {"tol": "1ee", "k": 3},
        {"tol": "0" * 40, "k": 3},
    ],
)
def test_a_value_outside_its_bounds_is_refused(given):
    with pytest.raises(Invalid):
        checked("UB-03", ALLOWED, given)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("UB-03.N_days=7", ("UB-03", "N_days", 7)),
        (" UB-03.tol = 0.25", ("UB-03", "tol", 0.25)),
    ],
)
def test_a_setting_is_read_from_one_word(text, read):
    assert parse_setting(text) == read


@pytest.mark.parametrize("text", ["", "UB-03", "UB-03.N_days", "N_days=7", "UB-03.=7", "UB-03.N=x"])
def test_what_is_no_setting_is_refused(text):
    with pytest.raises(Invalid):
        parse_setting(text)
