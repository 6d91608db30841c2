"""What the trail and the pages say of the door: sign-ins, second factors, what was shown."""

from flask_babel import LazyString, lazy_gettext

EVENTS: dict[str, LazyString] = {
    "door.closed": lazy_gettext("door closed for a while after wrong passwords"),
    "session.begun": lazy_gettext("password shown, second step awaited"),
    "factor.begun": lazy_gettext("second factor begun"),
    "factor.added": lazy_gettext("second factor added"),
    "factor.removed": lazy_gettext("second factor removed"),
    "factor.renamed": lazy_gettext("second factor renamed"),
    "factor.reset": lazy_gettext("second factors taken away after a loss"),
    "factor.used": lazy_gettext("second factor used"),
    "factor.listed": lazy_gettext("second factors looked at"),
    "identity.listed": lazy_gettext("links to a sign-in elsewhere looked at"),
    "identity.asked": lazy_gettext("link to a sign-in elsewhere asked"),
    "identity.confirmed": lazy_gettext("link to a sign-in elsewhere confirmed by its owner"),
    "identity.refused": lazy_gettext("link to a sign-in elsewhere refused by its owner"),
    "identity.ended": lazy_gettext("link to a sign-in elsewhere ended"),
    "identity.used": lazy_gettext("signed in elsewhere"),
    "about_identity": lazy_gettext("link to a sign-in elsewhere"),
    "level": lazy_gettext("level"),
    "key.listed": lazy_gettext("keys of the house looked at"),
    "key.turned": lazy_gettext("new key of the house made"),
    "key.resealed": lazy_gettext("values sealed anew with a new key"),
    "key.destroyed": lazy_gettext("older key of the house destroyed"),
    "recovery.renewed": lazy_gettext("codes on paper renewed"),
    "recovery.used": lazy_gettext("code on paper used"),
    "about_factor": lazy_gettext("second factor"),
    "about_recovery_code": lazy_gettext("code on paper"),
}
FIELDS: dict[str, LazyString] = {
    "done": lazy_gettext("what was done"),
    "key": lazy_gettext("key"),
    "breach": lazy_gettext("notification of the breach"),
    "breach_words": lazy_gettext("when it was notified, or why not"),
    "roles_until": lazy_gettext("last day of the new roles"),
    "shown": lazy_gettext("What was shown"),
}
STRENGTHS: dict[str, LazyString] = {
    "strength_password": lazy_gettext("password"),
    "strength_codes": lazy_gettext("code of an app"),
    "strength_paper": lazy_gettext("code on paper"),
    "strength_passkey": lazy_gettext("passkey"),
    "strength_oidc": lazy_gettext("sign-in elsewhere"),
    "strength_oidc_one": lazy_gettext("sign-in elsewhere with one factor"),
}
