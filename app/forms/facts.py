"""Forms for ties, deals and payments."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import Length

from app.forms import parts
from app.forms.parts import LONG, REQUIRED, SHORT, LearntForm, day, reason, version
from app.words import word
from bureau.rules.vocabulary import EntityKind, TieKind

PARTIAL = _l("As much as is known: 2024, 2024-05 or 2024-05-07.")
WHO = (EntityKind.PERSON, EntityKind.COMPANY)


def _ties() -> list[SelectChoice]:
    return [SelectChoice(each.value, word(f"tie_{each}")) for each in TieKind]


class TieForm(LearntForm):
    """A tie between two parties."""

    kind = parts.select(_l("Tie"), _ties)
    start = SelectField(_l("From"), validators=[REQUIRED])
    end = SelectField(_l("To"), validators=[REQUIRED])
    share = StringField(
        _l("Share"), description=_l("1/3 or 33.5%, exact."), validators=[Length(max=30)]
    )
    detail = StringField(_l("Detail"), validators=[SHORT])


class ChangeTieForm(FlaskForm):
    """Correct a tie."""

    version = version()
    share = StringField(
        _l("Share"), description=_l("1/3 or 33.5%, exact."), validators=[Length(max=30)]
    )
    detail = StringField(_l("Detail"), validators=[SHORT])
    valid_from = StringField(_l("Holds from"), description=PARTIAL, validators=[Length(max=10)])
    valid_to = StringField(_l("Holds until"), description=PARTIAL, validators=[Length(max=10)])
    credibility = parts.select(_l("Credibility of this fact"), parts.credibilities)


class DealForm(LearntForm):
    """What every deal with an amount has."""

    amount = parts.MoneyField(_l("Amount"), validators=[REQUIRED, Length(max=20)])
    currency = StringField(
        _l("Currency"), default="EUR", validators=[REQUIRED, Length(min=3, max=3)]
    )


class LoanForm(DealForm):
    """A loan."""

    lender = SelectField(_l("Lender"), validators=[REQUIRED])
    borrower = SelectField(_l("Borrower"), validators=[REQUIRED])
    paid_out_on = StringField(_l("Paid out on"), description=PARTIAL, validators=[Length(max=10)])
    contract_on = StringField(_l("Contract of"), description=PARTIAL, validators=[Length(max=10)])
    interest_percent = StringField(_l("Yearly interest in per cent"), validators=[Length(max=10)])
    security = StringField(_l("Security"), validators=[SHORT])
    schedule = TextAreaField(_l("Repayment"), validators=[LONG])
    means = parts.MoneyField(
        _l("Means of the lender"),
        description=_l(
            "What the lender had to lend from, where a source says so. For example 12500 or "
            "12.500,00."
        ),
        validators=[Length(max=20)],
    )


class EndLoanForm(FlaskForm):
    """A loan was repaid or replaced."""

    version = version()
    last_day = day(_l("Last day it held"), needed=True)
    reason = reason(
        _l("Reason"), _l("For instance: repaid, or replaced by another loan, and the source.")
    )


class SaleForm(DealForm):
    """A sale of real estate."""

    property = SelectField(_l("Real estate"), validators=[REQUIRED])
    seller = SelectField(_l("Seller"), validators=[REQUIRED])
    buyer = SelectField(_l("Buyer"), validators=[REQUIRED])
    agreed_on = day(_l("Agreed on"), needed=True)
    delivered_on = day(_l("Delivered on"))
    deed = StringField(_l("Deed"), validators=[Length(max=80)])


class MortgageForm(DealForm):
    """A mortgage."""

    property = SelectField(_l("Real estate"), validators=[REQUIRED])
    holder = SelectField(_l("Holder of the mortgage"), validators=[REQUIRED])


class LeaseForm(DealForm):
    """A lease; the amount is the rent of a year."""

    amount = parts.MoneyField(_l("Rent of a year"), validators=[REQUIRED, Length(max=20)])
    property = SelectField(_l("Real estate"), validators=[REQUIRED])
    landlord = SelectField(_l("Landlord"), validators=[REQUIRED])
    tenant = SelectField(_l("Tenant"), validators=[REQUIRED])


class PermitForm(LearntForm):
    """A permit for works."""

    property = SelectField(_l("Real estate"), validators=[REQUIRED])
    granted_on = day(_l("Granted on"), needed=True)
    works = TextAreaField(_l("Works"), validators=[REQUIRED, LONG])


DEALS: dict[str, type[LearntForm]] = {
    "loan": LoanForm,
    "sale": SaleForm,
    "mortgage": MortgageForm,
    "lease": LeaseForm,
    "works_permit": PermitForm,
}
# Which kinds of party each part of a deal can be played by.
PLAYERS: dict[str, tuple[EntityKind, ...]] = {
    **dict.fromkeys(("lender", "borrower", "seller", "buyer", "holder", "landlord", "tenant"), WHO),
    "property": (EntityKind.PROPERTY,),
}


class PaymentForm(FlaskForm):
    """One payment between two accounts."""

    payer = SelectField(_l("Paying account"), validators=[REQUIRED])
    payee = SelectField(_l("Receiving account"), validators=[REQUIRED])
    paid_on = day(_l("Paid on"), needed=True)
    amount = parts.MoneyField(_l("Amount"), validators=[REQUIRED, Length(max=20)])
    currency = StringField(
        _l("Currency"), default="EUR", validators=[REQUIRED, Length(min=3, max=3)]
    )
    reference = StringField(_l("Description"), validators=[Length(max=500)])
    source = SelectField(_l("Source"), validators=[REQUIRED])
    place = StringField(_l("Place in the source"), validators=[SHORT])
