"""Whatever is handed in, a reader answers with values or with a refusal that helps."""

import json
import random
import zipfile
from io import BytesIO

import pytest
from hypothesis import given as over
from hypothesis import settings
from hypothesis import strategies as st

from bureau.errors import Invalid
from bureau.formats.payments_csv import read_payments_csv
from bureau.formats.registry import READERS
from tests.bureau.formats.samples import balance, camt, detail, entry, given, mt940
from tests.bureau.formats.test_bag import WHOLE, extract
from tests.bureau.formats.test_bods import statement
from tests.bureau.formats.test_brp import CHILD, ONE, person, sheet
from tests.bureau.formats.test_ftm import line
from tests.bureau.formats.test_ftm_links import PAID, PARTIES

DEEP = 200_000
ZIPPED = BytesIO()
with zipfile.ZipFile(ZIPPED, "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr("a.xml", camt(entry("1", details=detail())))
SEEDS = {
    "camt053": (
        camt(balance("OPBD", "1") + entry("1", details=detail("1")) + balance("CLBD", "2")),
        ZIPPED.getvalue(),
    ),
    "mt940": (mt940(":61:2403050305C50,00NTRFNONREF//B1", ":86:020?00X?20Y?32Z"),),
    "payments-csv": (
        b"id,date,amount,currency,from_account,to_account\np,2024-03-01,1.50,EUR,A,B\n",
        b"id;date;amount;currency;from_account;to_account\np;2024-03-01;1.234,50;EUR;A;B\n",
    ),
    "entities-csv": (b"name,kvk\nLoods B.V.,90001999\n", b"naam;geboren\nZee;1970-01-02\n"),
    "network-csv": (b"source,target,weight,date\na,b,1,2024-03-01\n",),
    "kvk": (
        b'{"kvkNummer":"01234567","naam":"F","_embedded":{"eigenaar":{"rsin":"1"}}}',
        b'{"resultaten":[{"kvkNummer":"01234567","naam":"F"}],"totaal":1}',
    ),
    "brk": (
        b'{"_embedded":{"zakelijkGerechtigden":[{"identificatie":"1","type":"eigenaar",'
        b'"tenaamstelling":{"aandeel":{"teller":1,"noemer":2}},"erfpachtCanon":{"jaarlijksBedrag":'
        b'{"som":1.5,"valuta":{"code":"EUR"}}},"persoon":{"type":"kadaster_natuurlijk_persoon"}}]}}',
    ),
    "brp-csv": (sheet(person(ONE, "Zee", _09_01_20=CHILD, _09_02_40="Zee")),),
    "bag": (extract(*WHOLE),),
    "bods": (
        json.dumps([statement("person", "p"), statement("relationship", "r")]).encode(),
        b'{"company_number":"1","data":{"kind":"individual-person-with-significant-control",'
        b'"name_elements":{"surname":"Zee"},"date_of_birth":{"month":10,"year":1955}}}',
    ),
    "ftm": (
        "\n".join(
            (*PARTIES, line("t", "Payment", **PAID, date="2024-05-07"), line("x", "Article"))
        ).encode(),
    ),
}
HOSTILE = {
    "deep json": b'{"a":' * DEEP,
    "deep list": b"[" * DEEP,
    "deep xml": b"<a>" * DEEP,
    "long number": b'{"kvkNummer": ' + b"9" * 5000 + b"}",
    "outside entity": b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><a>&e;</a>',
    "utf-16": '{"a": 1}'.encode("utf-16"),
    "nul": b"id,date\x00\n",
    "only a mark": b"\xef\xbb\xbf",
    "nothing": b"",
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "program": b"\x7fELF" + bytes(64),
    "half a zip": b"PK\x03\x04" + bytes(100),
    "line ends": b"\n" * 1000,
    "quotes": b'"' * 1001,
    "braces": b"{1:" * 1000,
}
SPLICES = (b'"', b"\x00", b"\xff", b"<", b"&x;", b"[", b"}", b",", b":", b"-", b"9" * 40, b"\n")


def read_or_refuse(name, content):
    """Only values or a complete refusal may come out; any other exception fails the test."""
    try:
        return READERS[name].read(content)
    except Invalid as refusal:
        complete = bool(refusal.where and refusal.hint and str(refusal))
    assert complete
    return None


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("attack", HOSTILE)
def test_a_hostile_file_is_refused_with_place_and_remedy(name, attack):
    assert read_or_refuse(name, HOSTILE[attack]) is None


@pytest.mark.parametrize("name", READERS)
def test_the_seeds_themselves_are_sound(name):
    assert all(read_or_refuse(name, seed) is not None for seed in SEEDS[name])


def mutated(seed, dice):
    content = bytearray(seed)
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(len(content) + 1)
        match dice.randrange(4):
            case 0:
                content[at:at] = dice.choice(SPLICES)
            case 1:
                del content[at : at + dice.randint(1, 20)]
            case 2:
                content[at : at + 1] = bytes([dice.randrange(256)])
            case _:
                content[at:at] = content[dice.randrange(len(content) + 1) :][:30]
    return bytes(content)


@pytest.mark.parametrize("name", READERS)
def test_damaged_files_never_raise_anything_else(name):
    dice = random.Random(name)  # noqa: S311 - a repeatable series, no secret
    for _ in range(400):
        read_or_refuse(name, mutated(dice.choice(SEEDS[name]), dice))


@pytest.mark.parametrize("name", READERS)
@over(st.binary(max_size=300))
@settings(max_examples=60, deadline=None)
def test_random_bytes_never_raise_anything_else(name, content):
    read_or_refuse(name, content)


# A peer of the benchmarks, compiled with fast mathematics, takes subnormal numbers from a process.
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_subnormal=False)
    | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    *("kvkNummer", "naam", "_embedded", "eigenaar", "adressen", "resultaten"),
                    *("zakelijkGerechtigden", "persoon", "type", "status", "body", "fout"),
                    *("http_status", "tenaamstelling", "identificatie", "totaal"),
                    *("recordType", "recordDetails", "interests", "data", "id", "schema"),
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@pytest.mark.parametrize("name", ["kvk", "brk"])
@over(JSON)
@settings(max_examples=150, deadline=None)
def test_sound_json_of_any_shape_never_raises_anything_else(name, value):
    read_or_refuse(name, json.dumps(value).encode())


def test_naughty_strings_are_names_like_any_other():
    strings = [text for text in json.loads(given("g-hostile", "blns", "blns.json")) if text.strip()]
    head = "id,date,amount,currency,from_account,to_account,from_name\n"
    for text in strings:
        quoted = text.replace('"', '""')
        content = f'{head}p,2024-03-01,1.00,EUR,A,B,"{quoted}"\n'.encode("utf-8", "surrogatepass")
        read = read_or_refuse("payments-csv", content)
        if read is not None:
            assert read.payments[0].from_name == text.strip()
        else:
            assert "\x00" in text


def test_names_in_any_direction_are_kept():
    name = "\u202eשלום\u202c Fictie"
    content = (
        f"id,date,amount,currency,from_account,to_account,to_name\np,2024-03-01,1,EUR,A,B,{name}"
    )
    assert read_payments_csv(content.encode()).payments[0].to_name == name
