"""Powers: each of some kinds of organisation, told apart by how its articles are written."""

import pytest

from bureau.errors import Invalid
from bureau.rules import powers as law
from bureau.rules.partners import partners
from bureau.rules.powers import PowerFault
from tests.conftest import NOW

DAY = NOW.date()


@pytest.mark.parametrize("row", list(law.powers()), ids=lambda row: row.code)
def test_each_power_belongs_to_kinds_that_exist_and_is_found_by_its_own_words(row):
    assert set(row.kinds) <= set(partners().codes())
    for word in row.words:
        assert row.named_in(f"Op grond van {word.upper()}, lid 2.")
        assert word == word.casefold()


def test_an_article_is_found_however_it_is_written_and_never_half():
    def found(text):
        return [row.code for row in law.named(text, DAY)]

    assert found("art. 3 Politiewet; zie ook Politiewet 3") == ["POLICE_TASK"]
    assert found("AWR artikel 47 en 52") == ["TAX_INSPECTION"]
    assert found("Opiumwet art. 13b, lid 1") == ["CLOSURE_13B"]
    assert found("Politiewet 31") == []
    assert found("Algemene douanewet 1:23") == ["CUSTOMS_CHECK"]


def test_one_power_is_no_row_of_several():
    assert law.single("AWR 47 en 52", DAY)
    assert law.single("Gemeentewet 149; APV", DAY)
    assert not law.single("Politiewet 3; AWR 52", DAY)
    assert not law.single("eigen wet; andere wet", DAY)
    assert not law.single("  ", DAY)


@pytest.mark.parametrize(
    ("text", "card", "found"),
    [
        ("Politiewet 3", ("POLICE_TASK",), None),
        ("Politiewet 3", None, None),
        ("Politiewet 3", ("DETECTION",), PowerFault.BEYOND),
        ("Opiumwet 13b", ("POLICE_TASK",), PowerFault.FOREIGN),
        ("Politiewet 3 en Sv 141", ("POLICE_TASK", "DETECTION"), PowerFault.SEVERAL),
        ("Politiewet 3; Opiumwet 13b", ("POLICE_TASK",), PowerFault.SEVERAL),
        ("goed gesprek", ("POLICE_TASK",), PowerFault.UNLISTED),
        (" ", ("POLICE_TASK",), PowerFault.MISSING),
    ],
)
def test_the_power_of_an_action_is_held_against_its_owner_and_the_card(text, card, found):
    assert law.fault(text, "POLICE", card, DAY) is found


def test_nobody_takes_a_power_of_another_body():
    with pytest.raises(Invalid, match="taking part changes nobody's powers") as refusal:
        law.insist_own(["CLOSURE_13B"], "POLICE", "Politie", DAY)
    assert refusal.value.where["basis"] == "WGS 1.3(4)"
    assert "Politiewet 2012 3" in refusal.value.hint
    with pytest.raises(Invalid, match="POEM is no power"):
        law.insist_own(["POEM"], "POLICE", "Politie", DAY)
    with pytest.raises(Invalid, match="Say which power"):
        law.insist_own([], "POLICE", "Politie", DAY)
    law.insist_own(["POLICE_TASK"], "POLICE", "Politie", DAY)
    law.insist_own([], "ICOV", "iCOV", DAY)
