"""Areas over the web: boundaries, a map with a list, statements of each block."""

from io import BytesIO

from tests.app.views.reading import address, only_version, raw_days, text, words
from tests.bureau.formats.test_boundaries import feature, file
from tests.bureau.operations.test_areas import NAMES, moved

FIGURE = {"kind": "businesses", "value": "1450", "source": "Handelsregister"}


def draw(client, content=None):
    many = file(*(feature(moved(n / 50), name) for n, name in enumerate(NAMES)))
    upload = {"file": (BytesIO(content or many), "kaart.geojson")}
    said = {"system": "wgs84", "source": "Eigen kaart", **upload}
    return client.send("/areas/boundaries", said)


def test_the_coordinator_draws_areas_and_says_what_holds(client_of):
    coordinator = client_of("coordinator")
    assert "Nog geen gebied" in words(coordinator.get("/areas"))
    assert coordinator.get("/areas/boundaries").status_code == 200
    assert draw(coordinator, b"{}").status_code == 422
    assert draw(coordinator).status_code == 302
    assert text(coordinator.get("/areas")).count("map__area--other") == 3
    assert coordinator.get("/areas/zuidkade/size/new").status_code == 200
    assert coordinator.send("/areas/zuidkade/size/new", {**FIGURE, "value": ""}).status_code == 422
    assert coordinator.send("/areas/zuidkade/size/new", FIGURE).status_code == 302
    shown = coordinator.get("/areas/zuidkade")
    assert raw_days(shown) == []
    page = text(shown)
    assert "1.450" in page
    where = address(page, "/statements/1/end")
    assert coordinator.get(where).status_code == 200
    assert coordinator.send(where, {"reason": ""}).status_code == 422
    assert coordinator.send(where, {"reason": "Verkeerd geteld."}).status_code == 302
    assert coordinator.get("/areas/zuidkade/nothing/new").status_code == 404


def test_neighbours_are_chosen_and_drawn_in_their_role(client_of):
    coordinator = client_of("coordinator")
    draw(coordinator)
    page = text(coordinator.get("/areas/zuidkade/neighbours"))
    given = {"version": only_version(page), "ring": ["loodsbuurt"], "comparison": "oosterhaven"}
    assert coordinator.send("/areas/zuidkade/neighbours", given).status_code == 422
    given["reason"] = "Grenst aan."
    assert coordinator.send("/areas/zuidkade/neighbours", given).status_code == 302
    shown = text(coordinator.get("/areas/zuidkade?on=rubbish"))
    for role in ("own", "ring", "comparison"):
        assert f"map__area--{role}" in shown


def test_a_partner_reads_and_changes_nothing(client_of):
    draw(client_of("coordinator"))
    officer = client_of("officer")
    assert "Toevoegen" not in words(officer.get("/areas/zuidkade"))
    assert officer.get("/areas/zuidkade/size/new").status_code == 404
    assert client_of("admin").get("/areas").status_code == 404
