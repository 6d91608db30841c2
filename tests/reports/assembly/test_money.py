"""Where the money came from: stated against shown, and own transfers never counted as income."""

from datetime import date

from sqlalchemy import select

from bureau.model import Loan, Payment
from bureau.rules.dates import parse
from bureau.rules.vocabulary import Language, Track
from reports.assembly import money
from reports.values.finance import Side
from tests.reports.assembly.rich import BOTH


def lines(dossier, side):
    return [line for line in dossier.finances.financing if line.side is side]


def test_money_between_own_accounts_comes_from_nowhere(made):
    flows = {
        flow.month: (flow.incoming, flow.outgoing) for flow in made(Track.CRIMINAL).finances.flows
    }
    assert flows == {"2026-01": (100000, 25000), "2026-02": (7550, 0)}


def test_the_flows_say_whose_they_are_and_from_which_source(made):
    finances = made(Track.CRIMINAL).finances
    assert finances.flows_of == "De Ankerplaats B.V."
    assert finances.flows_sources == (4,)


def test_only_the_last_two_years_are_drawn(rich):
    with rich.file() as file:
        rows = file.work.session.scalars(
            select(Payment).where(Payment.case_id == rich.id, Payment.external_id == "p1")
        ).all()
        first = rows[0]
        for year in (2021, 2022, 2023, 2024):
            for month in range(1, 13):
                copy = Payment(
                    case_id=rich.id, key=f"x{year}{month}", from_id=first.from_id,
                    to_id=first.to_id, paid_on=date(year, month, 1), amount_minor=1,
                    currency="EUR", learnt_from_id=first.learnt_from_id,
                )  # fmt: skip
                file.work.session.add(copy)
        months = [flow.month for flow in money.finances(file).flows]
        assert len(months) == money.MONTHS
        assert months[-1] == "2026-02"


def test_a_loan_beyond_the_means_of_the_lender_leaves_a_gap(made):
    [loan] = [line for line in lines(made(Track.CRIMINAL), Side.SOURCE) if "Lening" in line.label]
    assert loan.label == "Lening van Geertje Kwakman"
    assert (loan.stated.minor, loan.evidenced.minor, loan.unexplained.minor) == (
        *(10000000, 4000000, 6000000),
    )
    assert loan.note.startswith("niet vastgelegd: rente, zekerheid, aflossingsschema")
    assert loan.sources == (1,)


def test_the_gap_is_told_in_the_language_of_the_dossier(made):
    dutch = made(Track.CRIMINAL).finances.unexplained
    english = made(Track.CRIMINAL, Language.EN).finances.unexplained
    assert any("van € 60.000,00 is de herkomst niet aangetoond" in text for text in dutch)
    assert any("of €60,000.00 the origin was not shown" in text for text in english)


def test_another_currency_is_named_and_not_converted(made):
    finances = made(Track.CRIMINAL).finances
    assert all(line.stated.currency == "EUR" for line in finances.financing)
    assert any("5.000,00 is niet omgerekend" in text for text in finances.unexplained)


def test_a_loan_to_somebody_else_is_no_means_of_the_applicant(made):
    assert all(line.stated.minor != 6666600 for line in made(Track.CRIMINAL).finances.financing)


@BOTH
def test_nothing_from_a_withheld_source_is_counted(made, language):
    finances = made(Track.ADMINISTRATIVE, language).finances
    told = repr(finances)
    assert "7777700" not in told
    assert all(deal.sources for deal in finances.deals)


def test_a_deal_shows_the_price_before_and_what_weighs_on_the_property(made):
    first, second = made(Track.CRIMINAL).finances.deals
    assert first.previous_price is None
    assert second.previous_price == first.price
    assert (second.previous_on, second.on) == ("2023-05-02", "2026-02-02")
    assert second.encumbrance == "hypotheek ten gunste van Havenbank N.V."


def test_without_a_stated_investment_the_purchase_is_what_the_money_was_for(rich, monkeypatch):
    told = {"total_investment": None, "own_funds": None, "evidenced_origins": None}
    monkeypatch.setattr(money._financing._indicator_answers, "from_form", lambda _: told)
    with rich.file() as file:
        found = money.finances(file)
        uses = [line for line in found.financing if line.side is Side.USE]
        assert [(line.label, line.stated.minor) for line in uses] == [("Koop van Kade 9", 45000000)]
        assert found.gap.minor == 45000000 - 4000000


def test_a_case_without_money_has_no_overview(rich, monkeypatch):
    told = {"total_investment": None, "own_funds": None, "evidenced_origins": None}
    monkeypatch.setattr(money._financing._indicator_answers, "from_form", lambda _: told)
    monkeypatch.setattr(money._financing._indicator_answers, "declared_others", lambda _: ())
    with rich.file() as file:
        file.sources.clear()
        assert money.finances(file) is None


def test_what_was_replaced_stands_apart_as_applied_for(rich):
    with rich.file() as file:
        [loan] = [
            row
            for row in file.work.session.scalars(select(Loan).where(Loan.case_id == rich.id))
            if row.principal_minor == 10000000
        ]
        loan.valid_to = parse("2026-03-05")
        found = money.finances(file)
        assert not [line for line in found.financing if "Lening" in line.label]
        assert [line.stated.minor for line in found.applied if "Lening" in line.label] == [10000000]
        assert found.applied_on == "2026-03-02"
        assert not any("€ 60.000,00" in text for text in found.unexplained)
        file.work.session.expire(loan)
