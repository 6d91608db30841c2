"""Every act of the table is asked by some kind of record, and by no more than the table knows."""

from bureau.model import Base
from bureau.operations._approval_kinds import KINDS
from bureau.operations._reset_approvals import OF_TRACK, RESET
from bureau.rules.approvals import acts

SAID = {
    "dossier",
    "support_dossier",
    "decision",
    "objection",
    "pair_judgement",
    "role_grant",
    "mandate",
    "dossier_notice",
    "export_lift",
    "user",
}
# Which act these are hangs on the record.
BY_RECORD = {"issue_criminal", "issue_administrative", "issue_victim", RESET, OF_TRACK}


def test_each_kind_is_a_table_and_together_they_ask_every_act():
    assert set(KINDS) <= set(Base.metadata.tables)
    assert SAID | {"destruction_plan", "legal_hold", "organisation"} == set(KINDS)
    told = {name for name in KINDS if name.endswith("dossier")} | {"user"}
    fixed = {kind.act(None) for name, kind in KINDS.items() if name not in told}
    assert fixed | BY_RECORD == set(acts().codes())
