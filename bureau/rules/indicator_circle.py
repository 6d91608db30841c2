"""The indicators on people around the business and on who holds its real estate."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from bureau.rules.indicator_facts import (
    IndicatorFacts,
    Measured,
    euros,
    measured,
    months_between,
    percent,
)
from bureau.rules.indicator_finance import Limits, Test
from bureau.rules.indicator_people import EndedRole, Leader, RelatedSale
from bureau.rules.schema import Texts, listed


def _revived(facts: IndicatorFacts, limits: Limits) -> Measured | None:
    since, again = facts.figures.day("dormant_since"), facts.figures.day("revived_on")
    if since is None:
        return measured(False) if facts.figures.all("dormant_since") == () else None
    if again is None:
        return None
    months = months_between(since, again)
    return measured(months >= limits["months"], months=months, revived=again)


def _sister(facts: IndicatorFacts, limits: Limits) -> Measured | None:
    if facts.conclusions is None:
        return None
    near = sorted(
        {
            found.party
            for found in facts.conclusions
            if found.distance is not None and found.distance <= limits["distance"]
        }
    )
    return measured(bool(near), parties=", ".join(near))


def _cut(facts: IndicatorFacts, limits: Limits) -> Measured | None:
    asked = facts.application_on
    if facts.ended_roles is None or asked is None:
        return None
    near = [
        row
        for row in facts.ended_roles
        if 0 <= (asked - row.on).days < limits["days"] and (row.paid_after or row.seen_after)
    ]
    return _left(near)


def _former(facts: IndicatorFacts, _limits: Limits) -> Measured | None:
    if facts.ended_roles is None:
        return None
    return _left([row for row in facts.ended_roles if row.received_after or row.seen_after])


def _left(rows: list[EndedRole]) -> Measured:
    last = max((row.on for row in rows), default=None)
    return measured(
        bool(rows), persons=", ".join(sorted({row.person for row in rows})), ended=last or "-"
    )


_AGE = Texts("{person}: jonger dan {years} jaar", "{person}: younger than {years}")
_NEW = Texts("{person}: geen ervaring in de sector", "{person}: no experience in the sector")
_MUTE = Texts(
    "{person}: kan vragen over de zaak niet beantwoorden",
    "{person}: cannot answer questions on the business",
)
_RULED = Texts("{person}: een ander beslist", "{person}: another decides")
_POOR = Texts("geen eigen geld ingelegd", "no own money put in")


def _straw(facts: IndicatorFacts, limits: Limits) -> Measured | None:
    """Lists circumstances; age, experience and money alone never raise the question."""
    if facts.managers is None:
        return None
    found, heavy, asked = [], False, False
    for manager in facts.managers:
        light, weighty, answered = _circumstances(facts, limits, manager)
        found += [*light, *weighty]
        heavy, asked = heavy or bool(weighty), asked or answered
    if not asked:
        return None
    if facts.own_funds == 0:
        found.append(_POOR)
    return measured(heavy, circumstances=listed(found, "; "))


def _circumstances(
    facts: IndicatorFacts, limits: Limits, manager: Leader
) -> tuple[list[Texts], list[Texts], bool]:
    """What speaks of youth or inexperience, what of another who rules, and if it was asked."""
    who, said = manager.person, facts.figures.said
    young = manager.age is not None and manager.age < limits["age"]
    light = [_AGE.filled(person=who, years=limits["age"])] if young else []
    if said("sector_experience", who) is False:
        light.append(_NEW.filled(person=who))
    answers, decides = said("answers_questions", who), said("decides_self", who)
    weighty = [_MUTE.filled(person=who)] if answers is False else []
    if decides is False:
        weighty.append(_RULED.filled(person=who))
    return light, weighty, not (answers is None and decides is None)


def _acting(facts: IndicatorFacts, _limits: Limits) -> Measured | None:
    found = facts.figures.all("acting_manager")
    if found is None or facts.managers is None:
        return None
    declared = {manager.person for manager in facts.managers}
    others = sorted({row.subject for row in found} - declared - {""})
    return measured(bool(others), persons=", ".join(others))


def _records(facts: IndicatorFacts, _limits: Limits) -> Measured | None:
    found = facts.figures.all("record_connected")
    if found is None:
        return None
    persons = ", ".join(sorted({row.subject for row in found}))
    return measured(bool(found), count=len(found), persons=persons)


def _undeclared(facts: IndicatorFacts, _limits: Limits) -> Measured | None:
    found, declared = facts.figures.all("record_connected"), facts.records_declared
    if found is None or declared is None:
        return None
    return measured(len(found) > declared, found=len(found), declared=declared)


def _fronts(facts: IndicatorFacts, limits: Limits) -> Measured | None:
    if facts.fronts is None:
        return None
    several = [row for row in facts.fronts if row.cases >= limits["cases"] and row.financiers > 1]
    return measured(
        bool(several),
        persons=", ".join(sorted(row.person for row in several)),
        cases=max((row.cases for row in several), default=0),
    )


def _unauthorised(facts: IndicatorFacts, _limits: Limits) -> Measured | None:
    signed = facts.figures.all("signatory")
    if signed is None or facts.authorised is None:
        return None
    odd = sorted(
        {
            row.subject
            for row in signed
            if row.subject not in facts.authorised
            and not facts.figures.said("mandate", row.subject)
        }
    )
    return measured(bool(odd), persons=", ".join(odd))


def _early_works(facts: IndicatorFacts, limits: Limits) -> Measured | None:
    if facts.works is None or facts.deliveries is None:
        return None
    for passed in facts.deliveries:
        for work in facts.works:
            days = (passed.on - work.on).days
            if work.property == passed.property and 0 < days <= limits["days"]:
                return measured(True, property=work.property, began=work.on, delivered=passed.on)
    return measured(False)


def _many_bought(facts: IndicatorFacts, limits: Limits) -> Measured | None:
    if facts.purchases is None:
        return None
    bought: dict[str, list[date]] = defaultdict(list)
    for row in facts.purchases:
        bought[row.buyer].append(row.on)
    months = int(limits["months"])
    for buyer, days in sorted(bought.items()):
        most = max(
            sum(first <= day and months_between(first, day) < months for day in days)
            for first in days
        )
        if most >= limits["acquisitions"]:
            return measured(True, buyer=buyer, count=most, months=months)
    return measured(False)


def _off_market(facts: IndicatorFacts, limits: Limits) -> Measured | None:
    if facts.related_sales is None:
        return None
    near = [
        row
        for row in facts.related_sales
        if row.distance is not None and row.distance <= limits["distance"]
    ]
    for row in near:
        if _share(row) > limits["share"]:
            return measured(
                True,
                property=row.property,
                price=euros(row.price),
                value=euros(row.value),
                share=percent(_share(row)),
            )
    return measured(False)


def _share(sale: RelatedSale) -> Decimal:
    return abs(Decimal(sale.price) / sale.value - 1) if sale.value else Decimal(0)


def _hidden_owner(facts: IndicatorFacts, _limits: Limits) -> Measured | None:
    if facts.title_holders is None:
        return None
    for row in facts.title_holders:
        if (row.foundation or row.abroad) and not row.has_controller:
            return measured(True, property=row.property, holder=row.holder)
    return measured(False)


TESTS: Mapping[str, Test] = MappingProxyType(
    {
        "STR-06": _revived,
        "STR-08": _sister,
        "STR-09": _cut,
        "MGT-01": _straw,
        "MGT-02": _acting,
        "MGT-04": _records,
        "MGT-05": _undeclared,
        "MGT-06": _fronts,
        "MGT-08": _former,
        "MGT-09": _unauthorised,
        "PRO-03": _early_works,
        "PRO-04": _many_bought,
        "PRO-09": _off_market,
        "PRO-10": _hidden_owner,
    }
)
