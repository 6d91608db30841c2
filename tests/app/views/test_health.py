"""What those who keep the house running are told: alive, ready, counted; nothing else."""

import pytest

from tests.walls import visiting


def test_a_living_process_says_so_to_anybody(client_of):
    answer = client_of().get("/healthz")
    assert (answer.status_code, answer.json) == (200, {"ok": True})


def test_a_house_that_is_whole_is_ready(client_of):
    answer = client_of().get("/readyz")
    assert answer.status_code == 200
    assert answer.json == {"ok": True, "database": True, "queue": True, "keys": True}


def test_a_house_without_its_keys_is_not_ready_and_says_what_is_missing(client_of, home):
    (home / "keys" / "seal.key").unlink()
    answer = client_of().get("/readyz")
    assert answer.status_code == 503
    assert answer.json == {"ok": False, "database": True, "queue": True, "keys": False}


def test_a_house_without_its_database_is_not_ready(app, client_of, home):
    visiting.close_house(app)
    (home / "bureau.db").unlink()
    (home / "bureau.db").mkdir()
    answer = client_of().get("/readyz")
    assert answer.status_code == 503
    assert answer.json["database"] is False


def test_a_house_without_its_queue_is_not_ready(home):
    made = visiting.open_house(home, queue_url=f"sqlite:///{home / 'nowhere' / 'queue.db'}")
    answer = made.test_client().get("/readyz")
    visiting.close_house(made)
    assert (answer.status_code, answer.json["queue"]) == (503, False)


def test_counters_stay_in_the_house_unless_asked_for(client_of):
    assert client_of().get("/metrics").status_code == 404


def test_counters_are_numbers_and_name_nobody(home):
    made = visiting.open_house(home, metrics=True)
    answer = made.test_client().get("/metrics")
    visiting.close_house(made)
    assert answer.mimetype == "text/plain"
    lines = [line for line in answer.get_data(as_text=True).splitlines() if line[0] != "#"]
    assert [line.split()[0] for line in lines] == ["bureau_memory_bytes", "bureau_cpu_seconds"]
    assert all(float(line.split()[1]) > 0 for line in lines)


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_nothing_of_it_is_kept_by_a_browser(client_of, path):
    answer = client_of().get(path)
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in answer.headers
