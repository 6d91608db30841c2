"""What may be done together with another organisation: its agreement and the regime of a case."""

from datetime import date

from bureau.model import Case, Organisation
from bureau.operations import _processing
from bureau.operations._agreements import shared
from bureau.rules import agreements as law
from bureau.rules import partners, regimes
from bureau.work import Work


def insist_agreed(work: Work, case: Case, organisation: Organisation) -> None:
    """Stop unless the regime of `case` lets it be handled together with `organisation`.

    Under the WGS a participant needs an agreement in force that it and the organisation of the
    case both signed (AVG 26; WGS 1.4). The own organisation and bodies that take no part in the
    joint processing (WGS 2.19) need none. A body that came after the founding of the register of
    changes takes part once the advisory committee was heard (WGS 1.8(6)).
    """
    regime = regimes.regime_of(case.regime, work.today)
    own = organisation.id == case.organisation_id
    if own or not regime.agreement:
        return
    _processing.insist_partner(work, case, organisation)
    if not _takes_part(organisation, work.today):
        return
    spans = shared(work, case.organisation_id, organisation.id)
    law.insist_bound(organisation.name, spans, work.today)


def insist_joint(work: Work, case: Case, organisation: Organisation) -> None:
    """Stop unless data of `organisation` may come into `case`: its regime and an agreement say so.

    What is the own organisation's may always come in.
    """
    if organisation.id != case.organisation_id:
        regime = regimes.regime_of(case.regime, work.today)
        regimes.insist_partner_data(regime, organisation.name)
        insist_agreed(work, case, organisation)


def _takes_part(body: Organisation, on: date) -> bool:
    return partners.may_join_person_items(body.kind, on)
