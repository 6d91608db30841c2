"""The indicators on structure, management and papers that can be computed."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from bureau.rules.indicator_facts import (
    IndicatorFacts,
    Measured,
    euros,
    measured,
    months_between,
)
from bureau.rules.indicator_finance import Limits, Test


def _layers(facts: IndicatorFacts, limits: Limits) -> Measured | None:
    if facts.control_paths is None:
        return None
    length = max((path.links for path in facts.control_paths), default=0)
    abroad = max((path.abroad for path in facts.control_paths), default=0)
    return measured(length > limits["length"] or abroad > 0, length=length, foreign=abroad)


def _no_person(facts: IndicatorFacts, _limits: Limits) -> Measured | None:
    if facts.control_paths is None:
        return None
    chains = len(facts.control_paths)
    return measured(not any(p.reaches_person for p in facts.control_paths), chains=chains)


def _shares(facts: IndicatorFacts, _limits: Limits) -> Measured | None:
    if facts.shares is None:
        return None
    odd = [share.holder for share in facts.shares if share.declared != share.registered]
    return measured(bool(odd), holders=", ".join(odd))


def _recent(facts: IndicatorFacts, limits: Limits) -> Measured | None:
    if not facts.company_changes or facts.application_on is None:
        return None
    before = [day for day in facts.company_changes if day <= facts.application_on]
    if not before:
        return None
    months = months_between(max(before), facts.application_on)
    return measured(months < limits["months"], months=months)


def _within(days: tuple[date, ...], end: date, months: int) -> int:
    """How many of the days lie in the months before `end`."""
    return sum(day <= end and months_between(day, end) < months for day in days)


def _frequent(facts: IndicatorFacts, limits: Limits) -> Measured | None:
    if facts.company_changes is None:
        return None
    months = int(limits["months"])
    count = _within(facts.company_changes, facts.application_on or facts.today, months)
    return measured(count >= limits["changes"], count=count, months=months)


def _crowded(facts: IndicatorFacts, limits: Limits) -> Measured | None:
    if facts.entities_at_address is None or facts.domicile_provider is None:
        return None
    crowded = facts.entities_at_address > limits["entities"]
    return measured(crowded and not facts.domicile_provider, count=facts.entities_at_address)


def _positions(facts: IndicatorFacts, limits: Limits) -> Measured | None:
    if facts.active_roles is None or facts.sectors is None:
        return None
    many = facts.active_roles > limits["roles"] and facts.sectors > limits["sectors"]
    return measured(many, roles=facts.active_roles, sectors=facts.sectors)


def _operators(facts: IndicatorFacts, limits: Limits) -> Measured | None:
    if facts.operators_since is None:
        return None
    months = int(limits["months"])
    count = _within(facts.operators_since, facts.today, months)
    return measured(count >= limits["operators"], count=count, months=months)


def _tips(facts: IndicatorFacts, _limits: Limits) -> Measured | None:
    if facts.tips is None:
        return None
    return measured(facts.tips > 0, count=facts.tips)


def _incomplete(facts: IndicatorFacts, _limits: Limits) -> Measured | None:
    if facts.gaps_open is None:
        return None
    return measured(facts.supplement_lapsed and facts.gaps_open > 0, gaps=facts.gaps_open)


def _origins(facts: IndicatorFacts, limits: Limits) -> Measured | None:
    if facts.finance_versions is None:
        return None
    versions = len({version.origins for version in facts.finance_versions})
    return measured(versions > limits["versions"], versions=versions)


def _under(facts: IndicatorFacts, limits: Limits) -> Measured | None:
    declared, most = facts.building_sum, facts.policy_threshold
    if declared is None or most is None:
        return None
    close = (1 - limits["share"]) * most <= declared < most
    return measured(close, declared=euros(declared), limit=euros(most))


def _withdrawn(facts: IndicatorFacts, limits: Limits) -> Measured | None:
    asked, withdrawn = facts.finance_question_on, facts.withdrawn_on
    if asked is None:
        return None
    if withdrawn is None or withdrawn < asked:
        return measured(False)
    days = (withdrawn - asked).days
    return measured(days < limits["days"], days=days)


TESTS: Mapping[str, Test] = MappingProxyType(
    {
        "STR-01": _layers,
        "STR-02": _no_person,
        "STR-03": _shares,
        "STR-04": _recent,
        "STR-05": _frequent,
        "STR-07": _crowded,
        "MGT-03": _positions,
        "MGT-07": _operators,
        "OPS-06": _tips,
        "DOC-01": _incomplete,
        "DOC-03": _origins,
        "DOC-07": _under,
        "DOC-08": _withdrawn,
    }
)
