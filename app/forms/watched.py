"""What reviewers of looks mark, and what people declare of themselves."""

from datetime import date

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import IntegerField, RadioField, StringField
from wtforms import TextAreaField as Area
from wtforms.fields import SelectChoice
from wtforms.validators import Length, ValidationError

from app.forms.parts import LEFT_OPEN, REQUIRED, DayField


class MarkForm(FlaskForm):
    """Whom or what to watch, why and until when."""

    watched_kind = RadioField(
        _l("What it is"),
        choices=[
            SelectChoice("guarded", _l("a guarded person: threatened or well known")),
            SelectChoice("honey", _l("honey: a made-up name or reference")),
            SelectChoice("honey_case", _l("a honey case: a made-up name, the rest is drawn")),
        ],
        validators=[REQUIRED],
    )
    watched_text = StringField(
        _l("Name or reference"),
        description=_l("Honey must not exist: take a name and a reference that nobody has."),
        validators=[REQUIRED, Length(max=200)],
    )
    reason = Area(_l("Why"), validators=[REQUIRED, Length(max=2000)])
    until = DayField(_l("Watched until"), validators=[REQUIRED])


class HoursForm(FlaskForm):
    """Usual hours and leave."""

    from_hour = IntegerField(_l("You usually work from (hour)"), validators=[LEFT_OPEN])
    until_hour = IntegerField(_l("until (hour)"), validators=[LEFT_OPEN])
    leave = Area(
        _l("Leave"),
        description=_l("One on each line, first and last day: 2026-07-13 2026-07-31."),
        validators=[Length(max=2000)],
    )

    def validate_leave(self, field: Area) -> None:
        """Each line holds two days; raises ValidationError otherwise."""
        try:
            self.days()
        except ValueError:
            text = gettext("Write two days on each line, such as 2026-07-13 2026-07-31.")
            raise ValidationError(text) from None

    def days(self) -> list[tuple[date, date]]:
        """The leave that was declared; raises ValueError for what is no pair of days."""
        rows = [line.split() for line in (self.leave.data or "").splitlines() if line.strip()]
        return [(date.fromisoformat(first), date.fromisoformat(last)) for first, last in rows]


class CircleForm(HoursForm):
    """Names and addresses near to oneself, usual hours and leave."""

    near = Area(
        _l("Names and addresses near to you"),
        description=_l("One on each line: relatives, and the addresses where you and they live."),
        validators=[Length(max=8000)],
    )

    def lines(self) -> list[str]:
        """What is near, line by line."""
        return [line.strip() for line in (self.near.data or "").splitlines() if line.strip()]


class ColleagueForm(HoursForm):
    """The same of a colleague, entered by an administrator."""

    from_hour = IntegerField(_l("Usually works from (hour)"), validators=[LEFT_OPEN])
