"""Prints precision and recall of "Same person?" beside token_sort_ratio at its best threshold.

Run as `python -m tests.benchmarks.match_bench`. Thresholds of the rival are fitted on one half of
the pairs and counted on the other, both ways round; ours are those of the program. What is not
there is skipped; nothing is asserted.
"""

import csv
import hashlib
import platform
import sys
import time
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path

import rapidfuzz
from rapidfuzz import fuzz

from bureau.errors import Invalid
from bureau.matching import letters
from bureau.matching.comparison import compare
from bureau.matching.name_comparison import MATCH, POSSIBLE, compare_names
from bureau.matching.values import Subject
from bureau.rules.dates import PartialDate, parse
from bureau.rules.vocabulary import EntityKind

HOME = Path(__file__).parents[2] / "../shared/data/e-exchange/name-matching"
PAIRS, FEBRL = HOME / "nomenklatura-name-pairs.csv", HOME / "febrl-dataset1.csv"
KINDS = {
    "Person": EntityKind.PERSON,
    "Company": EntityKind.COMPANY,
    "Organization": EntityKind.COMPANY,
}
TODAY = date(2026, 11, 29)
Count = tuple[int, int, int]


def counted(said: Iterable[bool], true: Iterable[bool]) -> Count:
    """Right, wrongly said, and missed."""
    rows = list(zip(said, true, strict=True))
    return (
        sum(s and t for s, t in rows),
        sum(s and not t for s, t in rows),
        sum(t and not s for s, t in rows),
    )


def shown(name: str, count: Count) -> str:
    """A line of the table."""
    right, wrong, missed = count
    precision, recall = right / (right + wrong or 1), right / (right + missed or 1)
    both = 2 * precision * recall / (precision + recall or 1)
    return f"{name:<46} {precision:9.3f} {recall:9.3f} {both:9.3f}"


def f1(count: Count) -> float:
    """The harmonic mean of precision and recall."""
    right, wrong, missed = count
    return 2 * right / (2 * right + wrong + missed or 1)


def fitted(scores: Sequence[float], true: Sequence[bool]) -> float:
    """The threshold at which these scores have the best F1, in one pass from above."""
    order = sorted(range(len(scores)), key=lambda i: -scores[i])
    total, right, best, found = sum(true), 0, -1.0, 101.0
    for place, i in enumerate(order, 1):
        right += true[i]
        last = place == len(order) or scores[order[place]] != scores[i]
        if last and (now := f1((right, place - right, total - right))) > best:
            best, found = now, scores[i]
    return found


def held_out(scores: Sequence[float], true: Sequence[bool], half: Sequence[int]) -> Count:
    """Each half counted at the threshold that was fitted on the other."""
    said = [False] * len(scores)
    for side in (0, 1):
        train = [i for i, h in enumerate(half) if h != side]
        least = fitted([scores[i] for i in train], [true[i] for i in train])
        for i, h in enumerate(half):
            if h == side:
                said[i] = scores[i] >= least
    return counted(said, true)


def side_of(*names: str) -> int:
    """The half a pair belongs to, by a digest of it."""
    return hashlib.sha256("|".join(sorted(names)).encode()).digest()[0] & 1


def sorted_ratio(left: str, right: str) -> float:
    """The rival: words sorted, letters compared, capitals aside."""
    return fuzz.token_sort_ratio(left.lower(), right.lower())


def name_pairs() -> None:
    """The public list of labelled pairs of names."""
    rows = list(csv.DictReader(PAIRS.open(encoding="utf-8")))
    true = [row["is_match"] == "true" for row in rows]
    half = [side_of(row["name1"], row["name2"]) for row in rows]
    start = time.perf_counter()
    # Wrong answers of one half of these were looked at while the comparison was written.
    ours = [compare_names(r["name1"], r["name2"], KINDS.get(r["schema"])) for r in rows]
    took = time.perf_counter() - start
    rival = [sorted_ratio(row["name1"], row["name2"]) for row in rows]
    head(f"{PAIRS.name}: {len(rows)} pairs, {sum(true)} true; {len(rows) / took:,.0f} pairs/s")
    print(shown("verdict match", counted([c.verdict == "match" for c in ours], true)))
    print(shown("verdict match or possible", counted([c.verdict != "no" for c in ours], true)))
    print(
        shown("score, threshold of the other half", held_out([c.score for c in ours], true, half))
    )
    print(shown("token_sort_ratio, threshold of the other half", held_out(rival, true, half)))
    best = fitted(rival, true)
    print(
        shown(
            f"token_sort_ratio at its very best ({best:.0f})",
            counted([v >= best for v in rival], true),
        )
    )
    for side in (0, 1):
        rest = [i for i, h in enumerate(half) if h == side]
        said = counted([ours[i].verdict == "match" for i in rest], [true[i] for i in rest])
        print(shown(f"verdict match, half {side}", said))


def febrl() -> None:
    """People recorded twice with slips of the pen; whoever shares nothing at all is not compared.

    Shared is a number, a date, or a word of the name by its sound: the others count as `no`.
    """
    rows = [
        {key.strip(): value.strip() for key, value in row.items()}
        for row in csv.DictReader(FEBRL.open(encoding="utf-8"))
    ]
    people = [subject(row) for row in rows]
    who = [row["rec_id"].split("-")[1] for row in rows]
    pairs = list(combinations(range(len(rows)), 2))
    true = [who[i] == who[j] for i, j in pairs]
    half = [side_of(who[i], who[j]) for i, j in pairs]
    keys = [shared(each) for each in people]
    near = [not keys[i].isdisjoint(keys[j]) for i, j in pairs]
    start = time.perf_counter()
    whole = [
        compare(people[i], people[j], TODAY).verdict if close else "no"
        for (i, j), close in zip(pairs, near, strict=True)
    ]
    speed = sum(near) / (time.perf_counter() - start)
    told = f"{len(pairs):,} pairs, {sum(true)} true, {sum(near):,} compared; {speed:,.0f} pairs/s"
    head(f"{FEBRL.name}: {len(rows)} records, {told}")
    print(shown("verdict match", counted([v == "match" for v in whole], true)))
    print(shown("verdict match or possible", counted([v != "no" for v in whole], true)))
    # Half of the people, those with an even number, were looked at while the rule was written.
    fresh = [n for n, (i, j) in enumerate(pairs) if int(who[i]) % 2 and int(who[j]) % 2]
    said = counted([whole[n] == "match" for n in fresh], [true[n] for n in fresh])
    print(shown("verdict match, people not looked at", said))
    for told, texts in (
        ("name", [each.name for each in people]),
        ("whole record", [" ".join(v for k, v in row.items() if k != "rec_id") for row in rows]),
    ):
        rival = [sorted_ratio(texts[i], texts[j]) for i, j in pairs]
        print(shown(f"token_sort_ratio of the {told}, other half", held_out(rival, true, half)))
        best = fitted(rival, true)
        print(
            shown(
                f"token_sort_ratio of the {told}, best ({best:.0f})",
                counted([v >= best for v in rival], true),
            )
        )
    names = [
        compare_names(people[i].name, people[j].name, EntityKind.PERSON).verdict if close else "no"
        for (i, j), close in zip(pairs, near, strict=True)
    ]
    print(shown("names only, verdict match", counted([v == "match" for v in names], true)))


def shared(person: Subject) -> frozenset[str]:
    """What two records must have one of to be compared."""
    named = (letters.sound(word) for word in letters.words(person.name))
    return frozenset((*named, str(person.born), *(number for _, number in person.identifiers)))


def subject(row: dict[str, str]) -> Subject:
    """A record as the program compares it; a date that cannot exist is not known."""
    day = row["date_of_birth"]
    try:
        born = parse(f"{day[:4]}-{day[4:6]}-{day[6:]}" if day else "")
    except Invalid:
        born = PartialDate()
    number = row["soc_sec_id"]
    return Subject(
        name=f"{row['given_name']} {row['surname']}".strip(),
        born=born,
        identifiers=(("soc_sec_id", number),) if number else (),
        addresses=(f"{row['address_1']} {row['street_number']} {row['postcode']}",),
    )


def head(text: str) -> None:
    """The first lines of a table."""
    print(f"\n{text}\n{'':<46} {'precision':>9} {'recall':>9} {'F1':>9}")


def main() -> None:
    """Both tables, as far as their files are there."""
    print(
        f"Python {platform.python_version()}, rapidfuzz {rapidfuzz.__version__},"
        f" {platform.machine()}; match from {MATCH}, possible from {POSSIBLE}"
    )
    for file, table in ((PAIRS, name_pairs), (FEBRL, febrl)):
        if file.exists():
            table()
        else:
            print(f"{file.name} is not here: skipped", file=sys.stderr)


if __name__ == "__main__":
    main()
