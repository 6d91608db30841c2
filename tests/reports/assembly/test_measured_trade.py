"""What the patterns of trade and property measured can be told in a dossier."""

from bureau.rules.patterns import patterns
from reports.assembly import measured_trade


def test_amounts_and_shares_have_a_name_in_both_languages():
    assert {*measured_trade.AMOUNTS, *measured_trade.SHARES} <= measured_trade.NAMES.keys()
    assert all(dutch and english for dutch, english in measured_trade.NAMES.values())


def test_what_never_leaves_the_graph_has_no_words_in_a_dossier():
    assert {row.code for row in patterns() if row.graph_only} == {"UB-47", "UB-48"}
    assert not {"value_passing", "pairs_tried"} & measured_trade.NAMES.keys()
