"""The words of the picture of areas and forms of crime: barriers, steps, roles and blocks."""

from flask_babel import LazyString, lazy_gettext

WORDS: dict[str, LazyString] = {
    "barrier_": lazy_gettext("not looked at yet"),
    "barrier_idea": lazy_gettext("idea"),
    "barrier_agreed": lazy_gettext("agreed"),
    "barrier_in_force": lazy_gettext("in force"),
    "barrier_circumvented": lazy_gettext("circumvented"),
    "barrier_ended": lazy_gettext("ended"),
    "step_organises": lazy_gettext("organises or pays"),
    "step_performs": lazy_gettext("carries it out"),
    "step_helps_aware": lazy_gettext("helps, and knows it"),
    "step_helps_unaware": lazy_gettext("helps without knowing"),
    "step_owns_place": lazy_gettext("owns or lets the place"),
    "board_place": lazy_gettext("place in the order"),
    "board_name": lazy_gettext("name of the step"),
    "board_opportunities": lazy_gettext("opportunities"),
    "board_signals": lazy_gettext("what can be noticed"),
    "board_facilitators": lazy_gettext("who helps"),
    "board_text": lazy_gettext("barrier"),
    "board_leads": lazy_gettext("who leads"),
    "board_instrument": lazy_gettext("instrument"),
    "board_basis": lazy_gettext("legal basis"),
    "board_warning": lazy_gettext("warning"),
    "cover_gap": lazy_gettext("gap"),
    "cover_overlap": lazy_gettext("overlap"),
    "cover_noted": lazy_gettext("remark, not judged"),
    "cover_unknown": lazy_gettext("nothing said"),
    "cover_clear": lazy_gettext("clear"),
}
