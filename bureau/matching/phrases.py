"""The sentences that say what speaks for and against the same person or organisation."""

from bureau.rules.tables import Texts

SAME_NAME = Texts("De namen zijn gelijk geschreven.", "The names are written the same.")
SAME_WORDS = Texts(
    "De namen hebben dezelfde woorden, anders geschreven.",
    "The names have the same words, written otherwise.",
)
OTHER_ORDER = Texts(
    "Dezelfde woorden staan in een andere volgorde.",
    "The same words stand in another order.",
)
FATHER_SWAPPED = Texts(
    "Wie het kind is en wie de vader (“bin”), staat andersom.",
    "Who is the child and who the father (“bin”) stands the other way round.",
)
EQUAL_WORDS = Texts("In beide namen staat: {words}.", "Both names hold: {words}.")
SPELLING = Texts(
    "“{one}” en “{other}” schelen {count} letter(s).",
    "“{one}” and “{other}” differ in {count} letter(s).",
)
SOUND = Texts("“{one}” en “{other}” klinken gelijk.", "“{one}” and “{other}” sound alike.")
INITIAL = Texts(
    "“{one}” kan de voorletter van “{other}” zijn; dat zegt weinig.",
    "“{one}” may be the initial of “{other}”; that says little.",
)
NICKNAME = Texts(
    "“{one}” en “{other}” zijn vormen van één voornaam; dat zegt weinig.",
    "“{one}” and “{other}” are forms of one given name; that says little.",
)
CONSONANTS = Texts(
    "“{one}” en “{other}” hebben dezelfde of bijna dezelfde medeklinkers; het ene schrift laat"
    " klinkers weg.",
    "“{one}” and “{other}” have the same or nearly the same consonants; one script leaves vowels"
    " out.",
)
JOINED = Texts(
    "“{one}” is hetzelfde als “{other}”, maar anders gesplitst.",
    "“{one}” is the same as “{other}”, but split otherwise.",
)
SCRIPT = Texts(
    "Eén naam staat in een ander schrift en is in Latijnse letters gelezen als “{text}”.",
    "One name is in another script and was read in Latin letters as “{text}”.",
)
SAME_FORM = Texts("De rechtsvorm is dezelfde.", "The legal form is the same.")
OTHER_FORM = Texts("De rechtsvormen verschillen.", "The legal forms differ.")
ONLY_THERE = Texts(
    "Alleen in één van de namen staat: {words}.", "Only one of the names holds: {words}."
)
OTHER_WORDS = Texts(
    "“{one}” en “{other}” zijn verschillende woorden.",
    "“{one}” and “{other}” are different words.",
)
PLACEHOLDER = Texts(
    "Eén van de namen is geen naam, maar een invulling waar de naam niet bekend is.",
    "One of the names is no name, but what is filled in where the name is not known.",
)
PROTECTED = Texts(
    "Een beschermde persoon wordt nooit vergeleken.", "A protected person is never compared."
)
OTHER_KIND = Texts(
    "De ene is een persoon, de andere een organisatie.",
    "One is a person, the other an organisation.",
)
NAME_ALONE = Texts(
    "Alleen de namen konden worden vergeleken; veel mensen delen een naam.",
    "Only the names could be compared; many people share a name.",
)
COMPANY_NAME_ALONE = Texts(
    "Alleen de namen konden worden vergeleken; meer organisaties kunnen zo heten.",
    "Only the names could be compared; more organisations may be called so.",
)
BORN_SAME = Texts("Dezelfde geboortedatum: {day}.", "The same date of birth: {day}.")
BORN_FITS = Texts(
    "De geboortedata passen bij elkaar, voor zover bekend: {one} en {other}.",
    "The dates of birth fit, as far as they are known: {one} and {other}.",
)
BORN_SWAPPED = Texts(
    "De geboortedata zijn gelijk als dag en maand verwisseld zijn: {one} en {other}.",
    "The dates of birth are equal if day and month were swapped: {one} and {other}.",
)
BORN_NEAR = Texts(
    "De geboortedata schelen één cijfer: {one} en {other}.",
    "The dates of birth differ in one digit: {one} and {other}.",
)
BORN_OTHER = Texts(
    "Verschillende geboortedata: {one} en {other}.", "Different dates of birth: {one} and {other}."
)
DIED_OTHER = Texts(
    "Verschillende sterfdata: {one} en {other}.", "Different dates of death: {one} and {other}."
)
NUMBER_SAME = Texts("Hetzelfde nummer: {scheme}.", "The same number: {scheme}.")
NUMBER_OTHER = Texts("Verschillende nummers: {scheme}.", "Different numbers: {scheme}.")
NUMBER_NEAR = Texts(
    "De nummers schelen één teken: {scheme}.", "The numbers differ in one character: {scheme}."
)
ADDRESS_SAME = Texts("Hetzelfde adres: {address}.", "The same address: {address}.")

SCHEMES = {
    "bsn": Texts("burgerservicenummer", "citizen service number (BSN)"),
    "kvk": Texts("KVK-nummer", "company register number (KVK)"),
    "rsin": Texts("RSIN", "RSIN"),
    "vestiging": Texts("vestigingsnummer", "establishment number"),
    "brk": Texts("kadastraal nummer", "land register number"),
    "bag": Texts("BAG-nummer", "BAG number"),
    "foreign": Texts("buitenlands nummer", "foreign number"),
}


def scheme(code: str) -> Texts:
    """How a kind of number is called."""
    return SCHEMES.get(code, Texts(code, code))
