"""What patterns of cash measured, as a dossier prints it."""

from bureau.rules.vocabulary import Language
from reports.assembly.measured import measured
from reports.assembly.measured_cash import AMOUNTS, NAMES, SHARES, VALUES
from tests.reports.assembly.rich import BOTH


def test_every_amount_and_share_has_a_name():
    assert set(AMOUNTS) | set(SHARES) <= set(NAMES)
    assert not set(AMOUNTS) & set(SHARES)
    assert all(nl and en for nl, en in (*NAMES.values(), *VALUES.values()))


@BOTH
def test_a_beneficiary_is_printed_as_one_who_knows_of_nothing(rich, language):
    metrics = {"role": "presumed_unwitting", "expected": "10000.00", "difference": "0.030000"}
    with rich.file(language) as file:
        told = measured(file, metrics)
    assert told == (
        "rol: geacht van niets te weten; geen verdachte; verwacht bedrag: € 10.000,00; "
        "verschil: 3,0%"
        if language is Language.NL
        else "role: presumed to know of nothing; not a suspect; sum expected: €10,000.00; "
        "difference: 3.0%"
    )
