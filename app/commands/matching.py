"""The command that compares names pair by pair; it needs no database and changes nothing."""

from typing import Any

import click

from app.commands.door import Door, common, content
from bureau.formats.pairs_csv import PAIRS, NamePair, read_pairs
from bureau.matching.name_comparison import compare_names
from bureau.rules.vocabulary import Language

OWN = ("row", "score", "verdict", "for", "against")


@click.command(epilog="Example: bureau match --pairs names.csv --json")
@click.option("--pairs", required=True, help="CSV with left, right, kind; - is standard input.")
@common
def match(door: Door, pairs: str) -> None:
    """Compare names: match, possible or no, with what speaks for and against.

    A match says that two NAMES can be read as one, never that two people are one: in a case a
    name alone is at most possible. More columns are kept; one that is called as ours is kept
    as given_NAME.
    """
    found = [_compared(pair) for pair in read_pairs(content(pairs, PAIRS.size))]
    door.say(found, "\n".join(_line(row) for row in found) or "No pairs.")


def _compared(pair: NamePair) -> dict[str, Any]:
    told = compare_names(pair.left, pair.right, pair.kind)
    kept = {f"given_{name}" if name in OWN else name: cell for name, cell in pair.cells.items()}
    return kept | {
        "row": pair.row,
        "score": told.score,
        "verdict": told.verdict.value,
        "for": [text.in_(Language.EN) for text in told.pro],
        "against": [text.in_(Language.EN) for text in told.contra],
    }


def _line(row: dict[str, Any]) -> str:
    reasons = [f"  + {text}" for text in row["for"]] + [f"  - {text}" for text in row["against"]]
    head = f"{row['row']} {row['verdict']} {row['score']:.2f}: {row['left']} | {row['right']}"
    return "\n".join([head, *reasons])
