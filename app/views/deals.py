"""From the form of a deal to the operation that records it."""

from typing import Any
from uuid import UUID

from app.forms import facts as forms
from app.forms.parts import LearntForm
from app.views.learning import learnt
from bureau.operations import deals
from bureau.work import Work


def record(work: Work, case_id: UUID, form: LearntForm) -> Any:
    """Record what the form says, whichever deal it is about."""
    match form:
        case forms.LoanForm():
            return _loan(work, case_id, form)
        case forms.SaleForm():
            return _sale(work, case_id, form)
        case forms.MortgageForm():
            return deals.record_mortgage(
                work,
                case_id,
                property_id=UUID(form.property.data),
                holder_id=UUID(form.holder.data),
                amount=form.amount.data,
                currency=form.currency.data,
                learnt=learnt(form),
            )
        case forms.LeaseForm():
            return _lease(work, case_id, form)
        case forms.PermitForm():
            return deals.record_works_permit(
                work,
                case_id,
                property_id=UUID(form.property.data),
                granted_on=form.granted_on.data,
                works=form.works.data,
                learnt=learnt(form),
            )
    return None


def _loan(work: Work, case_id: UUID, form: forms.LoanForm) -> Any:
    return deals.record_loan(
        work,
        case_id,
        lender_id=UUID(form.lender.data),
        borrower_id=UUID(form.borrower.data),
        principal=form.amount.data,
        currency=form.currency.data,
        learnt=learnt(form),
        paid_out_on=form.paid_out_on.data or "",
        contract_on=form.contract_on.data or "",
        interest_percent=form.interest_percent.data or "",
        security=form.security.data or "",
        schedule=form.schedule.data or "",
        means=form.means.data or "",
    )


def _sale(work: Work, case_id: UUID, form: forms.SaleForm) -> Any:
    return deals.record_sale(
        work,
        case_id,
        property_id=UUID(form.property.data),
        seller_id=UUID(form.seller.data),
        buyer_id=UUID(form.buyer.data),
        price=form.amount.data,
        currency=form.currency.data,
        agreed_on=form.agreed_on.data,
        delivered_on=form.delivered_on.data,
        deed=form.deed.data or "",
        learnt=learnt(form),
    )


def _lease(work: Work, case_id: UUID, form: forms.LeaseForm) -> Any:
    return deals.record_lease(
        work,
        case_id,
        property_id=UUID(form.property.data),
        landlord_id=UUID(form.landlord.data),
        tenant_id=UUID(form.tenant.data),
        yearly_rent=form.amount.data,
        currency=form.currency.data,
        learnt=learnt(form),
    )
