"""What a pattern measured, in words and numbers that a reader can follow."""

import re
from collections.abc import Mapping

from bureau.rules import money
from reports.assembly import measured_cash, measured_settlement, measured_trade
from reports.assembly.file import CaseFile

DECIMAL = re.compile(r"-?\d+\.\d+")
TEXTS = ("goods_code", "reference", "received_in", "paid_in")  # written as the source has them
HIDDEN = ("currency", "loan")  # the one stands with each amount, the other is a key of ours
SHARES = (
    *("offset", "kept", "passed_on", "funded"),
    *measured_cash.SHARES,
    *measured_settlement.SHARES,
    *measured_trade.SHARES,
)
NAMES: Mapping[str, tuple[str, str]] = {
    "forward": ("heen", "forward"),
    "backward": ("terug", "backward"),
    "gross": ("samen", "together"),
    "remainder": ("bleef over", "left over"),
    "offset": ("valt tegen elkaar weg", "cancels out"),
    "payments_forward": ("betalingen heen", "payments forward"),
    "payments_backward": ("betalingen terug", "payments back"),
    "payments": ("betalingen", "payments"),
    "smallest": ("kleinste bedrag", "smallest amount"),
    "largest": ("grootste bedrag", "largest amount"),
    "kept": ("kleinste als deel van grootste", "smallest as part of largest"),
    "days": ("dagen", "days"),
    "credits": ("kwam binnen", "came in"),
    "matched": ("ging weer uit", "went out again"),
    "passed_on": ("deel dat uitging", "part that went out"),
    "dwell_hours": ("uren tussen in en uit (mediaan)", "hours between in and out (median)"),
    "median_balance": ("saldo einde dag (mediaan)", "balance at end of day (median)"),
    "payments_in": ("bijschrijvingen", "credits counted"),
    "payments_out": ("afschrijvingen", "debits counted"),
    "direction": ("richting", "direction"),
    "payments_below": ("bedragen onder de grens", "amounts below the threshold"),
    "payments_above": ("bedragen erboven", "amounts above it"),
    "total_below": ("samen onder de grens", "total below"),
    "p": ("kans bij gelijke spreiding", "chance if evenly spread"),
    "principal": ("hoofdsom", "principal"),
    "smallest_hop": ("kleinste schakel", "smallest link"),
    "funded": ("deel van de hoofdsom", "part of the principal"),
    "hops": ("schakels", "links"),
    "ties_to_borrower": ("betrekkingen tot de geldnemer", "ties to the borrower"),
    "first_price": ("eerste prijs", "first price"),
    "last_price": ("laatste prijs", "last price"),
    "largest_ratio": ("grootste verhouding", "largest ratio"),
    "sales": ("verkopen", "sales"),
    "index_corrected": ("gecorrigeerd voor het prijspeil", "corrected for the price level"),
    **measured_cash.NAMES,
    **measured_settlement.NAMES,
    **measured_trade.NAMES,
}
VALUES: Mapping[str, tuple[str, str]] = {
    "in": ("ontvangen", "received"),
    "out": ("betaald", "paid"),
    "between": ("tussen deze twee", "between these two"),
    "yes": ("ja", "yes"),
    "no": ("nee", "no"),
    "refused": ("geweigerd", "refused"),
    "withdrawn": ("ingetrokken", "withdrawn"),
    "closed": ("pand gesloten", "premises closed"),
    **measured_cash.VALUES,
}
AMOUNTS = (
    *("forward", "backward", "gross", "remainder", "smallest", "largest", "credits", "matched"),
    *("median_balance", "total_below", "principal", "smallest_hop", "first_price", "last_price"),
    *measured_trade.AMOUNTS,
    *measured_cash.AMOUNTS,
    *measured_settlement.AMOUNTS,
)


def measured(file: CaseFile, metrics: Mapping[str, str | int | float]) -> str:
    """The measurements of a hit as one line."""
    shown = (name for name in NAMES if name in metrics and name not in HIDDEN)
    currency = str(metrics.get("currency", "EUR"))
    return "; ".join(
        f"{file.say(*NAMES[name])}: {_value(file, name, metrics[name], currency)}" for name in shown
    )


def _value(file: CaseFile, name: str, value: str | int | float, currency: str) -> str:
    text = str(value)
    if all(part in VALUES for part in text.split(", ")):
        return ", ".join(file.say(*VALUES[part]) for part in text.split(", "))
    if name in AMOUNTS:
        return money.parse(text, currency).display(file.language)
    if name in SHARES:
        return f"{_comma(file, f'{100 * float(text):.1f}')}%"
    if name in ("days", "dwell_hours"):
        return _comma(file, f"{float(text):.1f}".removesuffix(".0"))
    return _comma(file, text) if DECIMAL.fullmatch(text) and name not in TEXTS else text


def _comma(file: CaseFile, text: str) -> str:
    return file.say(text.replace(".", ","), text)
