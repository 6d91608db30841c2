from app.demo.cast import Cast, enter
from bureau.operations import parties
from tests.bureau.operations.place import open_case

TOLD = {
    "sources": [
        {
            "key": "form",
            "title": "Formulier",
            "kind": "form",
            "origin": "aanvrager",
            "on": 3,
            "how": "ingediend",
            "basis": "Awb 4:2",
        }
    ],
    "people": [
        {
            "key": "eva",
            "source": "form",
            "given_names": "Eva",
            "family_name": "Loods",
            "bsn": 2,
            "roles": [["R03", "bestuurder"]],
        }
    ],
    "companies": [{"key": "firm", "source": "form", "name": "Loods B.V.", "kvk": "90001999"}],
    "ties": [{"kind": "directs", "from": "eva", "to": "firm", "source": "form", "since": 40}],
}


def test_people_and_things_come_with_source_and_role(scene):
    with scene.work("officer", scene.days.moment(0, "09:00"), "test") as work:
        scene.kept["tale"] = open_case(work)
        cast = Cast(scene, "tale")
        enter(cast, work, TOLD)
        eva = parties.read_party(work, cast.case, cast.id("eva"))
        assert eva.label == "Eva Loods"
        assert [role.role for role in eva.roles] == ["R03"]
        cast.recognise(work)
        assert cast.called("Loods B.V.") == cast.id("firm")
