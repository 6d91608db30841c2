"""Forms for parties: persons, companies, real estate, accounts, things, roles, numbers."""

from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, IntegerField, SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import Length, NumberRange

from app.forms import parts
from app.forms.parts import LEFT_OPEN, LONG, REQUIRED, SHORT, LearntForm, version
from app.words import word
from bureau.rules import things
from bureau.rules.roles import names
from bureau.rules.vocabulary import CaseKind, EntityKind, Hub

SCHEMES = ("kvk", "rsin", "vestiging", "bsn", "brk", "bag", "foreign", *things.SCHEMES)
COUNT = (LEFT_OPEN, NumberRange(0, 1_000_000_000))
PARTIAL = _l("As much as is known: 2024, 2024-05 or 2024-05-07.")


def _hubs() -> list[SelectChoice]:
    return [SelectChoice(each, word(f"hub_{each}")) for each in Hub]


class PersonFields(FlaskForm):
    """What is kept of a person; there is no place for nationality."""

    given_names = StringField(_l("Given names"), validators=[SHORT])
    prefix = StringField(_l("Prefix"), validators=[Length(max=40)])
    family_name = StringField(_l("Family name"), validators=[REQUIRED, SHORT])
    born = StringField(_l("Born"), description=PARTIAL, validators=[Length(max=10)])
    died = StringField(_l("Died"), description=PARTIAL, validators=[Length(max=10)])
    protected = BooleanField(
        _l("Protected person"),
        description=_l("Never merged with another, never drawn in a picture."),
    )
    note = TextAreaField(_l("Note"), validators=[LONG])


class CompanyFields(FlaskForm):
    """What is kept of a company."""

    label = StringField(_l("Name"), validators=[REQUIRED, SHORT])
    legal_form = StringField(_l("Legal form"), validators=[Length(max=100)])
    registered_on = StringField(
        _l("Registered on"), description=PARTIAL, validators=[Length(max=10)]
    )
    ended_on = StringField(_l("Ended on"), description=PARTIAL, validators=[Length(max=10)])
    activity = StringField(_l("Activity"), validators=[SHORT])
    staff = IntegerField(_l("People employed"), validators=COUNT)
    hub = parts.select(
        _l("Ordinary hub"),
        _hubs,
        needed=False,
        description=_l("Much passes through a bank or a notary: patterns leave such a node out."),
    )
    note = TextAreaField(_l("Note"), validators=[LONG])


class PropertyFields(FlaskForm):
    """What is kept of real estate."""

    label = StringField(_l("Name"), validators=[REQUIRED, SHORT])
    designation = StringField(_l("Cadastral designation"), validators=[Length(max=100)])
    use = StringField(_l("Use"), validators=[Length(max=100)])
    square_metres = IntegerField(_l("Square metres"), validators=COUNT)
    valuation = parts.MoneyField(_l("Valuation in euro (WOZ)"), validators=[Length(max=20)])
    valued_on = StringField(_l("Valued on"), description=PARTIAL, validators=[Length(max=10)])
    note = TextAreaField(_l("Note"), validators=[LONG])


class AddressFields(FlaskForm):
    """What is kept of an address."""

    street = StringField(_l("Street"), validators=[REQUIRED, SHORT])
    number = StringField(_l("House number"), validators=[Length(max=20)])
    addition = StringField(_l("Addition"), validators=[Length(max=20)])
    postcode = StringField(_l("Postcode"), validators=[Length(max=12)])
    city = StringField(_l("Town"), validators=[Length(max=100)])
    country = StringField(_l("Country"), validators=[Length(max=60)])
    note = TextAreaField(_l("Note"), validators=[LONG])


class AccountFields(FlaskForm):
    """What is kept of an account."""

    number = StringField(_l("Account number"), validators=[REQUIRED, Length(max=60)])
    holder_name = StringField(_l("In the name of"), validators=[SHORT])
    bank = StringField(_l("Bank"), validators=[Length(max=100)])
    note = TextAreaField(_l("Note"), validators=[LONG])


class ThingFields(FlaskForm):
    """What is kept of a phone, device, vehicle or wallet, beside its number."""

    label = StringField(_l("Name"), validators=[REQUIRED, SHORT])
    note = TextAreaField(_l("Note"), validators=[LONG])


class NewPersonForm(PersonFields, LearntForm):
    """A new person."""


class NewCompanyForm(CompanyFields, LearntForm):
    """A new company."""

    kvk = StringField(_l("KVK number"), validators=[Length(max=8)])


class NewPropertyForm(PropertyFields, LearntForm):
    """New real estate."""


class NewAddressForm(AddressFields, LearntForm):
    """A new address."""


class NewAccountForm(AccountFields, LearntForm):
    """A new account."""


class NewThingForm(LearntForm):
    """A new phone, device, vehicle or wallet; each kind has its own sorts of number."""

    kind = EntityKind.PHONE
    scheme = SelectField(_l("Sort of number"), validators=[REQUIRED])
    number = StringField(
        _l("Number"),
        description=_l("It is found again by this on a next import. Leave it open when unknown."),
        validators=[SHORT],
    )
    label = StringField(
        _l("Name"),
        description=_l("What it is called in lists; the number where this is empty."),
        validators=[SHORT],
    )
    note = TextAreaField(_l("Note"), validators=[LONG])

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.scheme.choices = parts.words(things.fitting_schemes(self.kind))


NEW: dict[EntityKind, type[LearntForm]] = {
    EntityKind.PERSON: NewPersonForm,
    EntityKind.COMPANY: NewCompanyForm,
    EntityKind.PROPERTY: NewPropertyForm,
    EntityKind.ADDRESS: NewAddressForm,
    EntityKind.ACCOUNT: NewAccountForm,
    **{kind: type("NewThing", (NewThingForm,), {"kind": kind}) for kind in things.THINGS},
}
FIELDS: dict[EntityKind, type[FlaskForm]] = {
    EntityKind.PERSON: PersonFields,
    EntityKind.COMPANY: CompanyFields,
    EntityKind.PROPERTY: PropertyFields,
    EntityKind.ADDRESS: AddressFields,
    EntityKind.ACCOUNT: AccountFields,
    **dict.fromkeys(things.THINGS, ThingFields),
}


def changing(kind: EntityKind) -> type[FlaskForm]:
    """The form that corrects a party of this kind."""
    return type("ChangeForm", (FIELDS[kind],), {"version": version()})


class IdentifierForm(LearntForm):
    """A number by which a register knows the party."""

    scheme = SelectField(_l("Register"), choices=parts.words(SCHEMES), validators=[REQUIRED])
    value = StringField(
        _l("Number"),
        description=_l("A BSN is kept sealed and shown masked."),
        validators=[REQUIRED, Length(max=80)],
    )


class RoleForm(LearntForm):
    """The part of a party in the case."""

    role = SelectField(_l("Role"), validators=[REQUIRED])
    direct = BooleanField(_l("Directly"), default=True)
    remark = TextAreaField(_l("Remark"), validators=[LONG])

    def offer(self, kind: CaseKind) -> None:
        """Offer the parts that a case of this kind knows; R01 to R17 are those of the Wet Bibob."""
        code = "{code} · {name}" if kind is CaseKind.SCREENING else "{name}"
        self.role.choices = [
            SelectChoice(key, code.format(code=key, name=name.in_(parts.tongue())))
            for key, name in names(kind).items()
        ]
