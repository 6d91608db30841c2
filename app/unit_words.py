"""Numbers of patterns with their unit, as a reader writes them."""

from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation

from babel.numbers import format_currency
from flask_babel import format_decimal, format_percent, get_locale, gettext, ngettext

from app.metric_words import measured
from reports.assembly.measured import AMOUNTS, SHARES

UNITS: Mapping[str, str] = {
    **dict.fromkeys((*AMOUNTS, "own_turnover", "value_passing"), "EUR"),
    **dict.fromkeys((*SHARES, "own_share"), "share"),
    **dict.fromkeys(
        (
            *("days", "days_after", "days_since_last", "days_between_openings"),
            *("median_days", "days_counted", "lag_days"),
        ),
        "days",
    ),
    **dict.fromkeys(("largest_ratio", "furthest_ratio", "rent_to_market"), "times"),
    "funded": "share",
    "dwell_hours": "hours",
    "p": "probability",
    "kilometres": "km",
    "kmh": "km/h",
    "kwh_per_m2": "kWh/m2",
    "staff": "people",
}
TEXTS = ("goods_code", "reference", "received_in", "paid_in")  # written as the source has them
_COUNTED: Mapping[str, Callable[[int, str], str]] = {
    "accounts": lambda n, said: ngettext(
        "%(number)s account", "%(number)s accounts", n, number=said
    ),
    "buyers": lambda n, said: ngettext("%(number)s buyer", "%(number)s buyers", n, number=said),
    "days": lambda n, said: ngettext("%(number)s day", "%(number)s days", n, number=said),
    "deposits": lambda n, said: ngettext(
        "%(number)s deposit", "%(number)s deposits", n, number=said
    ),
    "deviations": lambda n, said: ngettext(
        "%(number)s deviation from the middle",
        "%(number)s deviations from the middle",
        n,
        number=said,
    ),
    "features": lambda n, said: ngettext(
        "%(number)s feature", "%(number)s features", n, number=said
    ),
    "hours": lambda n, said: ngettext("%(number)s hour", "%(number)s hours", n, number=said),
    "invoices": lambda n, said: ngettext(
        "%(number)s invoice", "%(number)s invoices", n, number=said
    ),
    "months": lambda n, said: ngettext("%(number)s month", "%(number)s months", n, number=said),
    "observations": lambda n, said: ngettext(
        "%(number)s observation", "%(number)s observations", n, number=said
    ),
    "pairs": lambda n, said: ngettext("%(number)s pair", "%(number)s pairs", n, number=said),
    "parties": lambda n, said: ngettext("%(number)s party", "%(number)s parties", n, number=said),
    "payers": lambda n, said: ngettext("%(number)s payer", "%(number)s payers", n, number=said),
    "payments": lambda n, said: ngettext(
        "%(number)s payment", "%(number)s payments", n, number=said
    ),
    "peers": lambda n, said: ngettext(
        "%(number)s comparable business", "%(number)s comparable businesses", n, number=said
    ),
    "people": lambda n, said: ngettext("%(number)s person", "%(number)s people", n, number=said),
    "places": lambda n, said: ngettext("%(number)s place", "%(number)s places", n, number=said),
    "positions": lambda n, said: ngettext(
        "%(number)s position", "%(number)s positions", n, number=said
    ),
    "prices": lambda n, said: ngettext("%(number)s price", "%(number)s prices", n, number=said),
    "swaps": lambda n, said: ngettext("%(number)s swap", "%(number)s swaps", n, number=said),
    "terms": lambda n, said: ngettext("%(number)s term", "%(number)s terms", n, number=said),
    "units": lambda n, said: ngettext("%(number)s unit", "%(number)s units", n, number=said),
    "years": lambda n, said: ngettext("%(number)s year", "%(number)s years", n, number=said),
    "times": lambda _, said: gettext("%(number)s times", number=said),
    "ratio": lambda _, said: gettext("%(number)s times", number=said),
    "km": lambda _, said: gettext("%(number)s km", number=said),
    "km/h": lambda _, said: gettext("%(number)s km an hour", number=said),
    "kWh/m2": lambda _, said: gettext("%(number)s kWh per square metre", number=said),
    "percent": lambda _, said: gettext("%(number)s per cent", number=said),
}


def in_unit(value: object, unit: str = "", currency: str = "EUR") -> str:
    """A number with its unit in the notation of the reader; a word as the word it stands for."""
    if isinstance(value, bool):
        return str(gettext("yes") if value else gettext("no"))
    number = _number(value)
    if number is None:
        return measured(value)
    match unit:
        case "EUR":
            return str(format_currency(number, currency, locale=get_locale()))
        case "share":
            return str(format_percent(number, "#,##0.#%"))
        case "probability":
            return str(format_percent(number, "#,##0.####%"))
    written = str(format_decimal(number, "#,##0.##"))
    return _COUNTED[unit](1 if number == 1 else 2, written) if unit in _COUNTED else written


def metric(value: object, name: str, currency: str = "EUR") -> str:
    """What a pattern measured under this name, with its unit."""
    return str(value) if name in TEXTS else in_unit(value, UNITS.get(name, ""), currency)


def _number(value: object) -> Decimal | None:
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
