"""A destruction is bound to the digest of one plan."""

from bureau.model import Destruction, DestructionPlan, LegalHold


def test_a_plan_is_kept_once_and_a_certificate_names_its_plan():
    assert DestructionPlan.__table__.c.digest.unique
    assert not Destruction.__table__.c.plan_id.nullable
    assert LegalHold.__table__.c.lifted_on.nullable
