"""What the trail says of watching how people look, and what fields of it are called."""

from flask_babel import LazyString, lazy_gettext

EVENTS: dict[str, LazyString] = {
    "watch.run": lazy_gettext("rules about looks run"),
    "watch.listed": lazy_gettext("what is watched looked at"),
    "watch.marked": lazy_gettext("person or honey marked to be watched"),
    "watch.ended": lazy_gettext("watched no longer"),
    "circle.read": lazy_gettext("own circle looked at"),
    "circle.declared": lazy_gettext("own circle and hours declared"),
    "about_watch_entry": lazy_gettext("what is watched"),
    "about_own_circle": lazy_gettext("own circle and hours"),
    "alert.raised": lazy_gettext("question about looks raised"),
    "alert.widened": lazy_gettext("lines added to a question about looks"),
    "alert.listed": lazy_gettext("questions about looks looked at"),
    "alert.read": lazy_gettext("question about looks opened"),
    "alert.answered": lazy_gettext("question about looks answered"),
    "alert.swept": lazy_gettext("closed question about looks destroyed after its term"),
    "about_watch": lazy_gettext("the rules about looks"),
    "about_look_alert": lazy_gettext("question about looks"),
    "about_alert_answer": lazy_gettext("answer to a question about looks"),
}

FIELDS: dict[str, LazyString] = {
    "verdict": lazy_gettext("Your answer"),
    "watched_kind": lazy_gettext("What it is"),
    "watched_text": lazy_gettext("Name or reference"),
    "near": lazy_gettext("Names and addresses near to you"),
    "until_hour": lazy_gettext("Until"),
    "leave": lazy_gettext("Leave"),
}
# What the numbers of a rule count, in a sentence with the number before it.
FIGURES: dict[str, LazyString] = {
    "figure_looks": lazy_gettext("looks"),
    "figure_subjects": lazy_gettext("different files or people"),
    "figure_usual": lazy_gettext("usual on a day"),
    "figure_letters": lazy_gettext("first letters in a row"),
    "figure_numbers": lazy_gettext("numbers in a row"),
    "figure_searches": lazy_gettext("searches"),
    "figure_acted": lazy_gettext("searches after which something was opened"),
    "figure_bodies": lazy_gettext("organisations"),
    "figure_refusals": lazy_gettext("refusals"),
    "figure_exports": lazy_gettext("papers taken out"),
    "figure_uses": lazy_gettext("times"),
}
