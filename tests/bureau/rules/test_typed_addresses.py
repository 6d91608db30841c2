"""Addresses as people type them: one address, one token; and what only looks like one."""

import pytest

from bureau.rules.referral_texts import ends_of_streets
from bureau.rules.typed_addresses import address_in, kept_of, looks_like_one, words_of

KEPT = "Wilgenpad 118, 9999 ZX Monde"


@pytest.mark.parametrize(
    "text",
    [
        "Wilgenpad 118",
        "WILGENPÁD-118",
        "zij is op het wilgenpad nr. 118 te Monde",
        "Wilgenpad nummer 118",
        "Wilgenpad no. 118",
        "Wilgenpad huisnummer 118",
        "Wilgenpad # 118",
        "Wilgenpad 118a",
        "Wilgenpad 118A.",
        "Wilgenpad 118hs",
        "Wilgenpad 118-2",
        "Wilgenpad118",
        "118 Wilgenpad",
        "118, Wilgenpad",
        "Wilgenpad 0118",
        "9999-ZX",
        "9999zx118",
        "post: 9999 . zx",
        "9999\u2013ZX",
        "9999 (ZX)",
        "op nummer 118 aan het Wilgenpad",
        "Wilgenpad op nr. 118",
        "Wilgenpad 1\u200b18",
    ],
)
def test_however_it_is_written_it_is_the_same_address(text):
    assert set(kept_of(KEPT)) & set(words_of(text))


@pytest.mark.parametrize(
    ("kept", "typed"),
    [
        ("Kerkstraat 12a, Monde", "kerkstraat 12"),
        ("Kerkstraat nr. 12", "Kerkstraat 12"),
        ("Kerkstr. 12", "Kerkstraat 12"),
        ("1e Weg 5", "op de 1e weg 5"),
        ("Dam 5", "bij Dam 5"),
        ("De Ruyterkade 5bis", "Ruyterkade 5"),
        ("Plein 1945 12", "plein 1945 nr 12"),
        ("12 Kerkstraat, Monde", "Kerkstraat 12"),
        ("Kerkstraat, 12, 3511 AB", "Kerkstraat 12"),
        ("de Dam 1", "Dam 1"),
        ("Kerkpln 5", "Kerkplein 5"),
    ],
)
def test_short_and_numbered_streets_can_be_kept(kept, typed):
    assert set(kept_of(kept)) & set(words_of(typed))


@pytest.mark.parametrize("text", ["Wilgenpad 119", "Kade 118", "118 dagen", "in 2026", "9998 ZX"])
def test_another_address_is_another(text):
    assert not set(kept_of(KEPT)) & set(words_of(text))


def test_what_follows_a_street_is_no_street():
    assert not set(kept_of("Kerkstraat 12, tot 1 mei")) & set(words_of("tot 1"))


def test_a_room_is_no_street():
    assert not set(kept_of("Kerkstraat 12, kamer 3")) & set(words_of("kamer 3"))


def test_a_short_last_word_of_a_street_is_not_kept_alone():
    assert not set(kept_of("1e Weg 5")) & set(words_of("op weg 5 mensen gezien"))


@pytest.mark.parametrize("text", ["on 14 May we saw 3 of 20", "Gemeente", "artikel 5"])
def test_nothing_is_kept_of_a_text_without_a_street(text):
    assert not [token for token in kept_of(text) if token.startswith(("gemeente", "saw"))]


@pytest.mark.parametrize(
    "text",
    [
        "Kerkstraat 12",
        "kade nr. 3",
        "bij 3011 AB",
        "aan Loods 4",
        "Ruyterkade 5bis",
        "1234ab",
        "1234 ab 5",
        "ZONNEBLOEM 12",
        "12 Zonnebloem",
        "Érable 5",
        "De Ley 5",
        "Kerkstraat 2011",
        "14 wilgenpad",
    ],
)
def test_what_a_reader_takes_for_an_address(text):
    assert looks_like_one(text, ends_of_streets())


@pytest.mark.parametrize(
    "text",
    [
        "Er waren 3 winkels open.",
        "Overleg om 14 uur.",
        "Politiewet 3 is de bevoegdheid.",
        "een last volgens Gemeentewet 160",
        "op Maart 3 gezien",
        "in 2026 en 2027",
        "vergunning van 10 mei 2026",
        "fase 2, Fase 2",
    ],
)
def test_what_nobody_takes_for_an_address(text):
    assert not looks_like_one(text, ends_of_streets())
    assert not address_in(text, ends_of_streets())
