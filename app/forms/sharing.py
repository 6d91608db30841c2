"""The choices of the table of what may be shared with whom."""

from flask_babel import lazy_gettext as _l
from wtforms import SelectField
from wtforms.fields import SelectChoice

from app.forms import parts
from bureau.rules.agenda import Phase
from bureau.rules.partners import PartnerKind
from bureau.rules.sharing import Regime, Way


class SharingForm(parts.AskForm):
    """Which kind of organisation, in which phase, under whose law and by which way."""

    partner = SelectField(_l("Kind of organisation"))
    phase = SelectField(_l("Phase of the case"), choices=lambda: parts.words(Phase))
    regime = SelectField(_l("Law"))
    basis = SelectField(_l("Legal basis"))

    def offer(self, kinds: tuple[PartnerKind, ...], ways: tuple[Way, ...]) -> None:
        """The choices of today, in the language of the reader."""
        tongue = parts.tongue()
        self.partner.choices = [SelectChoice(row.code, row.name.in_(tongue)) for row in kinds]
        self.regime.choices = [SelectChoice(each.value, each.words.in_(tongue)) for each in Regime]
        anyway = SelectChoice("", _l("any"))
        names = [way.name.in_(tongue) for way in ways]
        told = {
            way.code: f"{name}: {way.regime.words.in_(tongue)}" if names.count(name) > 1 else name
            for way, name in zip(ways, names, strict=True)
        }
        self.basis.choices = [anyway, *(SelectChoice(code, name) for code, name in told.items())]
