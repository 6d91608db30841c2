"""What may not leave with an export: facts of papers one may not read, and what must not travel."""

from collections import Counter
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from bureau.model import Case, Document, Entity, PartyRole, Payment, Record, Source
from bureau.policy import Permission
from bureau.rules.handling import travels
from bureau.work import Work

RESTRICTED, HANDLING = "restricted", "handling"
BASIS = {RESTRICTED: "Wet Bibob 28(1)", HANDLING: "AVG 5(1)(b); WGS 1.7"}


@dataclass(slots=True)
class Withheld:
    """The sources whose facts stay in the house, each with its rule, and how many facts did."""

    sources: Mapping[UUID, str]
    numbers: Mapping[int, str]
    counts: Counter[str] = field(default_factory=Counter)

    def told(self) -> list[dict[str, Any]]:
        """By rule how many facts stayed in the house, for the slip beside the file."""
        return [
            {"rule": rule, "basis": BASIS[rule], "facts": self.counts[rule]}
            for rule in BASIS
            if self.counts[rule]
        ]


def withheld(work: Work, case: Case) -> Withheld:
    """The sources of `case` from which nothing may leave by the hand of this actor.

    Those whose document has other readers, and those of which a record may not travel: the code
    is what the giver agreed to, and ties and payments of the same giver carry none of their own.
    """
    readable = work.visible(Permission.DOCUMENT_READ, Document).with_only_columns(Document.id)
    shut = Source.document_id.is_not(None) & Source.document_id.not_in(readable)
    rows = (
        select(Source.id, Source.number, shut.label("shut"), Record.handling)
        .outerjoin(Record, Record.learnt_from_id == Source.id)
        .where(Source.case_id == case.id)
        .distinct()
    )
    sources: dict[UUID, str] = {}
    numbers: dict[int, str] = {}
    for row in work.session.execute(rows):
        if row.shut or (row.handling is not None and not travels(row.handling, work.today)):
            rule = RESTRICTED if row.shut else HANDLING
            sources[row.id] = numbers[row.number] = rule
    return Withheld(sources, numbers)


def keep_back(work: Work, case: Case, graph: Any, held: Withheld) -> None:
    """Take out of `graph` what rests only on withheld sources, counted in `held` by rule.

    A party that another fact or role names stays, without what only the withheld source says.
    """
    if not held.sources:
        return
    count_payments(work, case, graph, held)
    for start, end, key, named in list(graph.edges(keys=True, data="sources")):
        rules = [held.numbers.get(int(number.removeprefix("S"))) for number in named]
        if rules and (rule := rules[0]) and all(rules):
            held.counts[rule] += 1
            graph.remove_edge(start, end, key)
    placed = _placed(work, case, held)
    known = select(Entity.id, Entity.learnt_from_id).where(Entity.case_id == case.id)
    for party, source in work.session.execute(known):
        name, rule = str(party), held.sources.get(source)
        if rule is None or name not in graph:
            continue
        held.counts[rule] += 1
        if name in placed or graph.degree(name):
            graph.nodes[name]["hub"] = None
        else:
            graph.remove_node(name)


def count_payments(work: Work, case: Case, shown: Container[str], held: Withheld) -> None:
    """Count the payments between parties that are `shown` which stay in the house."""
    if not held.sources:
        return
    rows = (
        select(Payment.from_id, Payment.to_id, Payment.learnt_from_id, func.count())
        .where(Payment.case_id == case.id, Payment.learnt_from_id.in_(held.sources))
        .group_by(Payment.from_id, Payment.to_id, Payment.learnt_from_id)
    )
    for payer, payee, source, count in work.session.execute(rows):
        if str(payer) in shown and str(payee) in shown:
            held.counts[held.sources[source]] += count


def _placed(work: Work, case: Case, held: Withheld) -> frozenset[str]:
    """The parties whose role in the case is known from a source that may leave."""
    roles = select(PartyRole.entity_id).where(
        PartyRole.case_id == case.id, PartyRole.learnt_from_id.not_in(held.sources)
    )
    return frozenset(map(str, work.session.scalars(roles)))
