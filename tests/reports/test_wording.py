"""The fixed words: complete in both languages, and dates and amounts as people write them."""

import inspect
import re
from datetime import UTC, date, datetime
from enum import Enum
from string import Formatter

import pytest

from bureau.errors import OutOfOrder
from bureau.rules import vocabulary
from bureau.rules.vocabulary import Language
from reports.tracks import Never, Section
from reports.values import cover, evidence, findings, network, screening, steps, support
from reports.values.finance import Amount
from reports.wording import texts

NL, EN = texts(Language.NL), texts(Language.EN)
PRINTED = (
    cover.Classification, evidence.Obtained, evidence.Form, findings.Perception, findings.Answer,
    network.PartRole, screening.Ground, screening.ViewForm, steps.StepState, steps.ClockState,
    support.Dimension, support.Strength, support.Manner, vocabulary.EntityKind,
    vocabulary.Certainty,
)  # fmt: skip


def lines(t, key):
    try:
        return (t(key),)
    except OutOfOrder:
        return t.list(key)


def test_both_languages_have_the_same_keys_and_the_same_blanks():
    assert NL.keys == EN.keys
    for key in NL.keys - {"format.moment", "format.amount"}:
        here, there = lines(NL, key), lines(EN, key)
        assert len(here) == len(there), key
        blanks = [
            {name for text in both for _, name, _, _ in Formatter().parse(text) if name}
            for both in (here, there)
        ]
        assert blanks[0] == blanks[1], key


@pytest.mark.parametrize("kind", PRINTED, ids=lambda k: k.__name__)
@pytest.mark.parametrize("t", [NL, EN], ids=["nl", "en"])
def test_every_member_of_a_closed_set_has_a_name(t, kind):
    assert inspect.isclass(kind)
    assert issubclass(kind, Enum)
    assert all(t.name(member) for member in kind)


@pytest.mark.parametrize("t", [NL, EN], ids=["nl", "en"])
def test_every_section_prohibition_and_degree_has_words(t):
    assert all(t(f"section.{section.value}.title") for section in Section)
    assert all(t(f"never.{item.value}") for item in Never)
    assert all(t(f"degree.{d.value}") and t(f"degree.fact.{d.value}") for d in vocabulary.Danger)


@pytest.mark.parametrize("t", [NL, EN], ids=["nl", "en"])
def test_the_fixed_words_never_judge(t):
    for key in t.keys:
        for text in lines(t, key):
            assert not re.search(r"\b(schuldige?|guilty|dader|perpetrator)\b", text, re.I), key
            assert not re.search(r"scor", text, re.I) or key == "never.score", key


def test_a_missing_text_is_a_fault_of_the_house():
    with pytest.raises(OutOfOrder, match=r"section\.nowhere is missing in nl"):
        NL("section.nowhere")
    with pytest.raises(OutOfOrder, match="is a list"):
        NL("format.months")
    with pytest.raises(OutOfOrder, match="is not a list"):
        NL.list("format.day")


@pytest.mark.parametrize(
    ("written", "nl", "en"),
    [
        ("2024-05-07", "7 mei 2024", "7 May 2024"),
        ("2024-05", "mei 2024", "May 2024"),
        ("2024", "2024", "2024"),
        ("", "datum onbekend", "date unknown"),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(written, nl, en):
    assert (NL.partial(written), EN.partial(written)) == (nl, en)


def test_a_moment_is_given_in_local_time_in_summer_and_in_winter():
    assert NL.moment(datetime(2026, 7, 1, 22, 30, tzinfo=UTC)) == "2 juli 2026, 00.30 uur"
    assert EN.moment(datetime(2026, 1, 1, 8, 5, tzinfo=UTC)) == "1 January 2026, 09:05"
    assert NL.day(datetime(2026, 7, 1, 22, 30, tzinfo=UTC)) == "2 juli 2026"
    assert NL.day(date(2026, 7, 1)) == "1 juli 2026"
    assert NL.short_month("2026-03") == "mrt"


@pytest.mark.parametrize(
    ("amount", "nl", "en"),
    [
        (Amount(1_250_000), "€ 12.500,00", "€12,500.00"),
        (Amount(-5), "€ −0,05", "−€0.05"),
        (Amount(100, "CHF"), "CHF 1,00", "CHF 1.00"),
    ],
)
def test_amounts_are_written_as_people_write_them(amount, nl, en):
    assert NL.amount(amount).replace("\xa0", " ") == nl
    assert EN.amount(amount).replace("\xa0", " ") == en
    assert " " not in NL.amount(amount)


def test_yes_no_and_not_known():
    assert [NL.answer(value) for value in (True, False, None)] == ["ja", "nee", "niet bekend"]
