"""From the fields of a form to where a fact was learnt."""

from uuid import UUID

from app.forms.parts import LearntForm
from bureau.operations.sources import Learnt
from bureau.rules.vocabulary import Credibility


def learnt(form: LearntForm) -> Learnt:
    """Where, how credible and for which period, as the form says."""
    return Learnt(
        source_id=UUID(form.source.data),
        credibility=Credibility(form.credibility.data),
        place=form.place.data or "",
        valid_from=(form.valid_from.data or "").strip(),
        valid_to=(form.valid_to.data or "").strip(),
    )
