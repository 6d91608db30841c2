"""What the form says about money and real estate, as facts for the indicators (cents of euro)."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from bureau.model import Move, Questionnaire, Requirement, Supplement
from bureau.operations import _answers, _gaps
from bureau.operations._rows import Rows
from bureau.rules import money
from bureau.rules.indicator_facts import FinanceVersion
from bureau.rules.questionnaire import Answer
from bureau.rules.standings import AnswerStanding, DocumentStanding

TOTAL, OWN, ORIGINS, PROVIDERS = "Q02.01", "Q02.02", "Q02.03", "Q02.04"
PAPERS = ("DC06", "DC07", "DC08", "DC09")  # on the origin of the own money
_CODE = re.compile(r"\bDC\d\d\b")
HAS_DEBTS, DEBTS, SHARES = "Q07.01", "Q07.02", "Q04.01"
HAS_PROPERTY, PROPERTIES, BUILDING = "Q07.05", "Q07.06", "Q13.01"


def from_form(rows: Rows) -> dict[str, Any]:
    """The facts that come from answers, versions of the form and its completeness."""
    given = _answers.answered(rows)
    asked: Supplement | None = rows.last(Supplement)
    return {
        "total_investment": _cents(given.get(TOTAL)),
        "own_funds": _cents(given.get(OWN)),
        "evidenced_origins": _origins(rows, given, checked=True),
        "stated_origins": _origins(rows, given, checked=False),
        "declared_debts": _listed(given, HAS_DEBTS, DEBTS),
        "building_sum": _cents(given.get(BUILDING)),
        "properties_declared": _counted(given, HAS_PROPERTY, PROPERTIES),
        "finance_versions": _versions(rows),
        "gaps_open": len(_gaps.gaps(rows)) if rows.all(Questionnaire) else None,
        "supplement_lapsed": asked is not None and _over(rows, asked),
        "finance_question_on": _finance_question(rows),
        "withdrawn_on": next(
            (move.taken_on for move in rows.all(Move) if move.transition == "T38"), None
        ),
    }


def declared_others(rows: Rows) -> tuple[tuple[str, int], ...]:
    """Who provides money according to the form, and how much."""
    told = _table(_answers.answered(rows).get(PROVIDERS))
    found = ((str(row.get("provider", "")).strip(), _cents(row.get("amount"))) for row in told)
    return tuple((who, cents) for who, cents in found if cents)


def declared_shares(rows: Rows) -> Mapping[str, Decimal]:
    """The share in per cent that the form declares for each holder, by name in small letters."""
    found = {}
    for row in _table(_answers.answered(rows).get(SHARES)):
        try:
            found[str(row.get("name", "")).strip().lower()] = Decimal(
                str(row.get("share", "")).replace(",", ".").rstrip("% ")
            )
        except InvalidOperation:
            continue
    return found


def _over(rows: Rows, asked: Supplement) -> bool:
    """Whether the supplement term ended without the supplement, or the case went on without it."""
    late = asked.completed_on is None or asked.completed_on > asked.until_on
    return late and any(move.source == "ST41" for move in rows.all(Move))


def _cents(answer: Answer | None) -> int | None:
    return money.parse(answer).minor if isinstance(answer, str) and answer else None


def _table(answer: Answer | None) -> Iterable[Mapping[str, Any]]:
    return () if answer is None or isinstance(answer, str | bool) else answer


def _origins(rows: Rows, given: Mapping[str, Answer], *, checked: bool) -> tuple[int, ...] | None:
    """The amounts of own money for which a document is named, those checked or those not.

    A row that names documents by code is checked where one of these was accepted; any other
    row where one of the kinds on the origin of own money was, or a person verified the answer.
    """
    if ORIGINS not in given:
        return None
    answer = _answers.latest(rows).get(ORIGINS)
    verified = answer is not None and answer.status == AnswerStanding.VERIFIED
    accepted = {
        row.code for row in rows.all(Requirement) if row.status == DocumentStanding.ACCEPTED
    }
    found = []
    for row in _table(given[ORIGINS]):
        paper = str(row.get("evidence", "")).strip()
        codes = _CODE.findall(paper.upper()) or PAPERS
        if paper and (verified or not accepted.isdisjoint(codes)) is checked:
            found.append(_cents(row.get("amount")) or 0)
    return tuple(found)


def _listed(given: Mapping[str, Answer], whether: str, which: str) -> int | None:
    if given.get(whether) is False:
        return 0
    if which not in given:
        return None
    return sum(_cents(row.get("amount")) or 0 for row in _table(given[which]))


def _counted(given: Mapping[str, Answer], whether: str, which: str) -> int | None:
    if given.get(whether) is False:
        return 0
    return len(list(_table(given[which]))) if which in given else None


def _versions(rows: Rows) -> tuple[FinanceVersion, ...] | None:
    screening = rows.screening
    if screening is None:
        return None
    known = _answers.questions(screening.scope, screening.law_date)
    found: list[FinanceVersion] = []
    given: dict[str, Answer] = {}
    for form in rows.all(Questionnaire):
        said = {
            answer.question: _answers.read(known[answer.question], answer.text)
            for answer in form.answers
            if answer.question in known and answer.text
        }
        given = given | said  # what was not asked again stands as it was answered before
        if TOTAL in said or PROVIDERS in said:
            found.append(_version(given))
    return tuple(found) or None


def _version(given: Mapping[str, Answer]) -> FinanceVersion:
    lenders = {str(row.get("provider", "")) for row in _table(given.get(PROVIDERS))}
    origins = {str(row.get("origin", "")) for row in _table(given.get(ORIGINS))}
    return FinanceVersion(_cents(given.get(TOTAL)) or 0, frozenset(lenders), frozenset(origins))


def _finance_question(rows: Rows) -> Any:
    """When money was last asked about, in whatever round."""
    sent = [
        form.sent_on
        for form in rows.all(Questionnaire)
        if any(answer.question.startswith("Q02") for answer in form.answers)
    ]
    return sent[-1] if sent else None
