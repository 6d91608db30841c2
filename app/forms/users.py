"""Forms for accounts."""

from datetime import date

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    DateField,
    PasswordField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, Length, Optional
from wtforms.widgets import CheckboxInput, ListWidget

from app.forms import parts
from app.words import word
from bureau.rules.duties import givers
from bureau.rules.vocabulary import Role

REQUIRED = DataRequired()
ROLES = [SelectChoice(role.value, word(role)) for role in Role]


class RolesField(SelectMultipleField):
    """A choice of roles as checkboxes."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


def _screened_until() -> DateField:
    return DateField(
        _l("Screening valid until"),
        description=_l(
            "After this day the account lets nobody in, until the screening is renewed."
        ),
        validators=[Optional()],
    )


def _roles_until() -> DateField:
    return DateField(
        _l("New roles hold until"),
        description=_l(
            "For somebody who stands in or helps for a time. After this day the roles that you"
            " give now open nothing any more; leave it empty for roles without an end."
        ),
        validators=[Optional()],
    )


def _own_password() -> PasswordField:
    return PasswordField(
        _l("Your own password"),
        description=_l("Asked once more, because this gives somebody access."),
        validators=[REQUIRED, Length(max=256)],
    )


def given_by_administrators(on: date) -> list[SelectChoice]:
    """The roles that an administrator gives; those of the victim track are not among them."""
    return [choice for choice in ROLES if not givers(Role(choice.value), on)]


class AddForm(FlaskForm):
    """A new account."""

    login = StringField(_l("Login"), validators=[REQUIRED, Length(max=80)])
    name = StringField(_l("Name"), validators=[REQUIRED, Length(max=200)])
    organisation = SelectField(
        _l("Organisation"),
        description=_l("A role must fit the kind of organisation: police only in a police body."),
        choices=[],
        validate_choice=False,
    )
    roles = RolesField(_l("Roles"), choices=ROLES, validators=[REQUIRED])
    roles_until = _roles_until()
    screened_until = _screened_until()
    own_password = _own_password()


class ChangeForm(FlaskForm):
    """Another name, other roles, or a disabled account."""

    version = parts.version()
    name = StringField(_l("Name"), validators=[REQUIRED, Length(max=200)])
    roles = RolesField(_l("Roles"), choices=ROLES)
    roles_until = _roles_until()
    screened_until = _screened_until()
    active = BooleanField(_l("May sign in"))
    own_password = _own_password()


class RenewForm(FlaskForm):
    """Another first password for an account that nobody has opened."""

    version = parts.version()
    own_password = _own_password()


class AnswerForm(FlaskForm):
    """What a second administrator says to a role that waits."""

    version = parts.version()
    answer = RadioField(
        _l("Your answer"),
        choices=[
            SelectChoice("confirm", _l("Confirm: the role begins now")),
            SelectChoice("refuse", _l("Refuse")),
        ],
        validators=[REQUIRED],
    )
    reason = TextAreaField(
        _l("Reason"),
        description=_l("Needed for a refusal; kept in the trail."),
        validators=[Length(max=500)],
    )
    own_password = _own_password()
