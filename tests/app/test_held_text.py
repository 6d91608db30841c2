"""One value that is held, in words."""

from flask_babel import force_locale

from app import held_text
from bureau.rules.vocabulary import Language


def test_a_value_is_told_by_the_field_it_stands_in(app):
    with app.app_context(), force_locale("nl"):
        called = held_text.names(Language.NL)

        def told(part, name, value):
            return held_text.text(part, name, value, called, Language.NL)

        assert told("deals", "amount", "180000.00") == "180.000,00"
        assert told("ties", "from", "2024-05") == "mei 2024"
        assert told("letters", "number", "2") == "2"
        assert told("answers", "answer", "yes") == "ja"
        assert told("indicators", "indicator", "FIN-01") == "herkomst eigen vermogen onbekend"
        assert told("party", "staff", "6") == "6"
        table = told("answers", "answer", '[{"name": "[…]", "born": "[…]"}]')
        assert table == "naam: […]; geboortedatum: […]"
        rows = '[{"name": "[…]", "indirect": false}]'
        assert told("answers", "answer", rows).endswith("indirect: nee")
