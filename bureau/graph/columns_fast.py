"""From the bytes that a database gives to numbers, and from keys to less memory."""

import numpy as np
import numpy.typing as npt

from bureau.graph.compiled import compiled, first_call

Bytes = npt.NDArray[np.uint8]
Ints = npt.NDArray[np.int64]
Indexes = npt.NDArray[np.int32]
Words = npt.NDArray[np.uint64]

_COMMA, _MINUS, _ZERO = 44, 45, 48
_LETTERS = 87  # what a hexadecimal letter is above its value
_COLON = 58
_MARCH = 3  # counted from March a leap day is the last of its year
_TEN = 10
_NO_DIGIT = 16
HEAD = 16  # bytes of a key that are compared at once
DIGITS = np.full(256, _NO_DIGIT, dtype=np.uint8)
DIGITS[np.frombuffer(b"0123456789abcdef", dtype=np.uint8)] = np.arange(_NO_DIGIT)
_ODD = np.uint64(0x9E3779B97F4A7C15)  # spreads ids over the table


@compiled
def whole_numbers(text: Bytes, count: int) -> Ints:
    """Whole numbers written in decimals with commas between."""
    found = np.zeros(count, dtype=np.int64)
    number, negative = 0, False
    for letter in text:
        if letter == _COMMA:
            if negative:
                found[number] = -found[number]
            number, negative = number + 1, False
        elif letter == _MINUS:
            negative = True
        else:
            found[number] = found[number] * 10 + (letter - _ZERO)
    if negative:
        found[number] = -found[number]
    return found


@compiled
def _digits(text: Bytes, start: int, count: int) -> int:
    value = 0
    for place in range(start, start + count):
        value = value * 10 + (text[place] - _ZERO)
    return value


@compiled
def days(text: Bytes, count: int) -> Indexes:
    """Days since 1970-01-01 of dates of ten letters each, 2024-05-31, with nothing between."""
    found = np.empty(count, dtype=np.int32)
    for number in range(count):
        start = number * 10
        year, month = _digits(text, start, 4), _digits(text, start + 5, 2)
        if month < _MARCH:
            year, month = year - 1, month + 12
        before = year * 365 + year // 4 - year // 100 + year // 400
        found[number] = before + (153 * (month - 3) + 2) // 5 + _digits(text, start + 8, 2) - 719469
    return found


@compiled
def words_of_hex(text: Bytes, count: int) -> Words:
    """Ids of thirty-two hexadecimal digits each as two words."""
    found = np.zeros((count, 2), dtype=np.uint64)
    for number in range(count):
        for half in range(2):
            word = np.uint64(0)
            for place in range(number * 32 + half * 16, number * 32 + half * 16 + 16):
                letter = text[place]
                value = letter - _ZERO if letter <= _COLON else letter - _LETTERS
                word = (word << np.uint64(4)) | np.uint64(value)
            found[number, half] = word
    return found


@compiled
def table_of(known: Words) -> Indexes:
    """A table in which each of these different ids is found at once."""
    size = 4
    while size < 2 * len(known):
        size *= 2
    table = np.full(size, -1, dtype=np.int32)
    for number in range(len(known)):
        slot = np.int64((known[number, 0] * _ODD) >> np.uint64(20)) & (size - 1)
        while table[slot] >= 0:
            slot = (slot + 1) & (size - 1)
        table[slot] = number
    return table


@compiled
def places(wanted: Words, known: Words, table: Indexes) -> Indexes:
    """The place of each wanted id among the known, -1 for one that is not there."""
    found = np.full(len(wanted), -1, dtype=np.int32)
    last = len(table) - 1
    for number in range(len(wanted)):
        slot = np.int64((wanted[number, 0] * _ODD) >> np.uint64(20)) & last
        while table[slot] >= 0:
            one = table[slot]
            if known[one, 0] == wanted[number, 0] and known[one, 1] == wanted[number, 1]:
                found[number] = one
                break
            slot = (slot + 1) & last
    return found


@compiled
def short_words(text: Bytes, count: int) -> Indexes:
    """Words of at most three letters with commas between, each as one number."""
    found = np.zeros(count, dtype=np.int32)
    number = 0
    for letter in text:
        if letter == _COMMA:
            number += 1
        else:
            found[number] = found[number] * 256 + letter
    return found


@compiled
def sizes_between(text: Bytes, count: int) -> Indexes:
    """How long each of these texts is, of which a zero byte follows all but the last."""
    found = np.zeros(count, dtype=np.int32)
    number, start = 0, 0
    for place in range(len(text)):
        if text[place] == 0:
            found[number] = place - start
            number, start = number + 1, place + 1
    found[number] = len(text) - start
    return found


@compiled
def _plain_part(text: Bytes, start: int, size: int, digits: Bytes) -> int:
    place = start + size
    while place > start and digits[text[place - 1]] < _NO_DIGIT:
        place -= 1
    plain = place - start
    return plain + ((size - plain) & 1)


@compiled
def packed(
    text: Bytes, sizes: Indexes, gap: int, digits: Bytes
) -> tuple[Bytes, npt.NDArray[np.uint16], Indexes]:
    """Keys that stand `gap` bytes apart in less memory: what is kept, how much of it is plain.

    Of each key a tail of hexadecimal digits takes half a byte a digit; the last column says
    how many bytes of a key are kept.
    """
    kept = np.empty(len(text), dtype=np.uint8)
    plain = np.empty(len(sizes), dtype=np.uint16)
    lengths = np.empty(len(sizes), dtype=np.int32)
    start = to = 0
    for row in range(len(sizes)):
        part, begun = _plain_part(text, start, sizes[row], digits), to
        for place in range(start, start + part):
            kept[to] = text[place]
            to += 1
        for place in range(start + part, start + sizes[row], 2):
            kept[to] = digits[text[place]] * 16 + digits[text[place + 1]]
            to += 1
        plain[row], lengths[row] = part, to - begun
        start += sizes[row] + gap
    return kept[:to].copy(), plain, lengths


@compiled
def _letter(digit: int) -> int:
    return digit + _ZERO if digit < _TEN else digit + _LETTERS


@compiled
def heads(
    kept: Bytes, starts: npt.NDArray[np.uint32], plain: npt.NDArray[np.uint16], rows: Ints
) -> Bytes:
    """The first bytes of each of these keys as they are written, zero where there are no more."""
    found = np.zeros((len(rows), HEAD + 1), dtype=np.uint8)
    for number in range(len(rows)):
        row = rows[number]
        start, stop = np.int64(starts[row]), np.int64(starts[row + 1])
        middle = start + plain[row]
        written = min(HEAD, middle - start)
        found[number, :written] = kept[start : start + written]
        place = middle
        while written < HEAD and place < stop:
            found[number, written] = _letter(kept[place] >> 4)
            found[number, written + 1] = _letter(kept[place] & 15)
            written, place = written + 2, place + 1
    return found[:, :HEAD].copy()


@first_call
def _example() -> object:
    text = np.frombuffer(b"2024-01-01", dtype=np.uint8)
    code = np.frombuffer(b"0" * 32, dtype=np.uint8)
    known = words_of_hex(code, 1)
    one = np.zeros(1, dtype=np.int64)
    whole_numbers(text[:1], 1), days(text, 1), short_words(text[:1], 1)
    places(known, known, table_of(known))
    sizes = sizes_between(text, 1)
    packed(text.copy(), sizes, 0, DIGITS)
    kept, plain, _ = packed(text, sizes, 1, DIGITS)
    return heads(kept, np.array([0, len(kept)], dtype=np.uint32), plain, one)
