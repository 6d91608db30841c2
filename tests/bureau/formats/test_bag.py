from bureau.formats.bag import read_bag
from tests.bureau.formats.samples import refusal

EXTRACT = "<bagStand><stand>{}</stand></bagStand>"
STAND = (
    "<bagObject><{kind}><identificatie>{id}</identificatie>{more}<voorkomen><Voorkomen>"
    "<beginGeldigheid>{since}</beginGeldigheid>{until}</Voorkomen></voorkomen></{kind}></bagObject>"
)


def stand(kind, number, more="", since="2011-01-01", until=""):
    ended = f"<eindGeldigheid>{until}</eindGeldigheid>" if until else ""
    return STAND.format(kind=kind, id=number, more=more, since=since, until=ended)


def extract(*stands):
    return EXTRACT.format("".join(stands)).encode()


PLACE = (
    "<heeftAlsHoofdadres><NummeraanduidingRef>2</NummeraanduidingRef></heeftAlsHoofdadres>"
    "<gebruiksdoel>winkelfunctie</gebruiksdoel><gebruiksdoel>woonfunctie</gebruiksdoel>"
    "<oppervlakte>{}</oppervlakte><maaktDeelUitVan><PandRef>3</PandRef></maaktDeelUitVan>"
)
NUMBER = (
    "<huisnummer>4</huisnummer><huisletter>b</huisletter><postcode>1234AB</postcode>"
    "<ligtAan><OpenbareRuimteRef>5</OpenbareRuimteRef></ligtAan>"
)
WHOLE = (
    stand("Verblijfsobject", "1", PLACE.format(80), "2011-01-01", "2019-01-01"),
    stand("Verblijfsobject", "1", PLACE.format(120), "2019-01-01"),
    stand("Nummeraanduiding", "2", NUMBER),
    stand("Pand", "3", "<oorspronkelijkBouwjaar>1985</oorspronkelijkBouwjaar>"),
    stand(
        "OpenbareRuimte", "5", "<naam>Kade</naam><ligtIn><WoonplaatsRef>6</WoonplaatsRef></ligtIn>"
    ),
    stand("Woonplaats", "6", "<naam>Havermonde</naam>"),
)


def test_a_place_has_its_use_area_history_address_and_building():
    file = read_bag(extract(*WHOLE))
    address, place, building = file.parties
    assert address.label == "Kade 4-b, 1234AB Havermonde"
    assert place.label == "verblijfsobject Kade 4 b Havermonde"
    assert (place.fields["use"], place.fields["square_metres"]) == (
        "winkelfunctie, woonfunctie",
        120,
    )
    assert place.fields["note"].splitlines() == [
        "BAG vanaf 2019-01-01: winkelfunctie, woonfunctie; 120 m2",
        "BAG vanaf 2011-01-01 tot 2019-01-01: winkelfunctie, woonfunctie; 80 m2",
    ]
    assert place.valid_from == "2011-01-01"
    assert building.fields["note"].startswith("Oorspronkelijk bouwjaar: 1985")
    assert [(tie.target, tie.detail, tie.valid_from) for tie in file.ties] == [
        ("2", "hoofdadres", "2011-01-01"),
        ("3", "maakt deel uit van pand", "2011-01-01"),
    ]
    assert file.warnings == ()


def test_what_lies_outside_the_file_is_counted():
    file = read_bag(extract(WHOLE[1], WHOLE[2]))
    told = " ".join(warning.message for warning in file.warnings)
    assert "no street or town" in told
    assert "maakt deel uit van pand" in told
    assert file.parties[0].label == "4-b, 1234AB"


def test_an_area_that_the_register_does_not_know_is_none():
    file = read_bag(extract(stand("Verblijfsobject", "1", PLACE.format(999999))))
    assert "square_metres" not in file.parties[0].fields


def test_names_of_streets_alone_and_other_files_are_refused():
    assert "OpenbareRuimte" in str(refusal(read_bag, extract(WHOLE[4])))
    assert "no objects" in str(refusal(read_bag, b"<a/>"))
    assert "no number" in str(refusal(read_bag, extract(stand("Pand", ""))))
