"""UB-14: a share of cash in turnover far above that of comparable businesses."""

from collections.abc import Sequence
from fractions import Fraction
from statistics import median

from bureau.graph.amounts import in_minor, money, share
from bureau.graph.facts import euros, number
from bureau.graph.recorded import (
    NOT_PAYMENTS,
    Event,
    controller,
    events,
    last_moment,
    text,
    touches,
)
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.values import Record
from bureau.graph.windows import Candidate, Metrics, in_time
from bureau.rules.vocabulary import RecordKind

_TO_DEVIATION = Fraction(14826, 10000)  # from the median deviation to the standard one
_SIZE = 3  # a peer turns over between a third and three times as much


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-14, cash intensity out of line with peers.

    For a turnover of a company over a period: c = cash_in / turnover, with cash_in as booked
    with the turnover, else that share of it, else the deposits on its accounts in the period;
    z = (c - median) / (1.4826 * MAD) of the shares of its peers, MAD being the median of their
    distances to that median; hit if z >= `z` and peers >= `n_peers` and cash_in >= `x_eur`.
    Peers are the comparable businesses of the case with the activity of the company, of a
    turnover between a third and three times as large, in a period that touches this one. Where
    peers do not differ at all, nothing is measured. Regulated hubs are no subject.
    """
    tried = 0
    candidates: list[Candidate] = []
    peers = scene.records.get(RecordKind.PEER_TURNOVER, ())
    for turnover in events(scene, RecordKind.TURNOVER):
        company = turnover.record.party("company")
        if company is None or turnover.minor <= 0 or scene.agents.is_hub(company):
            continue
        if not budget.spend(1 + len(peers)):
            break
        tried += 1
        alike = _alike(scene, company, turnover, peers)
        cash, counted = _cash(scene, company, turnover)
        if len(alike) < settings["n_peers"] or cash < in_minor(settings["x_eur"], "EUR"):
            continue
        if metrics := _measured(cash, turnover.minor, alike, settings):
            evidence = (turnover.id, *counted, *(peer.id for peer in alike))
            period = turnover.begin, last_moment(turnover)
            candidates.append(Candidate((company,), evidence, metrics, *period))
    return Found(tried, in_time(candidates))


def _measured(cash: Fraction, turnover: int, alike: list[Record], settings: Settings) -> Metrics:
    """The numbers where the share of cash is far above that of the peers, else none."""
    part = cash / turnover
    middle, deviation = spread([_share_of(peer) for peer in alike])
    if not deviation or part - middle < settings["z"] * _TO_DEVIATION * deviation:
        return {}
    return {
        "currency": "EUR",
        "turnover": money(turnover, "EUR"),
        "cash": money(int(cash), "EUR"),
        "cash_share": share(part),
        "peers": len(alike),
        "peers_median": share(middle),
        "peers_deviation": share(deviation),
        "deviations": f"{float((part - middle) / (_TO_DEVIATION * deviation)):.2f}",
    }


def spread(values: Sequence[Fraction]) -> tuple[Fraction, Fraction]:
    """The median, and the median of the distances to it; 0 of nothing."""
    if not values:
        return Fraction(0), Fraction(0)
    middle = median(values)
    return middle, median([abs(value - middle) for value in values])


def _share_of(peer: Record) -> Fraction:
    return number(peer, "cash_share") or Fraction(0)


def _alike(scene: Scene, company: str, turnover: Event, peers: tuple[Record, ...]) -> list[Record]:
    """Peers of the same activity, a like size and the same time, where all is known."""
    sector = ""
    if company in scene.graph:
        sector = " ".join(scene.graph.nodes[company]["activity"].casefold().split())
    end = last_moment(turnover)
    return [
        peer
        for peer in peers
        if sector
        and text(peer, "sector") == sector
        and turnover.minor <= _SIZE * (euros(peer, scene) or 0) <= _SIZE * _SIZE * turnover.minor
        and number(peer, "cash_share") is not None
        and touches(peer, turnover.begin, end)
    ]


def _cash(scene: Scene, company: str, turnover: Event) -> tuple[Fraction, tuple[str, ...]]:
    """Cash taken in euro cents, and the deposits it was counted from if it was."""
    booked, part = number(turnover.record, "cash_minor"), number(turnover.record, "cash_share")
    if booked is not None:
        return booked, ()
    if part is not None:
        return part * turnover.minor, ()
    inside = [
        event
        for event in events(scene, RecordKind.DEPOSIT)
        if turnover.begin <= event.begin <= last_moment(turnover)
        and controller(scene, event.record, "account") == company
    ]
    return Fraction(sum(event.minor for event in inside)), tuple(event.id for event in inside)


PATTERN = Pattern(
    "UB-14",
    "1",
    {
        "z": Parameter("0", "1000"),
        "n_peers": Parameter("3", "100000", whole=True),
        "x_eur": Parameter("0", "1000000000"),
    },
    detect,
    NOT_PAYMENTS,
)
