"""Limits and decoding, so that no file from outside can exhaust or confuse the house."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from bureau.errors import N_, Invalid, TooLarge

MEBIBYTE = 1024 * 1024
_BOM = b"\xef\xbb\xbf"
_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_SAVE_AS_UTF8 = N_(
    "Save the file as UTF-8: in a spreadsheet choose 'CSV UTF-8', in an editor 'UTF-8'."
)


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost: sizes in bytes, the others in counts."""

    size: int = 64 * MEBIBYTE
    depth: int = 40
    elements: int = 1_500_000
    rows: int = 2_000_000
    columns: int = 200
    digits: int = 30
    cell: int = 10_000
    zip_entries: int = 1_000
    zip_ratio: int = 200
    unpacked: int = 256 * MEBIBYTE


PAYMENTS = Limits()
PAYMENT_LISTS = Limits(size=256 * MEBIBYTE)  # two million rows
PERSONS = Limits(columns=400)  # the register has some 260 elements
REGISTERS = Limits(size=8 * MEBIBYTE, elements=200_000)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text of a file and the encoding that it was read with."""

    text: str
    encoding: str


def measure(content: bytes, limits: Limits) -> None:
    """Raise TooLarge for a file above the size limit, Invalid for an empty one."""
    if len(content) > limits.size:
        raise TooLarge(
            "The file has {size} bytes; at most {limit} are read.",
            where={"byte": limits.size},
            hint="Split the file, for instance by period, and import the parts.",
            size=len(content),
            limit=limits.size,
        )
    if not content.strip(b"\x00\r\n\t " + _BOM):
        raise Invalid(
            "The file is empty.",
            where={"byte": 0},
            hint="Export the file again and check its size before handing it in.",
        )


def decode(content: bytes, limits: Limits) -> str:
    """The text of a UTF-8 file, with or without byte order mark."""
    measure(content, limits)
    _refuse_wide(content)
    body = content.removeprefix(_BOM)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as problem:
        raise Invalid(
            "Byte {offset} is not UTF-8 text.",
            where={"byte": problem.start + len(content) - len(body)},
            hint=_SAVE_AS_UTF8,
            offset=problem.start + len(content) - len(body),
        ) from None
    _refuse_nul(text)
    return text


def decode_lenient(content: bytes, limits: Limits) -> Decoded:
    """The text of a bank file: UTF-8, or else the Windows or ISO Latin set the banks still use."""
    measure(content, limits)
    _refuse_wide(content)
    _refuse_nul_byte(content)
    body = content.removeprefix(_BOM)
    for encoding in ("utf-8", "cp1252"):
        try:
            return Decoded(body.decode(encoding), encoding)
        except UnicodeDecodeError:
            continue
    return Decoded(body.decode("latin-1"), "latin-1")


def lines(text: str) -> Iterator[str]:
    """The lines with their ends, one at a time, so that a long file is not copied."""
    return (found.group() for found in _LINE.finditer(text))


def check_digits(text: str, limits: Limits, **where: object) -> None:
    """Raise TooLarge for a number with more digits than any amount or count has."""
    if sum(map(str.isdigit, text)) > limits.digits:
        raise TooLarge(
            "A number of {length} characters is too long; at most {limit} digits are read.",
            where=where,
            hint="Correct the number in the source and export the file again.",
            length=len(text),
            limit=limits.digits,
        )


def shorten(text: str, length: int = 60) -> str:
    """A value as a message may quote it: one line, printable and short."""
    printable = "".join(
        c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text[:length]
    )
    return printable if len(text) <= length else printable + "…"


@contextmanager
def refusing(what: str, *problems: type[Exception], hint: str) -> Iterator[None]:
    """Turn the named exceptions of a foreign parser into one refusal that a person can read."""
    try:
        yield
    except problems as problem:
        raise Invalid(
            "This is not readable as {what}: {problem}",
            where=_place(str(problem)),
            hint=hint,
            what=what,
            problem=shorten(str(problem) or type(problem).__name__, 200),
        ) from None


def _place(problem: str) -> dict[str, int]:
    found = re.search(r"line (\d+)", problem)
    return {"line": int(found.group(1))} if found else {"byte": 0}


def _refuse_wide(content: bytes) -> None:
    if content.startswith(_WIDE_BOMS):
        raise Invalid(
            "The file is UTF-16 or UTF-32 text; only UTF-8 is read.",
            where={"byte": 0},
            hint=_SAVE_AS_UTF8,
        )


def _refuse_nul_byte(content: bytes) -> None:
    offset = content.find(b"\x00")
    if offset >= 0:
        raise Invalid(
            "Byte {offset} is a NUL; text files hold none.",
            where={"byte": offset},
            hint="The file is damaged or is no text file; export it again.",
            offset=offset,
        )


def _refuse_nul(text: str) -> None:
    position = text.find("\x00")
    if position >= 0:
        _refuse_nul_byte(text.encode("utf-8"))
