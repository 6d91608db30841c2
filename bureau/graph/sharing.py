"""What parties share that few others have: a phone, a device, a director, an account, a lender."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from bureau.graph.facts import overlap, period
from bureau.graph.scene import Scene
from bureau.rules.vocabulary import EntityKind, TieKind

THINGS = (EntityKind.PHONE, EntityKind.DEVICE)
_OUTWARD = (TieKind.USES, TieKind.HOLDS_ACCOUNT, TieKind.EMPLOYS)
_INWARD = (TieKind.DIRECTS, TieKind.MANAGES, TieKind.OWNS, TieKind.LENDS)


@dataclass(frozen=True, slots=True)
class Use:
    """That somebody has something, in which period, and the tie that says so."""

    tie: str
    begin: date | None
    end: date | None

    def together(self, other: "Use") -> bool:
        """Whether both may have been so on one day."""
        return overlap((self.begin, self.end), (other.begin, other.end))


Uses = Mapping[str, Mapping[str, list[Use]]]  # what is shared, by whom, when


def shared(scene: Scene, kinds: Collection[EntityKind] = ()) -> Uses:
    """Who has what: things used, accounts, people employed, and who directs, owns or lends.

    With `kinds` only what is of such a kind. Regulated hubs share nothing: the bookkeeper
    or the bank of two parties says nothing about them.
    """
    found: dict[str, dict[str, list[Use]]] = defaultdict(lambda: defaultdict(list))
    for source, target, key, tie in scene.graph.edges(keys=True, data=True):
        if tie["kind"] in _OUTWARD:
            who, what = source, target
        elif tie["kind"] in _INWARD:
            who, what = target, source
        else:
            continue
        wanted = not kinds or scene.graph.nodes[what]["kind"] in kinds
        if wanted and not scene.agents.is_hub(who, what):
            found[what][who].append(Use(key, *period(tie)))
    return found
