"""The settings of a pattern in the notation of the reader."""

from bureau.rules import patterns as law
from bureau.rules.vocabulary import Language
from reports.assembly.settings import settings
from tests.reports.assembly.rich import BOTH

CHOSEN = {"Gmin_eur": "25000", "W_days": "60", "k": "3", "theta": "0.85"}


@BOTH
def test_a_setting_has_its_unit_and_a_usual_one_its_reason(rich, language):
    with rich.file(language) as file:
        pattern = law.pattern("UB-01", file.work.today)
        told = dict(settings(file, pattern.parameters, CHOSEN))
    if language is Language.NL:
        assert told["Gmin_eur"].startswith("€ 25.000,00. Kleinere bedragen")
        assert told["k"].startswith("3 betalingen. Minder dan drie")
        assert told["W_days"] == "60 dagen"
    else:
        assert told["Gmin_eur"].startswith("€25,000.00. Smaller amounts")
        assert told["theta"].startswith("85%. At least 85 per cent")
        assert told["W_days"] == "60 days"


def test_a_setting_that_no_pattern_knows_stands_as_it_was_kept(rich):
    with rich.file() as file:
        assert settings(file, (), {"word": "both"}) == (("word", "both"),)
