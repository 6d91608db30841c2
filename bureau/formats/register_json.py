"""Answers of the Dutch registers' interfaces: the common envelope, refusals and typed access."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from bureau.errors import N_, Invalid, TooLarge
from bureau.formats.guard import Limits, shorten
from bureau.formats.guard_json import parse

_ENVELOPE = {"request_url", "http_status", "body"}
_FAILED = 400
_AGAIN = N_("Ask the register again and hand in its answer unchanged.")
_LONGEST_TEXT = 10_000


@dataclass(frozen=True, slots=True)
class Part:
    """One object of an answer and the path to it; a value of the wrong type is refused."""

    value: Mapping[str, Any]
    path: str

    def text(self, name: str) -> str:
        """The text under this name, spaces normalised; empty where there is none."""
        value = self.value.get(name)
        if value is None:
            return ""
        if not isinstance(value, str):
            # A number has lost its leading zeros already.
            raise self._wrong(name, N_("a text between quotes"))
        if len(value) > _LONGEST_TEXT:
            raise TooLarge(
                "The text at {path} has more than {limit} characters.",
                where={"path": self._at(name)},
                hint=_AGAIN,
                path=self._at(name),
                limit=_LONGEST_TEXT,
            )
        return " ".join(value.split())

    def needed(self, name: str) -> str:
        """The text under this name; raises Invalid where there is none."""
        found = self.text(name)
        if not found:
            raise self._wrong(name, N_("a text"))
        return found

    def number(self, name: str) -> Decimal | None:
        """The number under this name."""
        value = self.value.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            raise self._wrong(name, N_("a number"))
        return Decimal(value)

    def whole(self, name: str) -> int | None:
        """The whole number under this name."""
        value = self.number(name)
        if value is not None and value != value.to_integral_value():
            raise self._wrong(name, N_("a whole number"))
        return None if value is None else int(value)

    def flag(self, name: str) -> bool:
        """Whether the register says true, or Ja."""
        return self.value.get(name) in (True, "Ja", "ja", "J", "true")

    def part(self, name: str) -> "Part":
        """The object under this name; an empty one where there is none."""
        value = self.value.get(name)
        if value is None:
            return Part({}, self._at(name))
        if not isinstance(value, dict):
            raise self._wrong(name, N_("an object"))
        return Part(value, self._at(name))

    def parts(self, name: str) -> list["Part"]:
        """The objects in the list under this name."""
        items = self._list(name)
        if not all(isinstance(item, dict) for item in items):
            raise self._wrong(name, N_("a list of objects"))
        return [Part(item, f"{self._at(name)}[{at}]") for at, item in enumerate(items)]

    def texts(self, name: str) -> tuple[str, ...]:
        """The texts in the list under this name."""
        items = self._list(name)
        if not all(isinstance(item, str) and len(item) <= _LONGEST_TEXT for item in items):
            raise self._wrong(name, N_("a list of texts"))
        return tuple(" ".join(item.split()) for item in items)

    def _list(self, name: str) -> list[Any]:
        value = self.value.get(name)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self._wrong(name, N_("a list"))
        return value

    def _at(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name

    def _wrong(self, name: str, expected: str) -> Invalid:
        return Invalid(
            "At {path} {expected} was expected.",
            where={"path": self._at(name)},
            hint=_AGAIN,
            path=self._at(name),
            expected=expected,
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """What was asked, where the file says so, and the body of the answer."""

    request: str
    body: Part


def read_answer(content: bytes, limits: Limits) -> Answer:
    """The body of an answer, bare or in an envelope; a register's refusal is raised as such."""
    value = parse(content, limits)
    if not isinstance(value, dict):
        raise Invalid("An answer of a register is one object.", where={"path": "$"}, hint=_AGAIN)
    outer = Part(value, "")
    if "body" not in value or not value.keys() <= _ENVELOPE:
        _refuse(outer, 0)
        return Answer("", outer)
    body = outer.part("body")
    _refuse(body, outer.whole("http_status") or 0)
    return Answer(outer.text("request_url"), body)


def _refuse(body: Part, status: int) -> None:
    words, code, path = "", "", body.path or "$"
    if isinstance(body.value.get("fout"), list):
        first = next(iter(body.parts("fout")), body)
        words, code, path = first.text("omschrijving"), first.text("code"), first.path
    elif isinstance(body.value.get("status"), int):
        status = status or body.whole("status") or 0
        words, code = body.text("title"), body.text("code")
    elif status < _FAILED:
        return
    raise Invalid(
        "The register answered that: {words} ({code})",
        where={"path": path, "code": code or str(status)},
        hint="Check the number or address that was asked; there is nothing here to store.",
        words=shorten(words, 300) or "the question failed",
        code=code or str(status),
    )
