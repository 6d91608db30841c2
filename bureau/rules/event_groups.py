"""Which events are a look and which a refusal: what leaves the house is neither."""

from bureau.rules.events import EventKind

_LOOKS = frozenset(
    {
        EventKind.SIGNED_IN,
        EventKind.SIGNED_OUT,
        EventKind.LINK_OPENED,
        EventKind.LINK_LEFT,
        EventKind.LANGUAGE_CHOSEN,
        EventKind.SEARCHED,
        EventKind.SEARCH_FOUND,
        EventKind.NETWORK_MEASURED,
        EventKind.INDICATORS_COMPUTED,
    }
)
REFUSALS = frozenset(
    {
        EventKind.ACCESS_DENIED,
        EventKind.WORK_REFUSED,
        EventKind.SIGN_IN_FAILED,
        EventKind.LINK_REFUSED,
        EventKind.FILE_REFUSED,
        EventKind.TOKEN_REFUSED,
    }
)
# Somebody only came, looked or went.
READINGS = frozenset(
    kind for kind in EventKind if kind.endswith((".read", ".listed")) or kind in _LOOKS
)
# What leaves the house with somebody, as a file or on paper: each counts against a quota.
OUTTAKES = frozenset(kind for kind in EventKind if kind.endswith((".exported", ".printed"))) | {
    EventKind.COPY_TAKEN
}
# What shows the content of a file to somebody, on a screen or handed out: who looked.
LOOKS = (
    READINGS
    | (OUTTAKES - {EventKind.COPY_TAKEN})
    | {
        EventKind.DOSSIER_PREPARED,
        EventKind.DOSSIER_ISSUED,
        EventKind.DOSSIER_NOTICE_PREPARED,
        EventKind.DOSSIER_NOTICE_ISSUED,
        EventKind.LETTER_SENT,
        EventKind.ROOM_SHOWN,
        EventKind.LEASE_TAKEN,
        EventKind.GLASS_ASKED,
        EventKind.GLASS_OPENED,
        EventKind.PATTERN_RUN,
    }
)
