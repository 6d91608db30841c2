"""A board over the web: read by partners, weighed by two, moved by the coordinator."""

from tests.app.views.reading import text, words

MOVE = {"status": "agreed", "review_on": "2026-09-01", "reason": "In de stuurgroep."}


def test_the_coordinator_moves_a_barrier_and_a_partner_weighs_it(client_of):
    coordinator, police = client_of("coordinator"), client_of("police")
    assert "Ondergronds bankieren" in words(police.get("/boards"))
    where = "/boards/UGB/barriers/UGB-4a"
    assert coordinator.send(f"{where}/move", {**MOVE, "review_on": ""}).status_code == 422
    assert coordinator.send(f"{where}/move", MOVE).status_code == 302
    assert police.send(f"{where}/move", MOVE).status_code == 404
    assert coordinator.send(f"{where}/weigh", {"effort": "9", "effect": "1"}).status_code == 422
    assert coordinator.send(f"{where}/weigh", {"effort": "2", "effect": "4"}).status_code == 302
    page = words(coordinator.get(where))
    assert "afgesproken" in page
    assert "minder dan twee" in page
    board = text(coordinator.get("/boards/UGB"))
    assert "barrier--agreed" in board
    assert client_of("admin").get("/boards").status_code == 404


def test_a_board_that_is_not_there_is_not_found(client_of):
    coordinator = client_of("coordinator")
    for path in ("/boards/XYZ", "/boards/UGB/barriers/UGB-9", "/boards/UGB/differences?other=7"):
        assert coordinator.get(path).status_code == 404
    assert "Niets verschilt" in words(coordinator.get("/boards/UGB/differences"))
