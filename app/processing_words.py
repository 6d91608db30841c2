"""The words of changes of processing: what an entry rests on, and what the trail says of it."""

from flask_babel import LazyString, lazy_gettext

WORDS: dict[str, LazyString] = {
    "cover_founding": lazy_gettext("stood at the founding"),
    "cover_advice": lazy_gettext("advice of the committee"),
    "cover_deviation": lazy_gettext("reasoned deviation"),
    "cover_none": lazy_gettext("advice against it: switches nothing on"),
}
EVENTS: dict[str, LazyString] = {
    "processing.founded": lazy_gettext("register of changes of processing founded"),
    "processing.registered": lazy_gettext("change of processing registered"),
    "processing.withdrawn": lazy_gettext("change of processing withdrawn"),
    "processing.listed": lazy_gettext("changes of processing looked at"),
    "processing.exported": lazy_gettext("changes of processing handed out"),
    "about_processing_change": lazy_gettext("change of processing"),
}

FIELDS: dict[str, LazyString] = {
    "advice": lazy_gettext("advice of the committee"),
    "minority": lazy_gettext("note of the minority"),
    "deviation": lazy_gettext("reasoned deviation"),
}
