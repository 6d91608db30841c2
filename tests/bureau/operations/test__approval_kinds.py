"""Every act of the table is asked by some kind of record, and by no more than the table knows."""

from bureau.model import Base
from bureau.operations._approval_kinds import KINDS
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
}


def test_each_kind_is_a_table_and_together_they_ask_every_act():
    assert set(KINDS) <= set(Base.metadata.tables)
    assert SAID | {"destruction_plan", "legal_hold", "organisation"} == set(KINDS)
    fixed = {kind.act(None) for name, kind in KINDS.items() if not name.endswith("dossier")}
    assert fixed | {"issue_criminal", "issue_administrative", "issue_victim"} == set(acts().codes())
