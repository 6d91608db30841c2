"""Every kind of item and every demand of the gate has words and a place to mend it."""

from app.blueprints import PAGES
from app.composing_words import GATES, KINDS
from reports.values.ledger import ItemKind


def test_every_kind_of_item_has_a_name():
    assert set(KINDS) == {kind.value for kind in ItemKind}


def test_every_demand_leads_to_a_page_of_the_house():
    assert {place.partition(".")[0] for _, _, place in GATES.values()} <= set(PAGES)
