"""What the trail and the pages say of what leaves with a person, and of the quota of it."""

from flask_babel import LazyString, lazy_gettext

EVENTS: dict[str, LazyString] = {
    "quota.read": lazy_gettext("what one took out looked at"),
    "quota.asked": lazy_gettext("more than the quota asked for"),
    "quota.lifted": lazy_gettext("quota lifted once"),
    "about_export_lift": lazy_gettext("a quota lifted once"),
    "document.exported": lazy_gettext("file of a document taken out"),
    "dossier.exported": lazy_gettext("pages of a dossier taken out"),
    "letter.printed": lazy_gettext("letter printed"),
    "figures.exported": lazy_gettext("figures of support taken out"),
}

FIELDS: dict[str, LazyString] = {
    "hours": lazy_gettext("Within how many hours"),
}

PLACES: dict[str, LazyString] = {
    "place_house": lazy_gettext("files, copies and prints of this house"),
    "place_room": lazy_gettext("copies issued to your organisation"),
}
