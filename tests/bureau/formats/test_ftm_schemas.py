"""The table speaks the vocabulary that the standard publishes."""

import json

from bureau.formats.ftm_schemas import ALIASES, BELONGS, LINKS, NOTES, THINGS
from tests.bureau.formats.samples import given


def properties(schemata, name):
    own = set(schemata[name]["properties"])
    return own.union(*(properties(schemata, above) for above in schemata[name].get("extends", ())))


def test_every_schema_and_property_is_one_of_the_standard():
    content = given("a-ownership", "followthemoney-model", "defaultModel.json")
    schemata = json.loads(content)["schemata"]
    for name, thing in THINGS.items():
        said = {each for field in thing.fields.values() for each in field.split("|")}
        assert said | set(thing.numbers) <= properties(schemata, name), name
        assert {*ALIASES, *NOTES, "name"} <= properties(schemata, name)
    for name, link in LINKS.items():
        assert {link.source, link.target, link.word} <= properties(schemata, name), name
    known = set().union(*(properties(schemata, name) for name in THINGS))
    assert set(BELONGS) <= known
