"""JSON from outside: depth is counted before parsing, and nothing is silently dropped."""

import json
import re
from decimal import Decimal
from typing import Any

from bureau.errors import N_, Invalid, TooLarge
from bureau.formats.guard import Limits, check_digits, decode, shorten

# Possessive, and a string that never ends is swallowed whole: the scan stays linear.
_TOKENS = re.compile(r'"(?:[^"\\]++|\\.)*+(?:"|\Z)|[\[\]{}]', re.DOTALL)
_REPAIR = N_("Ask the source for the answer again and hand it in unchanged.")


def parse(content: bytes, limits: Limits) -> Any:
    """The value of a JSON file; numbers with a fraction come back as Decimal."""
    text = decode(content, limits)
    _check_depth(text, limits)
    try:
        value = json.loads(
            text,
            object_pairs_hook=_unique,
            parse_int=lambda digits: _integer(digits, limits),
            parse_float=lambda digits: _fraction(digits, limits),
            parse_constant=_constant,
        )
    except json.JSONDecodeError as problem:
        raise Invalid(
            "Line {line} is not JSON: {problem}.",
            where={"line": problem.lineno},
            hint=_REPAIR,
            line=problem.lineno,
            problem=problem.msg,
        ) from None
    _check_texts(text, value)
    return value


def _check_depth(text: str, limits: Limits) -> None:
    depth = count = 0
    for token in _TOKENS.finditer(text):
        mark = text[token.start()]
        if mark in "[{":
            depth += 1
            count += 1
            if depth > limits.depth or count > limits.elements:
                raise _too_large(text[: token.start()], depth, limits)
        elif mark in "]}":
            depth -= 1


def _too_large(before: str, depth: int, limits: Limits) -> TooLarge:
    deep = depth > limits.depth
    return TooLarge(
        N_("The file is nested more than {limit} levels deep.")
        if deep
        else N_("The file has more than {limit} objects and lists."),
        where={"byte": len(before.encode())},
        hint=_REPAIR,
        limit=limits.depth if deep else limits.elements,
    )


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise Invalid(
                "The name {name} occurs twice in one object.",
                where={"path": shorten(name)},
                hint="Two values for one name contradict each other; ask the source which holds.",
                name=shorten(name),
            )
        found[name] = value
    return found


def _integer(digits: str, limits: Limits) -> int:
    check_digits(digits, limits, path=shorten(digits, 20))
    return int(digits)


def _fraction(digits: str, limits: Limits) -> Decimal:
    check_digits(digits, limits, path=shorten(digits, 20))
    value = Decimal(digits)
    # An exponent is short to write and endless to write out.
    if value and abs(value.adjusted()) > limits.digits:
        raise TooLarge(
            "The number {digits} is outside any sensible range.",
            where={"path": shorten(digits, 20)},
            hint=_REPAIR,
            digits=shorten(digits, 20),
        )
    return value


def _constant(name: str) -> None:
    raise Invalid("{name} is no number in JSON.", where={"path": name}, hint=_REPAIR, name=name)


def _check_texts(text: str, value: Any) -> None:
    # Only an escape can smuggle a NUL or half a character past the decoder.
    if re.search(r"\\u(?:0000|[dD][89a-fA-F])", text):
        _walk(value, "$")


def _walk(value: Any, path: str) -> None:
    if isinstance(value, str):
        _check_text(value, path)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            _walk(item, f"{path}[{number}]")
    elif isinstance(value, dict):
        for name, item in value.items():
            _check_text(name, path)
            _walk(item, f"{path}.{shorten(name)}")


def _check_text(text: str, path: str) -> None:
    if "\x00" in text or any("\ud800" <= c <= "\udfff" for c in text):
        raise Invalid(
            "The text at {path} holds a NUL or half a character.",
            where={"path": path},
            hint=_REPAIR,
            path=path,
        )
