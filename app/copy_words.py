"""What the trail and the pages call copies of dossiers: their messages, checks and events."""

from flask_babel import LazyString, lazy_gettext

EVENTS: dict[str, LazyString] = {
    "dossier.composed": lazy_gettext("dossier composed"),
    "dossier.prepared": lazy_gettext("dossier prepared"),
    "dossier.approved": lazy_gettext("dossier approved"),
    "dossier.refused": lazy_gettext("dossier sent back"),
    "dossier.issued": lazy_gettext("dossier issued"),
    "dossier.read": lazy_gettext("dossier looked at"),
    "dossier.addressed": lazy_gettext("body that receives a dossier chosen"),
    "copy.made": lazy_gettext("marked copy of a dossier made"),
    "copy.listed": lazy_gettext("copies of dossiers looked at"),
    "copy.read": lazy_gettext("received dossier looked at"),
    "copy.taken": lazy_gettext("copy of a dossier taken"),
    "copy.verified": lazy_gettext("copy of a dossier verified"),
    "copy.received": lazy_gettext("receipt of a dossier confirmed"),
    "copy.asked": lazy_gettext("question about a dossier asked"),
    "copy.answered": lazy_gettext("question about a dossier answered"),
    "copy.reported": lazy_gettext("feedback or use of a dossier reported"),
    "copy.traced": lazy_gettext("page traced to a copy"),
    "about_dossier_copy": lazy_gettext("copy of a dossier"),
    "about_copy_message": lazy_gettext("message of a recipient"),
}
WORDS: dict[str, LazyString] = {
    "copy_question": lazy_gettext("Question of the recipient"),
    "copy_feedback": lazy_gettext("Feedback of the recipient"),
    "copy_use": lazy_gettext("Used by the recipient"),
    "check_paper": lazy_gettext("The file is the one that was made for you, to the last byte"),
    "check_content": lazy_gettext("What it says is what was approved"),
    "check_package": lazy_gettext("The sealed package is whole"),
    "check_trail": lazy_gettext("The trail told of it at once, and the signed tree holds the line"),
}
