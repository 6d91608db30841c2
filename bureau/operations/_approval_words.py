"""What to say when an approval does not count, and what to do instead."""

from collections.abc import Mapping

from bureau.errors import N_, NotAllowed
from bureau.rules.approvals import Ground

_SAID: Mapping[Ground, tuple[str, str]] = {
    Ground.STATE: (
        N_("This does not wait for that any more."),
        N_("What was asked is answered once and used once; open it to see where it stands."),
    ),
    Ground.EXPIRED: (
        N_("What was asked has run out."),
        N_("Ask it again; the second person then opens it anew."),
    ),
    Ground.CHANGED: (
        N_("What you looked at is not what is there now."),
        N_("Ask it again as it is now; the second person then opens it anew."),
    ),
    Ground.SELF: (
        N_("Nobody agrees to what they asked themselves."),
        N_("Ask another person who may."),
    ),
    Ground.CONCERNED: (
        N_("Nobody agrees to what they would get themselves."),
        N_("Ask another person who may."),
    ),
    Ground.LINE: (
        N_("The second person does not stand in the reporting line of who asked."),
        N_("Ask a person outside it."),
    ),
    Ground.REVIEWED: (
        N_(
            "Whoever took or agreed to the first decision does not read the one on the objection "
            "to it (Awb 7:5(1), 10:3(3))."
        ),
        N_(
            "Ask a second reader of the case who had no part in it; the holder of the case adds "
            "one under Members, and asks anew."
        ),
    ),
    Ground.PROGRAM: (
        N_("A program agrees to nothing."),
        N_("Sign in yourself, open what is asked, and answer there."),
    ),
    Ground.LEAVE: (
        N_("Whoever answers has to have leave for this, also at the moment of its use."),
        N_("Ask a person who may, with an account that opens."),
    ),
    Ground.HOUSE: (
        N_("Only somebody of the same house answers this."),
        N_("Ask a second administrator of the house."),
    ),
    Ground.ELSEWHERE: (
        N_("This goes to another organisation: somebody of another organisation answers it."),
        N_("Ask a person of another organisation who takes part in the file."),
    ),
    Ground.UNOPENED: (
        N_("Whoever agrees has opened exactly this first."),
        N_("Open the whole of what is asked, read it, then answer."),
    ),
}


def stop(ground: Ground | None) -> None:
    """Raises NotAllowed with the reason and the remedy, where there is a ground."""
    if ground is None:
        return
    message, hint = _SAID[ground]
    raise NotAllowed(message, where={"guard": ground.value}, hint=hint)


def insist_all_opened(unopened: tuple[int, ...]) -> None:
    """Raises NotAllowed that names the annexes which whoever agrees has not opened."""
    if not unopened:
        return
    numbers = ", ".join(map(str, unopened))
    raise NotAllowed(
        "You have not opened these annexes yet: {numbers}.",
        where={"guard": "annexes_opened", "annexes": numbers},
        hint="Whoever agrees has opened each annex as it goes along. Open them, then answer.",
        numbers=numbers,
    )


def told(ground: Ground) -> str:
    """The sentence that says why, for the page."""
    return _SAID[ground][0]
