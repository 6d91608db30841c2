"""An answer as lines that a person reads: a name and a value, one below the other."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_STEP = "  "


def lines(answer: Any, indent: str = "") -> Iterator[str]:
    """`answer` line by line; what lies deeper stands further to the right, empty is a dash."""
    if isinstance(answer, Mapping):
        for name, value in answer.items():
            yield from _named(str(name).replace("_", " "), value, indent)
    elif _many(answer):
        for value in answer:
            yield from _item(value, indent)
    else:
        yield indent + _text(answer)


def _named(name: str, value: Any, indent: str) -> Iterator[str]:
    if value and (isinstance(value, Mapping) or _many(value)):
        yield f"{indent}{name}:"
        yield from lines(value, indent + _STEP)
    else:
        yield f"{indent}{name}: {_text(value)}"


def _item(value: Any, indent: str) -> Iterator[str]:
    first, *rest = lines(value, indent + _STEP) if value or value == 0 else [indent + _STEP + "-"]
    yield f"{indent}- {first[len(indent) + len(_STEP) :]}"
    yield from rest


def _many(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.4g}"
    if value is None or value == "" or (not value and value != 0):
        return "-"
    return str(value).replace("\n", " ")
