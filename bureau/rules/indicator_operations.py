"""The indicators on operations and papers that rest on figures of the case."""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from bureau.rules.indicator_facts import IndicatorFacts, Measured, measured, months_between
from bureau.rules.indicator_figures import YEAR, all_numbers, day_of, in_euro
from bureau.rules.indicator_finance import Limits, Test
from bureau.rules.schema import Texts, listed

_HUNDRED = Decimal(100)


def _activity(facts: IndicatorFacts, _limits: Limits) -> Measured | None:
    fits, seen = facts.figures.said("activity_fits"), facts.figures.words("observed_activity")
    if fits is None:
        return None
    return measured(not fits, observed=seen or "-")


def _sanctions(facts: IndicatorFacts, limits: Limits) -> Measured | None:
    found = facts.figures.all("sanction")
    if found is None:
        return None
    most = int(limits["years"]) * YEAR
    recent = [row for row in found if months_between(day_of(row), facts.today) < most]
    last = max((day_of(row).isoformat() for row in recent), default="-")
    return measured(bool(recent), count=len(recent), years=limits["years"], last=last)


def _no_customers(facts: IndicatorFacts, limits: Limits) -> Measured | None:
    known = all_numbers(
        facts.figures, "turnover", "customers_a_day", "occupancy", "spend", "days_open"
    )
    if known is None:
        return None
    turnover, customers, share, spend, days = known
    explained = customers * share * spend * days / _HUNDRED
    return measured(
        turnover > limits["factor"] * explained,
        turnover=in_euro(turnover),
        explained=in_euro(explained),
    )


def _cash_share(facts: IndicatorFacts, limits: Limits) -> Measured | None:
    known = all_numbers(facts.figures, "cash_share", "cash_share_high")
    if known is None:
        return None
    share, high = known
    return measured(share > high * (1 + limits["margin"]), share=f"{share}%", usual=f"{high}%")


def _labour(facts: IndicatorFacts, limits: Limits) -> Measured | None:
    signal = facts.figures.said("labour_signal")
    known = all_numbers(facts.figures, "staff", "opening_hours")
    if not signal and known is None:
        return None
    staff, hours = known or (Decimal(1), Decimal(0))
    why = [_SIGNAL] if signal else []
    if staff == 0 and hours > limits["opening_hours"]:
        why.append(_NO_STAFF.filled(hours=hours))
    return measured(bool(why), signs=listed(why, "; "))


_SIGNAL = Texts("een signaal van de Arbeidsinspectie", "a signal of the labour inspectorate")
_NO_STAFF = Texts(
    "geen personeel opgegeven bij {hours} openingsuren per week",
    "no staff declared with {hours} opening hours a week",
)


def _elsewhere(facts: IndicatorFacts, _limits: Limits) -> Measured | None:
    found = facts.figures.all("refusal_elsewhere")
    if found is None:
        return None
    last = max((day_of(row).isoformat() for row in found), default="-")
    return measured(bool(found), count=len(found), last=last)


def _doubtful(facts: IndicatorFacts, _limits: Limits) -> Measured | None:
    found = facts.figures.all("document_doubt")
    if found is None:
        return None
    return measured(bool(found), what="; ".join(str(row.value) for row in found))


def _income_jump(facts: IndicatorFacts, limits: Limits) -> Measured | None:
    asked, ended = facts.application_on, facts.figures.day("job_ended_on")
    jump = _jump(facts, limits)
    if asked is None or (jump is None and ended is None):
        return None
    soon = ended is not None and asked <= ended
    short = soon and months_between(asked, ended or asked) < limits["months_after"]
    ratio, jumped = jump or (Decimal(0), False)
    return measured(jumped or short, ratio=f"{ratio:.2f}", ended=ended or "-")


def _jump(facts: IndicatorFacts, limits: Limits) -> tuple[Decimal, bool] | None:
    """How far income rose, and whether that was shortly before the application."""
    known = all_numbers(facts.figures, "income_before", "income_after")
    asked, changed = facts.application_on, facts.figures.day("income_changed_on")
    if known is None or not known[0] or asked is None or changed is None:
        return None
    ratio = known[1] / known[0]
    near = changed <= asked and months_between(changed, asked) < limits["months_before"]
    return ratio, near and ratio > limits["ratio"]


def _income_age(facts: IndicatorFacts, limits: Limits) -> Measured | None:
    known = all_numbers(facts.figures, "income_after", "income_age_high")
    if known is None:
        return None
    income, usual = known
    above = income > usual * (1 + limits["margin"])
    return measured(above, income=in_euro(income), usual=in_euro(usual))


def _fixer(facts: IndicatorFacts, _limits: Limits) -> Measured | None:
    known = all_numbers(facts.figures, "contacts", "contacts_through_one")
    licensed = facts.figures.said("intermediary_licensed")
    if known is None or (licensed is None and known[1]):
        return None
    contacts, through = known
    return measured(bool(contacts) and through >= contacts and not licensed, contacts=contacts)


TESTS: Mapping[str, Test] = MappingProxyType(
    {
        "OPS-01": _activity,
        "OPS-02": _sanctions,
        "OPS-03": _no_customers,
        "OPS-04": _cash_share,
        "OPS-05": _labour,
        "OPS-07": _elsewhere,
        "DOC-02": _doubtful,
        "DOC-04": _income_jump,
        "DOC-05": _income_age,
        "DOC-06": _fixer,
    }
)
