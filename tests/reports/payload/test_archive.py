"""The card for the archive."""

from defusedxml import ElementTree

from bureau.rules.vocabulary import Track
from reports.payload import archive
from tests.reports.samples import sample

ORDER = [
    *("identificatie", "naam", "aggregatieniveau", "omschrijving", "taal", "event", "waardering"),
    *("isOnderdeelVan", "heeftRepresentatie", "archiefvormer", "beperkingGebruik"),
]


def test_the_card_has_what_the_norm_asks_in_its_order():
    made = sample(Track.CRIMINAL)
    content = archive.mdto_xml(made.cover, made.issuance, "Informatiedossier")
    [card] = ElementTree.fromstring(content)
    assert [one.tag.partition("}")[2] for one in card] == ORDER
    assert made.cover.dossier_id in card[0][0].text


def test_what_the_archivist_decides_is_left_open_and_every_word_is_of_its_list():
    made = sample(Track.CRIMINAL)
    root = ElementTree.fromstring(archive.mdto_xml(made.cover, made.issuance, "x"))
    labels = [each.text for each in root.iter() if each.tag.endswith("begripLabel")]
    assert labels == ["Archiefstuk", "Verzending", "Nader te bepalen", "Overig"]
    assert made.cover.handling in [each.text for each in root.iter()]
