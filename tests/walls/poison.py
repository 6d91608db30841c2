"""Puts hostile words into every text that the house keeps."""

import json
import re
from collections.abc import Iterator, Sequence

from sqlalchemy import String, Text, inspect, select
from sqlalchemy.orm import Session

from bureau.model import (
    Answer,
    Base,
    CaseFigure,
    Event,
    EventNode,
    EventValue,
    Letter,
    LetterTemplate,
    TrailCheckpoint,
    Witness,
)
from bureau.model.base import Sealed
from tests.walls.hostile_words import MARK

SHORTEST = 60
# What the database refuses to change: the trail, letters that were sent, texts in use; and keys.
FIXED = {Event, EventNode, EventValue, Letter, LetterTemplate, TrailCheckpoint, Witness}
# Texts that are no words of people: codes, digests, names by which rows are found again.
CODES = {
    *(
        "label_folded",
        "key",
        "sha256",
        "content_sha256",
        "pdf_sha256",
        "letter_sha256",
        "original_sha256",
        "password_hash",
        "login",
    ),
    *("media_type", "scope", "subject", "totals", "warnings", "dimension", "copy", "kind"),
    *("external_id", "sealed", "number", "row_key", "seal", "digest"),
}

# What stands for a code, an id, a number or a day among plain values.
CODE = re.compile(r"[a-z0-9_.:+-]*")
# Texts in which only a number, a day or a word of a list is ever stored.
TYPED = {(CaseFigure, "value")}


def spoil(session: Session, words: Sequence[str]) -> int:
    """Replace every free text by hostile ones; how many were put in."""
    count = 0
    for table in {mapper.class_ for mapper in Base.registry.mappers} - FIXED:
        columns = list(_free(table))
        for at, row in enumerate(session.scalars(select(table)) if columns else []):
            for shift, (name, longest) in enumerate(columns):
                text = _chosen(words, at + shift, longest)
                spoilt = json.dumps(text) if isinstance(row, Answer) else text
                setattr(row, name, _spoilt(getattr(row, name), spoilt))
                count += 1
    session.flush()
    return count


def _spoilt(kept: object, text: str) -> object:
    """The text in place of what was kept; of plain values, in place of each that is no code."""
    return _leaf(kept, text) if isinstance(kept, dict | list) else text


def _leaf(kept: object, text: str) -> object:
    if isinstance(kept, dict):
        return {name: _leaf(each, text) for name, each in kept.items()}
    if isinstance(kept, list):
        return [_leaf(each, text) for each in kept]
    return text if isinstance(kept, str) and not CODE.fullmatch(kept) else kept


def _free(table: type[Base]) -> Iterator[tuple[str, int]]:
    for attribute in inspect(table).column_attrs:
        kind = attribute.columns[0].type
        longest = 8000 if isinstance(kind, Sealed | Text) else getattr(kind, "length", 0) or 0
        free = isinstance(kind, String | Sealed) and longest >= SHORTEST
        code = attribute.key in CODES or (table, attribute.key) in TYPED
        if free and not code and not attribute.columns[0].foreign_keys:
            yield attribute.key, longest


def _chosen(words: Sequence[str], at: int, longest: int) -> str:
    """All of them where there is room, else one that fits, each between two marks."""
    marked = [f"{MARK}{word}{MARK}" for word in words]
    if longest > 1000:
        return "\n".join(marked)[:longest]
    fit = [word for word in marked if len(word) <= longest] or [MARK]
    return fit[at % len(fit)]
