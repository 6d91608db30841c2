"""The endings of a partnership case and the grounds of a hold: rows with their article."""

from datetime import date

from bureau.rules.endings import case_endings, hold_grounds
from bureau.rules.retention import retention_classes
from bureau.rules.vocabulary import CaseKind

ON = date(2026, 3, 2)


def test_every_ending_has_its_class_in_each_regime():
    rows = [row for row in retention_classes().on(ON) if row.of is CaseKind.PARTNERSHIP]
    for regime in ("RIEC", "MUNICIPAL"):
        covered = [code for row in rows if regime in row.regimes for code in row.outcomes]
        assert sorted(covered) == sorted(["", *case_endings().codes()])


def test_only_what_was_finished_needs_its_actions_settled():
    assert [row.code for row in case_endings().on(ON) if row.settled] == ["done"]


def test_joint_data_are_held_on_the_grounds_of_the_act_only():
    assert {(row.code, row.basis) for row in hold_grounds().on(ON)} == {
        ("claim", "WGS 1.8(7)"),
        ("duty", "WGS 1.8(7)"),
    }
