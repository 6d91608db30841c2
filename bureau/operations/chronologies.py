"""What held and happened, by party: the lanes of the timeline of a case."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from bureau.errors import NotFound
from bureau.graph.exploring import MOMENTS, in_period
from bureau.graph.swimming import Happening
from bureau.operations._network_graph import case_graph, holders
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.money import Money
from bureau.rules.schema import Texts
from bureau.rules.vocabulary import EntityKind, TieKind
from bureau.work import Work

__all__ = ["Chronology", "Happening"]

MOST_LANES = 10
_PAID = {
    True: Texts("betaalt {amounts} aan {others} rekeningen", "pays {amounts} to {others} accounts"),
    False: Texts(
        "ontvangt {amounts} van {others} rekeningen", "receives {amounts} from {others} accounts"
    ),
}
LANES = (EntityKind.PERSON, EntityKind.COMPANY, EntityKind.PROPERTY)


@dataclass(frozen=True, slots=True)
class Chronology:
    """What is dated, by party; `undated` counts the ties of these parties without any day."""

    parties: tuple[tuple[str, str], ...]
    happenings: tuple[Happening, ...]
    undated: int
    others: int


def read_chronology(
    work: Work,
    case_id: UUID,
    party_ids: Sequence[UUID] = (),
    *,
    first: date | None = None,
    last: date | None = None,
    language: str = "en",
) -> Chronology:
    """The dated ties, deals and payments of some parties, or of those with most of them."""
    case = work.case(case_id, Permission.NETWORK_READ)
    _, graph = case_graph(work, case, language, first=first, last=last)
    asked = [str(each) for each in party_ids]
    if not set(graph).issuperset(asked):
        raise NotFound("There is nothing here that you may see.")
    held, _ = in_period(graph, first, last)
    told = list(_told(held, language))
    counts = Counter(each.party for each in told)
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    chosen = asked or ranked[:MOST_LANES]
    found = tuple(each for each in told if each.party in set(chosen))
    told_of = {"focus": list(chosen), "lanes": len(chosen), "dated": len(found)}
    work.record(EventKind.NETWORK_READ, case, **told_of)
    return Chronology(
        parties=tuple((name, str(graph.nodes[name]["label"])) for name in chosen),
        happenings=found,
        undated=_undated(held, chosen),
        others=len(set(ranked) - set(chosen)),
    )


def _told(graph: Any, language: str) -> Iterator[Happening]:
    """Each dated edge once for every party of it that has a lane; payments in and out as one."""
    holder = holders(graph)
    money: dict[tuple[str, bool], list[tuple[str, Mapping[str, Any]]]] = defaultdict(list)
    for source, target, key, told in graph.edges(keys=True, data=True):
        ends = holder.get(source, source), holder.get(target, target)
        if _moved(told) and ends[0] != ends[1]:
            money[ends[0], True].append((target, told))
            money[ends[1], False].append((source, told))
        elif told["on"] or told["valid_to"]:
            labels = [str(graph.nodes[name]["label"]) for name in (source, target)]
            text = f"{labels[0]} {told['label']} {labels[1]}"
            yield from _held(graph, ends, key, told, text)
    for (end, out), lines in money.items():
        if graph.nodes[end]["kind"] in LANES:
            yield _together(end, lines, _PAID[out].in_(language))


def _moved(told: Mapping[str, Any]) -> bool:
    """Whether this is money with an amount and a day; a tie typed by hand may have neither."""
    return told["kind"] is TieKind.PAYS and told["amount_minor"] is not None and bool(told["on"])


def _held(
    graph: Any, ends: tuple[str, str], key: str, told: Mapping[str, Any], text: str
) -> Iterator[Happening]:
    moment = told["kind"] in MOMENTS and not told["valid_to"]
    for end in dict.fromkeys(ends):
        if graph.nodes[end]["kind"] in LANES:
            yield Happening(end, told["on"], told["valid_to"], text, moment, key)


def _together(party: str, lines: Sequence[tuple[str, Mapping[str, Any]]], words: str) -> Happening:
    """Payments as one line: between which days, in all, and with how many other accounts."""
    first = min(told["on"] for _, told in lines)
    last = max(told["valid_to"] for _, told in lines)
    sums: dict[str, int] = defaultdict(int)
    for _, told in lines:
        sums[told["currency"]] += told["amount_minor"]
    amounts = ", ".join(
        f"{Money(minor, code).text()} {code}" for code, minor in sorted(sums.items())
    )
    others = len({other for other, _ in lines})
    return Happening(party, first, last, words.format(others=others, amounts=amounts), False)


def _undated(graph: Any, chosen: Iterable[str]) -> int:
    names = set(chosen)
    return sum(
        not told["on"] and not told["valid_to"] and bool(names & {source, target})
        for source, target, told in graph.edges(data=True)
    )
