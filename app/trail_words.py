"""What the trail says of itself: of its tree, its witnesses and the backups of the house."""

from flask_babel import LazyString, lazy_gettext

from app import watch_words

EVENTS: dict[str, LazyString] = {
    **watch_words.EVENTS,
    "search.found": lazy_gettext("found in a search"),
    "lease.taken": lazy_gettext("file of a colleague opened for a while"),
    "lease.ended": lazy_gettext("file of a colleague closed again"),
    "lease.listed": lazy_gettext("leases looked at"),
    "glass.asked": lazy_gettext("emergency access asked for"),
    "glass.opened": lazy_gettext("emergency access confirmed"),
    "glass.reviewed": lazy_gettext("emergency access reviewed"),
    "about_file_lease": lazy_gettext("access to the file of a colleague"),
    "leased": lazy_gettext("reads for a while"),
    "look.listed": lazy_gettext("who looked: looked at"),
    "look.exported": lazy_gettext("who looked: handed out"),
    "trail.read": lazy_gettext("trail looked at"),
    "trail.exported": lazy_gettext("lines of the trail handed out with their proof"),
    "trail.gap": lazy_gettext("gap in the trail declared"),
    "backup.made": lazy_gettext("backup of the database made"),
    "backup.restored": lazy_gettext("backup of the database put back"),
    "house.upgraded": lazy_gettext("database brought up to a newer release"),
    "tree.read": lazy_gettext("tree over the trail looked at"),
    "tree.witnessed": lazy_gettext("tree over the trail signed by a witness"),
    "witness.trusted": lazy_gettext("witness of the trail trusted"),
    "witness.ended": lazy_gettext("trust in a witness of the trail ended"),
    "about_trail": lazy_gettext("trail"),
    "about_witness": lazy_gettext("witness"),
    "about_cosignature": lazy_gettext("signature of a witness"),
    "about_house": lazy_gettext("the house"),
}

FIELDS: dict[str, LazyString] = {
    **watch_words.FIELDS,
    "finding": lazy_gettext("What you found"),
}
