"""A subject without a body, with a gap, with an overlap or with a remark is told apart."""

from datetime import date

import pytest

from bureau.rules import area_structure, areas
from bureau.rules.area_structure import Competence, Cover

BLOCK = areas.block("structure", date(2026, 11, 20))


def said(body="Havenbedrijf", **more):
    return Competence(subject="port", body=body, **more)


@pytest.mark.parametrize(
    ("bodies", "cover"),
    [
        ([], Cover.UNKNOWN),
        ([said()], Cover.CLEAR),
        ([said(), said("HAVENBEDRIJF")], Cover.CLEAR),
        ([said(remark="'s Avonds niemand.")], Cover.NOTED),
        ([said(), said("Waterschap")], Cover.OVERLAP),
        ([said(judged="overlap")], Cover.OVERLAP),
        ([said(judged="gap"), said("Waterschap", judged="overlap")], Cover.GAP),
    ],
)
def test_two_bodies_are_an_overlap_and_a_gap_that_somebody_saw_comes_first(bodies, cover):
    found = area_structure.subjects(BLOCK, bodies)
    assert len(found) == len(BLOCK.kinds)
    (port,) = (each for each in found if each.name.en == "port")
    assert (port.cover, port.bodies) == (cover, tuple(bodies))
    assert {each.cover for each in found if each is not port} == {Cover.UNKNOWN}
