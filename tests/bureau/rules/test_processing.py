"""What counts as a change of processing, and what an entry of the register may rest on."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bureau.errors import Invalid
from bureau.rules import processing as law
from bureau.rules.categories import data_categories
from bureau.rules.partners import partners
from bureau.rules.patterns import patterns
from bureau.rules.processing import Cover, Heard, Subject, cover_of
from bureau.rules.tables import Texts

DAY = date(2026, 11, 20)
ADVICE = Heard(reference="RAC 12", advised_on=DAY, advice="No objection.", favourable=True)
DEVIATION = Heard(deviation="It cannot wait.", told_committee_on=DAY, told_officer_on=DAY)


def test_each_kind_of_change_has_its_article():
    assert [row.code for row in law.processing_kinds()] == [str(each) for each in Subject]
    assert all("WGS 1.8(6)" in row.basis for row in law.processing_kinds())


def test_another_number_phase_or_definition_of_a_pattern_is_a_change():
    row = patterns().row("UB-03", DAY)
    first = row.parameters[0]
    other = replace(first, default=first.default + Decimal(1))
    changed = (
        replace(row, version=row.version + 1),
        replace(row, phases=(*row.phases, 1)),
        replace(row, formal=f"{row.formal} and more"),
        replace(row, parameters=(other, *row.parameters[1:])),
    )
    assert law.pattern_mark(row) not in {law.pattern_mark(each) for each in changed}


def test_a_corrected_text_is_none():
    row = patterns().row("UB-03", DAY)
    assert law.pattern_mark(replace(row, name=Texts("x", "x"))) == law.pattern_mark(row)


def test_another_phase_or_origin_of_a_category_is_a_change():
    row = data_categories().row("TAX", DAY)
    mark = law.category_mark(row, DAY)
    assert law.category_mark(replace(row, first_phase=1), DAY) != mark
    assert law.category_mark(replace(row, from_kinds=("POLICE",)), DAY) != mark
    assert law.category_mark(replace(row, code="NEW"), DAY) != mark  # no way carries it


def test_another_place_in_the_law_of_a_partner_is_a_change():
    row = partners().row("POLICE", DAY)
    assert law.partner_mark(replace(row, first_phase=1)) != law.partner_mark(row)
    assert law.partner_mark(partners().row("TAX", DAY)) != law.partner_mark(row)


@pytest.mark.parametrize(
    ("heard", "cover"),
    [
        (ADVICE, Cover.ADVICE),
        (replace(ADVICE, favourable=False), None),
        (DEVIATION, Cover.DEVIATION),
        (
            replace(DEVIATION, reference="RAC 12", advised_on=DAY, advice="Do not."),
            Cover.DEVIATION,
        ),
    ],
)
def test_an_advice_in_favour_or_a_reported_deviation_covers(heard, cover):
    assert cover_of(heard) is cover


@pytest.mark.parametrize(
    "heard",
    [
        Heard(),
        replace(ADVICE, reference=" "),
        replace(ADVICE, advised_on=None),
        replace(ADVICE, advice=""),
        replace(DEVIATION, deviation=""),
        replace(DEVIATION, told_committee_on=None),
        replace(DEVIATION, told_officer_on=None),
    ],
)
def test_what_is_incomplete_is_refused_with_the_article(heard):
    with pytest.raises(Invalid) as refusal:
        cover_of(heard)
    assert "WGS 1.8(6)" in refusal.value.where["basis"]
