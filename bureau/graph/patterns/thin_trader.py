"""UB-36: a trading company without staff or means through which large sums pass."""

from collections.abc import Iterator

from bureau.graph.amounts import in_minor, money, share
from bureau.graph.facts import euros, text
from bureau.graph.ledger import day_of
from bureau.graph.patterns import pass_through
from bureau.graph.places import staff_of
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.values import Record
from bureau.graph.windows import Candidate, in_time
from bureau.rules.vocabulary import RecordKind

_FREE_ZONE = "free_zone"


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-36, pass-through trading company.

    A company with turnover / (staff + 1) >= x, assets <= a, an account that UB-04 finds with
    the same W_days, Cmin_eur, r, d_hours and b, and at least a share q of those it pays or is
    paid by found in the register of a free zone or trading hub (a snapshot of the register
    "free_zone"). Amounts in euros: the highest turnover recorded, the last assets recorded.
    Tried only where turnover, assets and staff are all known. It looks at registers of
    companies, never at the country or origin of anybody. Regulated hubs are passed over.
    """
    companies = _known(scene)
    if not companies:
        return Found(0, [])
    through = _passing(scene, settings, budget)
    zone = _listed(scene)
    candidates: list[Candidate] = []
    for name, (turnover, assets, staff) in companies.items():
        thin = _minor(turnover, scene) >= in_minor(settings["x_eur"], "EUR") * (staff + 1)
        if not thin or _minor(assets, scene) > in_minor(settings["a_eur"], "EUR"):
            continue
        others = _counterparties(scene, name)
        listed = len(others & zone)
        if others and listed >= settings["q"] * len(others) and name in through:
            counts = {"counterparties": len(others), "in_free_zones": listed, "staff": staff}
            candidates.append(_candidate(scene, name, (turnover, assets), counts, through[name]))
    return Found(len(companies), in_time(candidates))


def _listed(scene: Scene) -> set[str]:
    """Who was found in the register of a free zone."""
    return {
        name
        for row in scene.records.get(RecordKind.REGISTER_SNAPSHOT, ())
        if text(row, "register") == _FREE_ZONE and row.fields.get("found") is True
        for _, name in row.parties
    }


def _known(scene: Scene) -> dict[str, tuple[Record, Record, int]]:
    """Companies of which turnover, assets and staff are all recorded."""
    turnover: dict[str, Record] = {}
    for name, row in _rows(scene, RecordKind.TURNOVER, "company"):
        if name not in turnover or _minor(row, scene) > _minor(turnover[name], scene):
            turnover[name] = row
    assets = dict(_rows(scene, RecordKind.ASSETS, "person"))
    found = {}
    for name in sorted(turnover.keys() & assets.keys()):
        staff = staff_of(scene, name)
        if staff is not None and not scene.agents.is_hub(name):
            found[name] = (turnover[name], assets[name], staff)
    return found


def _rows(scene: Scene, kind: RecordKind, role: str) -> Iterator[tuple[str, Record]]:
    for row in scene.records.get(kind, ()):
        name = row.party(role)
        if name is not None and euros(row, scene) is not None:
            yield name, row


def _minor(row: Record, scene: Scene) -> int:
    return euros(row, scene) or 0


def _passing(scene: Scene, settings: Settings, budget: Budget) -> dict[str, Candidate]:
    """The strongest pass-through of each agent."""
    found: dict[str, Candidate] = {}
    for one in pass_through.detect(scene, settings, budget).candidates:
        agent = scene.agents.of(one.subjects[0], day_of(one.end))
        found.setdefault(agent, one)
    return found


def _counterparties(scene: Scene, name: str) -> set[str]:
    found: set[str] = set()
    for ledger in scene.ledgers:
        if name in ledger.names:
            me = ledger.names.index(name)
            rows = ledger.between_agents()
            for own, other in (
                (ledger.payer_agent, ledger.payee_agent),
                (ledger.payee_agent, ledger.payer_agent),
            ):
                found |= {ledger.names[at] for at in other[rows[own[rows] == me]].tolist()}
    return found


def _candidate(
    scene: Scene,
    name: str,
    books: tuple[Record, Record],
    counts: dict[str, int],
    through: Candidate,
) -> Candidate:
    turnover, assets = (_minor(row, scene) for row in books)
    return Candidate(
        (name,),
        (books[0].id, books[1].id, *through.evidence),
        {
            "currency": "EUR",
            "turnover": money(turnover, "EUR"),
            "assets": money(assets, "EUR"),
            **counts,
            "free_zone_share": share(counts["in_free_zones"], counts["counterparties"]),
        },
        through.begin,
        through.end,
    )


PATTERN = Pattern(
    "UB-36",
    "1",
    {
        "x_eur": Parameter("1", "1000000000"),
        "a_eur": Parameter("0", "1000000000"),
        "q": Parameter("0.01", "1"),
        **pass_through.PATTERN.parameters,
    },
    detect,
)
