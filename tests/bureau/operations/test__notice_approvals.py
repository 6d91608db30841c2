"""A notice waits for a second person with its pages, under an act of its own."""

from bureau.model import DossierNotice
from bureau.operations._notice_approvals import ACT, NOTICE
from bureau.rules.approvals import acts


def test_its_pages_are_what_is_asked_and_it_waits_until_it_is_answered():
    assert NOTICE.act(DossierNotice()) == ACT
    assert ACT in acts().codes()
    assert NOTICE.paper
    assert NOTICE.waits(DossierNotice(state="prepared"))
    assert not NOTICE.waits(DossierNotice(state="approved"))
