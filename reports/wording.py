"""The fixed words of a dossier per language, and dates and amounts as people write them."""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

from bureau.errors import OutOfOrder
from bureau.rules.vocabulary import Language
from reports.values.finance import Amount

FOLDER = Path(__file__).parent / "texts"
_SYMBOLS = {"EUR": "€", "USD": "$", "GBP": "£"}


class Texts:
    """The words of one language; a missing key is a fault of the house, not of the reader."""

    def __init__(self, language: Language, entries: Mapping[str, str | tuple[str, ...]]) -> None:
        self.language = language.value
        self._entries = entries

    def __call__(self, key: str, **params: Any) -> str:
        """The text under `key`, with `params` filled in."""
        text = self._entry(key)
        if not isinstance(text, str):
            raise OutOfOrder("The text {key} is a list.", key=key)
        return text.format(**params) if params else text

    def list(self, key: str) -> tuple[str, ...]:
        """The lines under `key`."""
        lines = self._entry(key)
        if isinstance(lines, str):
            raise OutOfOrder("The text {key} is not a list.", key=key)
        return lines

    def name(self, value: Enum) -> str:
        """The printed name of a member of a closed set."""
        return self(f"enum.{type(value).__name__}.{value.value}")

    def day(self, value: date) -> str:
        """A date in words: "20 november 2026"."""
        if isinstance(value, datetime):
            value = value.astimezone(self._zone)
        month = self.list("format.months")[value.month - 1]
        return self("format.day", day=value.day, month=month, year=value.year)

    def moment(self, value: datetime) -> str:
        """A moment in local time, to the minute."""
        local = value.astimezone(self._zone)
        hour, minute = f"{local.hour:02}", f"{local.minute:02}"
        return self("format.moment", day=self.day(local.date()), hour=hour, minute=minute)

    def partial(self, text: str) -> str:
        """A date that may lack its day, its month or everything."""
        numbers = [int(part) for part in text.split("-")] if text else []
        match numbers:
            case [year, month, day]:
                return self.day(date(year, month, day))
            case [year, month]:
                name = self.list("format.months")[month - 1]
                return self("format.month", month=name, year=year)
            case [year]:
                return f"{year:04}"
        return self("format.unknown_date")

    def short_month(self, text: str) -> str:
        """The abbreviated name of the month in "2026-03"."""
        return self.list("format.months_short")[int(text[5:7]) - 1]

    def amount(self, value: Amount) -> str:
        """Minor units as people write money: "€ 12.500,00"."""
        whole, cents = divmod(abs(value.minor), 100)
        digits = f"{whole:,}".replace(",", self("format.thousands"))
        number = f"{digits}{self('format.decimals')}{cents:02}"
        symbol = _SYMBOLS.get(value.currency, f"{value.currency} ")
        sign = "\N{MINUS SIGN}" if value.minor < 0 else ""
        text = self("format.amount", symbol=symbol, sign=sign, number=number)
        return text.replace("  ", " ").replace(" ", "\N{NO-BREAK SPACE}")

    def answer(self, value: bool | None) -> str:
        """Yes, no, or not known."""
        return self({True: "format.yes", False: "format.no", None: "format.not_known"}[value])

    @property
    def keys(self) -> frozenset[str]:
        """Every key there is, for the comparison of languages."""
        return frozenset(self._entries)

    @property
    def _zone(self) -> ZoneInfo:
        return ZoneInfo(self("format.timezone"))

    def _entry(self, key: str) -> str | tuple[str, ...]:
        try:
            return self._entries[key]
        except KeyError:
            raise OutOfOrder(
                "The dossier text {key} is missing in {language}.", key=key, language=self.language
            ) from None


@lru_cache
def texts(language: Language) -> Texts:
    """The words of `language`, read once."""
    path = FOLDER / f"{language.value}.toml"
    return Texts(language, MappingProxyType(_flat(tomllib.loads(path.read_text("utf-8")))))


def _flat(table: Mapping[str, Any], prefix: str = "") -> dict[str, str | tuple[str, ...]]:
    flat: dict[str, str | tuple[str, ...]] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            flat |= _flat(value, f"{prefix}{key}.")
        else:
            flat[prefix + key] = tuple(value) if isinstance(value, list) else value
    return flat
