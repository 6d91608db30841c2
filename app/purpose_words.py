"""What for: the words of every purpose that the program itself writes in the trail."""

from flask_babel import LazyString, lazy_gettext

WORDS: dict[str, LazyString] = {
    "a new password": lazy_gettext("a new password"),
    "a sign handed to the victim track": lazy_gettext("a sign handed to the victim track"),
    "access by the person (AVG 15)": lazy_gettext("access by the person (AVG 15)"),
    "access to files of colleagues": lazy_gettext("access to files of colleagues"),
    "administrative measure": lazy_gettext("administrative measure"),
    "at the door": lazy_gettext("at the door"),
    "care of the machine": lazy_gettext("care of the machine"),
    "catalogue of patterns": lazy_gettext("catalogue of patterns"),
    "changes of processing": lazy_gettext("changes of processing"),
    "changing one's own password": lazy_gettext("changing one's own password"),
    "choosing a language": lazy_gettext("choosing a language"),
    "contact with owners of other cases": lazy_gettext("contact with owners of other cases"),
    "control of lawfulness": lazy_gettext("control of lawfulness"),
    "control of who looked": lazy_gettext("control of who looked"),
    "ending one's own sessions": lazy_gettext("ending one's own sessions"),
    "evaluation of the partnership": lazy_gettext("evaluation of the partnership"),
    "export of the network": lazy_gettext("export of the network"),
    "export of the payments": lazy_gettext("export of the payments"),
    "filling in one's own form": lazy_gettext("filling in one's own form"),
    "following one's own work": lazy_gettext("following one's own work"),
    "founding": lazy_gettext("founding"),
    "founding of the demonstration city Havermonde": lazy_gettext(
        "founding of the demonstration city Havermonde"
    ),
    "four eyes": lazy_gettext("four eyes"),
    "guided tour": lazy_gettext("guided tour"),
    "import of a file": lazy_gettext("import of a file"),
    "keeping agreements between organisations": lazy_gettext(
        "keeping agreements between organisations"
    ),
    "keeping files no longer than needed": lazy_gettext("keeping files no longer than needed"),
    "keeping the mandate register": lazy_gettext("keeping the mandate register"),
    "keys of the house": lazy_gettext("keys of the house"),
    "library of conditions": lazy_gettext("library of conditions"),
    "long work asked for on a page": lazy_gettext("long work asked for on a page"),
    "looking at one's own account": lazy_gettext("looking at one's own account"),
    "looking for the same people in other cases": lazy_gettext(
        "looking for the same people in other cases"
    ),
    "managing accounts": lazy_gettext("managing accounts"),
    "managing one's own tokens": lazy_gettext("managing one's own tokens"),
    "managing organisations": lazy_gettext("managing organisations"),
    "minutes on paper": lazy_gettext("minutes on paper"),
    "one's own second factors": lazy_gettext("one's own second factors"),
    "one's own sign-in elsewhere": lazy_gettext("one's own sign-in elsewhere"),
    "one's own terms in a calendar": lazy_gettext("one's own terms in a calendar"),
    "picture of a form of crime": lazy_gettext("picture of a form of crime"),
    "picture of an area": lazy_gettext("picture of an area"),
    "plan of the partners": lazy_gettext("plan of the partners"),
    "planning and reporting on the work": lazy_gettext("planning and reporting on the work"),
    "planning one's own work": lazy_gettext("planning one's own work"),
    "projected in the meeting room": lazy_gettext("projected in the meeting room"),
    "putting a fact right": lazy_gettext("putting a fact right"),
    "reading a document beside the form": lazy_gettext("reading a document beside the form"),
    "reading the partner table": lazy_gettext("reading the partner table"),
    "reading what was issued to the own office": lazy_gettext(
        "reading what was issued to the own office"
    ),
    "reminding people of their terms": lazy_gettext("reminding people of their terms"),
    "role cards of the partners": lazy_gettext("role cards of the partners"),
    "roles of support": lazy_gettext("roles of support"),
    "searching in one's own cases": lazy_gettext("searching in one's own cases"),
    "signals to the partnership": lazy_gettext("signals to the partnership"),
    "signing in again": lazy_gettext("signing in again"),
    "signing in and out": lazy_gettext("signing in and out"),
    "support of a presumed victim": lazy_gettext("support of a presumed victim"),
    "survey of the partners": lazy_gettext("survey of the partners"),
    "taking over running cases": lazy_gettext("taking over running cases"),
    "telling recipients of a correction or a recall": lazy_gettext(
        "telling recipients of a correction or a recall"
    ),
    "the rights of the person screened": lazy_gettext("the rights of the person screened"),
    "thresholds of the indicators": lazy_gettext("thresholds of the indicators"),
    "tracing a page that was found": lazy_gettext("tracing a page that was found"),
    "victim check": lazy_gettext("victim check"),
    "what may be shared with whom": lazy_gettext("what may be shared with whom"),
    "work on the file": lazy_gettext("work on the file"),
}


def purpose(text: str) -> LazyString | str:
    """A purpose of ours in the language of the reader; what somebody typed stays as it is."""
    return WORDS.get(text, text)
