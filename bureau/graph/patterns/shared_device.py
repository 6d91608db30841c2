"""UB-45: parties presented as independent that use one phone or device."""

from collections.abc import Iterator
from itertools import combinations

from bureau.graph.closeness import Closeness
from bureau.graph.facts import known_span
from bureau.graph.ledger import last_second, second
from bureau.graph.project import EDGES, Reading
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.sharing import THINGS, Use, shared
from bureau.graph.windows import Candidate, in_time

_DECLARED = 2


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-45, shared device between "independent" agents.

    A phone or device that at least two and at most `dfmax` parties of the case use, two of
    them in periods that may overlap, with no declared relation: more than two ties of
    closeness (owning, directing, managing, employing, family, leasing, company kept) between
    them. A period without an end is open. All such pairs on one thing are one hit.
    What more than `dfmax` parties use (a public network, an adviser's machine) is no sign;
    a regulated hub uses nothing in this sense.
    """
    kinds = [kind for kind, spec in EDGES.items() if spec.reading is Reading.CLOSE]
    near, tried = Closeness(scene, kinds, _DECLARED), 0
    candidates: list[Candidate] = []
    for what, by in sorted(shared(scene, THINGS).items()):
        if not 1 < len(by) <= settings["dfmax"]:
            continue
        if not budget.spend(len(by) ** 2):
            break
        tried += 1
        pairs = [
            (one, other)
            for one, other in combinations(sorted(by), 2)
            if not near.near(one, other) and any(_overlaps(by[one], by[other]))
        ]
        if pairs:
            names = sorted({name for pair in pairs for name in pair})
            uses = [use for name in names for use in by[name]]
            candidates.append(_candidate(scene, what, names, uses, len(by)))
    return Found(tried, in_time(candidates))


def _overlaps(ours: list[Use], theirs: list[Use]) -> Iterator[bool]:
    return (one.together(other) for one in ours for other in theirs)


def _candidate(scene: Scene, what: str, names: list[str], uses: list[Use], users: int) -> Candidate:
    days = [day for use in uses for day in (use.begin, use.end) if day]
    first, last = known_span(scene)
    return Candidate(
        (what, *names),
        tuple(sorted(use.tie for use in uses)),
        {"users": users, "unrelated": len(names)},
        second(min(days)) if days else first,
        last_second(max(days)) if days else last,
    )


PATTERN = Pattern(
    "UB-45",
    "1",
    {"dfmax": Parameter("2", "1000", whole=True)},
    detect,
    (
        "Not applicable: it rests on phones and devices; shuffled payments do not change them.",
        "Niet van toepassing: het berust op telefoons en apparaten; geschudde betalingen "
        "veranderen die niet.",
    ),
)
