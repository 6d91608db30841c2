"""Clusters name the indicators that ask one question together."""

from dataclasses import fields
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bureau.rules.clusters import Together, clusters, together
from bureau.rules.indicators import indicators

TODAY = date(2026, 11, 20)


def test_every_member_is_an_indicator_and_there_is_no_total():
    assert 6 <= len(clusters().rows) <= 8
    assert {code for row in clusters() for code in row.members} <= set(indicators().codes())
    assert {field.name for field in fields(Together)} == {"cluster", "raised"}


def test_one_indicator_alone_is_no_cluster():
    assert together({"FIN-03"}, TODAY) == ()
    found = together({"FIN-03", "STR-02", "MGT-01"}, TODAY)
    assert [(each.cluster.code, each.raised) for each in found] == [
        ("CL-01", ("FIN-03", "STR-02", "MGT-01"))
    ]


@given(st.sets(st.sampled_from(indicators().codes())))
def test_a_cluster_names_only_what_raises_a_question(raised):
    for each in together(raised, TODAY):
        assert set(each.raised) == raised & set(each.cluster.members)
