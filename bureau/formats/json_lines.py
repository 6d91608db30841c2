"""JSON from outside that is one value, or one value on every line."""

from collections.abc import Iterator
from typing import Any

from bureau.errors import Invalid, TooLarge
from bureau.formats.guard import Limits, decode, lines
from bureau.formats.guard_json import parse


def read_json_lines(content: bytes, limits: Limits) -> Iterator[tuple[int, Any]]:
    """Number and value of each line that is not empty; raises Invalid with the line."""
    count = 0
    for number, line in enumerate(lines(decode(content, limits)), 1):
        if not line.strip():
            continue
        count += 1
        if count > limits.rows:
            raise TooLarge(
                "The file has more than {limit} rows.",
                where={"line": number},
                hint="Split the file, for instance by period, and import the parts.",
                limit=limits.rows,
            )
        try:
            yield number, parse(line.encode(), limits)
        except Invalid as refusal:
            refusal.where["line"] = number
            refusal.params["line"] = number
            raise


def read_json_values(content: bytes, limits: Limits) -> list[tuple[int, Any]]:
    """The values of a list, of one object, or of lines, each with its number from one on."""
    text = decode(content, limits).strip()
    first = next(iter(text.splitlines()), "").rstrip()
    if text.startswith("{") and first.endswith("}") and "\n" in text:
        return list(read_json_lines(content, limits))
    value = parse(content, limits)
    return list(enumerate(value if isinstance(value, list) else [value], 1))
