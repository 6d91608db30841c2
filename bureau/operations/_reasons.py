"""What is asked of a reason to look: words that say something, and not the same ones again."""

from bureau.errors import N_, Invalid
from bureau.operations._checks import said
from bureau.rules import need_to_know
from bureau.work import Work

LONGEST = 500
_FAULTS = {
    need_to_know.SHORT: N_("This says too little about why you look."),
    need_to_know.EMPTY: N_("This repeats itself and does not say why you look."),
}


def insist(work: Work, reason: str, field: str) -> str:
    """The reason, without blanks around it; raises Invalid when it says too little."""
    text = said(reason, field, LONGEST)
    if wrong := need_to_know.fault(text, work.today):
        raise Invalid(
            _FAULTS[wrong],
            where={"field": field, "basis": "NEN 7513"},
            hint="Say in a sentence for which task you need it: at least {letters} letters and"
            " {words} different words.",
            letters=need_to_know.most("reason_letters", work.today),
            words=need_to_know.most("reason_words", work.today),
        )
    return text
