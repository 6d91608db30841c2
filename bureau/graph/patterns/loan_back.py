"""UB-37: the lender of a loan was funded by the borrower, or by someone close to the borrower."""

from collections.abc import Callable, Iterable, Iterator, Mapping

import networkx as nx

from bureau.graph.amounts import money, share
from bureau.graph.chains import Bounds, Chain, Inflows, chains, inflows
from bureau.graph.ledger import DAY, last_second, second
from bureau.graph.project import EDGES, Reading
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.values import Loan
from bureau.graph.windows import Candidate, in_time

_CLOSE = 2

Distance = Callable[[str], int | None]


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-37, loan-back or back-to-back chain.

    For a loan on day t there is a path X -> ... -> lender of at most `len` hops; a hop is all
    that one agent paid another, or lent, in [t - d_days, t] and not after the last flow of
    the next hop; the smallest hop >= q * principal; X is the borrower, or at most two ties
    of closeness (owning, directing, managing, employing, leasing, family, company kept) away.
    Of several paths to one lender one is kept: that of the nearest X, then of the greatest
    smallest hop, then the shortest. Regulated hubs neither lend nor pass on.
    """
    closeness = _closeness(scene)
    into: dict[str, Inflows] = {}
    tried = 0
    candidates: list[Candidate] = []
    for loan in scene.loans:
        lender, borrower = (scene.agents.of(who, loan.on) for who in (loan.lender, loan.borrower))
        if scene.agents.is_hub(loan.lender, lender) or lender == borrower:
            continue
        if budget.exhausted:
            break
        tried += 1
        if loan.currency not in into:
            into[loan.currency] = inflows(scene, loan.currency)
        bounds = _bounds(loan, settings)
        found = chains(into[loan.currency], lender, bounds, budget, without=loan.id)
        near = _distance(scene, closeness, borrower)
        candidates += _nearest(loan, borrower, near, found)
    return Found(tried, in_time(candidates))


def _bounds(loan: Loan, settings: Settings) -> Bounds:
    return Bounds(
        second(loan.on) - settings.seconds("d_days", DAY),
        last_second(loan.on),
        settings["q"] * loan.principal_minor,
        int(settings["len"]),
    )


def _closeness(scene: Scene) -> nx.Graph:
    """Parties and the ties that bring them close, without direction."""
    graph = nx.Graph()
    graph.add_edges_from(
        (source, target)
        for source, target, kind in scene.graph.edges(data="kind")
        if EDGES[kind].reading is Reading.CLOSE
    )
    return graph


def _distance(scene: Scene, closeness: nx.Graph, borrower: str) -> Distance:
    steps: dict[str, int] = {}
    for name in sorted(scene.agents.holders(borrower)):
        reached: Mapping[str, int] = {name: 0}
        if name in closeness:
            reached = nx.single_source_shortest_path_length(closeness, name, cutoff=_CLOSE)
        for other, ties in reached.items():
            steps[other] = min(ties, steps.get(other, ties))

    def near(agent: str) -> int | None:
        known = [steps[name] for name in scene.agents.holders(agent) if name in steps]
        return min(known, default=None)

    return near


def _nearest(
    loan: Loan, borrower: str, near: Distance, found: Iterable[Chain]
) -> Iterator[Candidate]:
    """The one chain of a loan that is shown, if there is any."""
    best: tuple[tuple[int, int, int], Chain] | None = None
    for chain in found:
        ties = 0 if chain.agents[0] == borrower else near(chain.agents[0])
        if ties is not None and borrower not in chain.agents[1:]:
            strength = (-ties, chain.bottleneck, -len(chain.hops))
            if best is None or strength > best[0]:
                best = strength, chain
    if best is not None:
        yield _candidate(loan, borrower, best[1], -best[0][0])


def _candidate(loan: Loan, borrower: str, chain: Chain, ties: int) -> Candidate:
    flows = sorted((flow for hop in chain.hops for flow in hop), key=lambda f: (f.begin, f.id))
    closing = () if chain.agents[0] == borrower else (borrower,)
    return Candidate(
        chain.agents + closing,
        (*(flow.id for flow in flows), loan.id),
        {
            "currency": loan.currency,
            "loan": loan.id,
            "principal": money(loan.principal_minor, loan.currency),
            "smallest_hop": money(chain.bottleneck, loan.currency),
            "funded": share(chain.bottleneck, loan.principal_minor),
            "hops": len(chain.hops),
            "ties_to_borrower": ties,
        },
        flows[0].begin,
        last_second(loan.on),
    )


PATTERN = Pattern(
    "UB-37",
    "1",
    {
        "d_days": Parameter("1", "3660"),
        "q": Parameter("0.01", "10"),
        "len": Parameter("1", "6", whole=True),
    },
    detect,
    (
        "Not applicable: the search starts from the few loans of this case; shuffled payments "
        "would no longer be payments before those loans.",
        "Niet van toepassing: de zoektocht begint bij de weinige leningen van deze zaak; "
        "geschudde betalingen zijn geen betalingen vóór die leningen meer.",
    ),
)
