"""The comparison of assets stands in the dossier where a person retained its lead, in full."""

from reports.assembly.wealth import wealth

TERMS = {
    "opening": "10000.00",
    "income": "30000.00",
    "loans": "0.00",
    "spending": "55000.00",
    "closing": "20000.00",
    "unexplained": "35000.00",
}


def test_every_term_stands_in_it_and_the_sum_is_what_was_found(rich):
    with rich.file() as file:
        hit = next(hit for hit in file.hits if hit.status == "retained")
        hit.pattern, hit.metrics, hit.subjects = "UB-26", TERMS, [str(rich.lender)]
        [row] = wealth(file)
        assert row.who == "Geertje Kwakman"
        assert (row.opening.minor, row.spending.minor) == (1_000_000, 5_500_000)
        assert row.unexplained.minor == 3_500_000
        assert row.sources


def test_a_lead_that_nobody_retained_is_not_compared(rich):
    with rich.file() as file:
        assert wealth(file) == ()
