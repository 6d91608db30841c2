"""The explorer: picture and tables say the same, every move is an address, limits are kept."""

import json

import pytest

from tests.app.views.case_with_money import money  # noqa: F401 - a fixture
from tests.app.views.reading import text, words


def drawn(client, money, asked):  # noqa: F811
    answer = client.get(f"{money.path}/explore.json?{asked}")
    assert answer.status_code == 200, text(answer)
    return json.loads(text(answer))


def labels(found):
    return {node["label"] for node in found["nodes"]}


def test_picture_and_tables_say_the_same(officer, money):  # noqa: F811
    asked = f"start={money.who}"
    found = drawn(officer, money, asked)
    page = text(officer.get(f"{money.path}/explore?{asked}"))
    assert labels(found) == {"Proefman", "De Ankerplaats B.V.", "A"}
    assert all(f'data-node="{node["id"]}"' in page for node in found["nodes"])
    assert all(f'data-edge="{edge["id"]}"' in page for edge in found["edges"])
    part = officer.get(f"{money.path}/explore?{asked}", headers={"HX-Request": "true"})
    assert "<html" not in text(part)
    assert "Proefman" in words(part)
    assert "<svg" in text(officer.get(f"{money.path}/explore.svg?{asked}"))


def test_without_a_word_it_shows_people_and_things(officer, money):  # noqa: F811
    assert "A" not in labels(json.loads(text(officer.get(f"{money.path}/explore.json"))))


def test_every_move_is_an_address_of_its_own(officer, money):  # noqa: F811
    found = drawn(officer, money, f"start={money.who}")
    account = next(node for node in found["nodes"] if node["label"] == "A")
    assert officer.get(account["expand"]).status_code == 422  # two steps: say why
    assert 'role="alert"' in text(officer.get(account["expand"]))
    moved = account["expand"].replace("/explore", "/explore.json") + "&reason=who+pays"
    opened = json.loads(text(officer.get(moved)))
    assert labels(opened) == {"Proefman", "De Ankerplaats B.V.", "A", "B", "C", "D"}
    hidden = text(officer.get(account["hide"]))
    assert f'data-node="{money.A}"' not in hidden
    assert f'data-node="{money.A}"' in text(officer.get(account["begin"]))
    assert officer.get(account["panel"]).status_code == 200
    assert officer.get(account["statement"]).status_code == 200


def test_a_way_is_marked_and_a_group_can_be_opened(officer, money):  # noqa: F811
    found = drawn(officer, money, f"between={money.who}&between={money.D}&reason=x")
    assert {node["label"] for node in found["nodes"] if node["onway"]} == {"Proefman", "A", "D"}
    assert any(edge["onway"] for edge in found["edges"])
    grouped = drawn(officer, money, "together=circles")
    group = next(node for node in grouped["nodes"] if node["size"] > 1)
    assert "4 × " in group["label"]
    opened = json.loads(text(officer.get(group["expand"].replace("/explore", "/explore.json"))))
    assert {"A", "B", "C", "D"} <= labels(opened)


def test_the_table_can_be_asked_around_one_party(officer, money):  # noqa: F811
    near = officer.get(f"{money.path}/explore?from=&near={money.D}", headers={"HX-Request": "t"})
    assert text(near).count("data-edge=") == 1


@pytest.mark.parametrize(
    "asked",
    ["start=ghost", "from=2024-02-30", "together=score", "between=x", "view=x", "open=<b>"],
)
def test_what_cannot_be_asked_is_refused_on_the_page(officer, money, asked):  # noqa: F811
    assert officer.get(f"{money.path}/explore?{asked}").status_code == 422
    assert officer.get(f"{money.path}/explore.json?{asked}").status_code in (404, 422)


def test_others_are_marked_only_when_asked_for(officer, money):  # noqa: F811
    found = drawn(officer, money, "others=y")
    assert not any(node["elsewhere"] for node in found["nodes"])  # no other case here
