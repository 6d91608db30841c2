"""The fictional money behind both samples."""

# ruff: noqa: E501 (a value with its words in two languages stands on one line)

from collections.abc import Callable

from reports.values.finance import Amount, Finances, FinancingLine, MonthFlow, PropertyDeal, Side

Say = Callable[[str, str], str]
_IN = (410, 395, 2310, 480, 505, 1890, 430, 415, 2720, 390, 450, 470, 2460, 440)
_OUT = (380, 400, 450, 1980, 470, 460, 1650, 430, 520, 2410, 415, 440, 460, 2205)


def finances(say: Say) -> Finances:
    """Uses and sources, two transfers and fourteen months of flows."""
    months = [f"2025-{m:02}" for m in range(8, 13)] + [f"2026-{m:02}" for m in range(1, 10)]
    return Finances(
        currency="EUR",
        financing=(
            FinancingLine(Side.USE, say("Koopsom pand", "Price of the building"), Amount(54_000_000), Amount(54_000_000), (3,)),
            FinancingLine(Side.USE, say("Kosten koper", "Purchase costs"), Amount(5_616_000), Amount(5_616_000), (3,)),
            FinancingLine(Side.USE, say("Inrichting werkplaats", "Fitting out the workshop"), Amount(4_250_000), Amount(0), (1,), say("geen facturen gezien", "no invoices seen")),
            FinancingLine(Side.SOURCE, say("Eigen geld", "Own money"), Amount(8_000_000), Amount(3_150_000), (1, 7)),
            FinancingLine(Side.SOURCE, say("Hypothecaire lening", "Mortgage loan"), Amount(15_000_000), Amount(15_000_000), (4,)),
            FinancingLine(Side.SOURCE, say("Onderhandse lening Brinkhaven", "Private loan Brinkhaven"), Amount(31_000_000), Amount(0), (2,), say("geen overboeking gezien", "no transfer seen")),
        ),
        deals=(
            PropertyDeal("Lijnbaankade 14", "2024-11-21", "Woonstede Havermonde", "Pijlhoek Beheer B.V.", Amount(39_100_000), None, "", say("eigen geld", "own money"), "", (3,)),
            PropertyDeal("Lijnbaankade 14", "2025-03-14", "Pijlhoek Beheer B.V.", "Kadeland Vastgoed B.V.", Amount(54_000_000), Amount(39_100_000), "2024-11-21", say("zie hierboven", "see above"), say("hypotheek € 150.000", "mortgage € 150,000"), (3, 4)),
        ),
        flows=tuple(
            MonthFlow(month, i * 1000, o * 1000) for month, i, o in zip(months, _IN, _OUT, strict=True)
        ),
        flows_of=say("bedrijfsrekening NL82BURO0123456789", "business account NL82BURO0123456789"),
        flows_sources=(7,),
        unexplained=(
            say("De herkomst van € 310.000 (onderhandse lening) en € 48.500 (eigen geld).", "The origin of € 310,000 (private loan) and € 48,500 (own money)."),
            say("Kwartaalpieken op de rekening, kort daarna weer afgeschreven.", "Quarterly peaks on the account, debited again shortly after."),
        ),
    )  # fmt: skip
