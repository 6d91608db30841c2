"""What lies on a table, over the web: own papers only, and a contribution until it is recalled."""

import re

import pytest

from tests.app.views.reading import address, text, words
from tests.app.views.test_meetings import Table


@pytest.fixture
def item(client_of):
    """An item with police and tax, and the table it stands on."""
    table = Table(client_of)
    return table, table.add(seats=["police", "tax"], **{"because-tax": "own task"})


def seats(page, name):
    """The seats one may choose, by the words beside them."""
    found = re.findall(rf'name="{name}"[^>]*value="([^"]+)"[^>]*><label[^>]*>([^<]+)', page)
    return {label: value for value, label in found}


def bring(visitor, item, reader):
    page = text(visitor.get(item))
    [seat] = [key for label, key in seats(page, "brought_seats").items() if reader in label]
    form = {
        "words": "Three vans after closing time.",
        "category": "SUPERVISION",
        "handling": "H0",
        "brought_basis": "Wpg 20",
        "brought_seats": seat,
    }
    return visitor.send(f"{item}/contributions", form)


def test_a_contribution_is_read_by_whom_it_was_released_to_until_it_is_recalled(item):
    table, at = item
    assert bring(table.police, at, "Tax").status_code == 302
    assert "Three vans" in words(table.tax.get(at))
    assert "Three vans" not in words(table.chair.get(at))
    page = text(table.police.get(at))
    recall = address(page, "/recall")
    assert table.tax.send(recall, {"recall_reason": "ours"}).status_code == 404
    assert table.police.send(recall, {"recall_reason": ""}).status_code == 422
    assert table.police.send(recall, {"recall_reason": "not ours to share"}).status_code == 302
    assert "Three vans" not in words(table.tax.get(at))
    assert "not ours to share" in words(table.police.get(at))


def test_data_of_a_later_phase_are_not_offered_and_refused(item):
    table, at = item
    page = text(table.police.get(at))
    assert 'value="POLICE_8_13"' in page
    assert 'value="POLICE_9_10"' not in page
    form = {"words": "x", "category": "POLICE_9_10", "handling": "H0", "brought_basis": "Wpg"}
    assert table.police.send(f"{at}/contributions", form).status_code == 422


def test_what_was_typed_stays_beside_what_somebody_stored_meanwhile(item):
    table, at = item
    form = {"version": "1", "what-criminal": "search the yard", "why-criminal": "a tip"}
    answer = table.chair.send(f"{at}/options", form)
    assert answer.status_code == 409
    page = text(answer)
    assert "search the yard</textarea>" in page
    assert 'class="difference"' in page
    assert "no suspicion yet" in page


def test_options_miss_no_track(item):
    table, at = item
    answer = table.chair.send(f"{at}/options", {"version": "2", "what-criminal": "x"})
    assert answer.status_code in (409, 422)
    assert "no suspicion yet" in words(table.police.get(at))
