"""UB-40: a private loan that lacks what a lender would ordinarily insist on."""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

import numpy as np

from bureau.graph.amounts import money
from bureau.graph.ledger import last_second, second
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.values import Loan
from bureau.graph.windows import Candidate, in_time

_REPAYS = timedelta(days=365)


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-40, loan without economic terms.

    Hit if at least `k` of five hold for a loan: (1) no interest is agreed, or a rate below
    rate_lo or above rate_hi per cent a year; (2) no security; (3) no schedule of repayment is
    agreed and no payment from borrower to lender is known in the 365 days after it; (4) the
    lender's known means are less than principal / `means`; (5) the contract was certainly
    made after the money was paid out. What is not known of (4) and (5) does not count.
    A lender that is a regulated hub, or that is the borrower, is not tried.
    """
    tried = 0
    candidates: list[Candidate] = []
    for loan in scene.loans:
        lender, borrower = (scene.agents.of(who, loan.on) for who in (loan.lender, loan.borrower))
        if lender == borrower or scene.agents.is_hub(loan.lender, lender):
            continue
        if not budget.spend(1 + len(scene.ledgers)):
            break
        tried += 1
        repaid = list(_repaid(scene, lender, borrower, loan.on))
        lacking = _lacking(loan, repaid, settings)
        if sum(lacking.values()) >= settings["k"]:
            candidates.append(_candidate(loan, lender, borrower, lacking))
    return Found(tried, in_time(candidates))


def _lacking(loan: Loan, repaid: list[str], settings: Settings) -> dict[str, bool]:
    """Which of the five are missing or out of the ordinary."""
    rate = Fraction(loan.interest_percent) if loan.interest_percent else None
    band = rate is not None and settings["rate_lo"] <= rate <= settings["rate_hi"]
    means = loan.means_minor
    late = loan.contract_from and loan.paid_by and loan.contract_from > loan.paid_by
    return {
        "no_market_rate": not band,
        "no_security": not loan.security.strip(),
        "no_repayment": not loan.schedule.strip() and not repaid,
        "small_means": means is not None and means * settings["means"] < loan.principal_minor,
        "contract_after_money": bool(late),
    }


def _repaid(scene: Scene, lender: str, borrower: str, on: date) -> Iterator[str]:
    """Payments from borrower to lender in the year after a loan."""
    begin, end = second(on), last_second(on + _REPAYS)
    for ledger in scene.ledgers:
        if lender in ledger.names and borrower in ledger.names:
            payer, payee = ledger.names.index(borrower), ledger.names.index(lender)
            rows = np.flatnonzero(
                (ledger.payer_agent == payer)
                & (ledger.payee_agent == payee)
                & (ledger.end >= begin)
                & (ledger.begin <= end)
            )
            yield from (ledger.ids[row] for row in rows.tolist())


def _candidate(loan: Loan, lender: str, borrower: str, lacking: dict[str, bool]) -> Candidate:
    return Candidate(
        (lender, borrower),
        (loan.id,),
        {
            "currency": loan.currency,
            "principal": money(loan.principal_minor, loan.currency),
            "terms_lacking": sum(lacking.values()),
            **{name: "yes" if holds else "no" for name, holds in lacking.items()},
        },
        second(loan.on),
        last_second(loan.on),
    )


PATTERN = Pattern(
    "UB-40",
    "1",
    {
        "k": Parameter("1", "5", whole=True),
        "rate_lo": Parameter("0", "100"),
        "rate_hi": Parameter("0", "1000"),
        "means": Parameter("0.1", "1000"),
    },
    detect,
    (
        "Not applicable: the terms stand in the contract; shuffled payments do not change them.",
        "Niet van toepassing: de voorwaarden staan in de overeenkomst; geschudde betalingen "
        "veranderen die niet.",
    ),
)
