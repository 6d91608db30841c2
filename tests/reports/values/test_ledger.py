"""A ledger tells apart what goes and what stays, and counts what stays by its rule."""

from reports.values.ledger import Item, ItemKind, Ledger, tally

ITEMS = (
    Item(ItemKind.SOURCE, "source:1", "1. Form"),
    Item(ItemKind.SOURCE, "source:2", "2. Report", "NAMED"),
    Item(ItemKind.SOURCE, "source:3", "3. Report", "NAMED"),
    Item(ItemKind.PARTY, "party:x", "X", "LEFT", "Not needed."),
)


def test_items_go_or_stay():
    ledger = Ledger(ITEMS)
    assert [item.key for item in ledger.going()] == ["source:1"]
    assert len(ledger.held()) == 3
    assert len(ledger.of(ItemKind.SOURCE)) == 3


def test_what_stays_is_counted_by_rule_kind_and_reason():
    assert tally(ITEMS) == {
        ("NAMED", ItemKind.SOURCE, ""): 2,
        ("LEFT", ItemKind.PARTY, "Not needed."): 1,
    }
