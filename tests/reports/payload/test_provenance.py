"""Evidence and custody as CASE and UCO."""

import json

from bureau.rules.vocabulary import Track
from reports.payload import provenance
from tests.reports.samples import sample


def made():
    dossier = sample(Track.CRIMINAL)
    content = provenance.case_jsonld(
        dossier.cover, dossier.evidence, dossier.custody, {1: "evidence/B1.pdf"}
    )
    return dossier, content


def test_every_exhibit_and_every_hand_over_is_told_with_its_digest():
    dossier, content = made()
    things = {one["@id"]: one for one in json.loads(content)["@graph"]}
    kinds = [one["@type"].partition(":")[2] for one in things.values()]
    assert kinds.count("ProvenanceRecord") == len(dossier.evidence)
    assert kinds.count("InvestigativeAction") == len(dossier.custody)
    digests = {one.sha256 for one in dossier.evidence if one.sha256}
    assert all(digest.encode() in content for digest in digests)
    [whole] = [one for one in things.values() if one["@type"].endswith("Investigation")]
    assert all(one["@id"] in things for one in whole["uco-core:object"])


def test_every_prefix_is_explained():
    _, content = made()
    told = json.loads(content)
    used = {key.partition(":")[0] for one in told["@graph"] for key in one if ":" in key}
    assert used <= set(told["@context"])


def test_the_same_dossier_gives_the_same_file():
    assert made()[1] == made()[1]
