"""The second person of a test: opens each thing that waits, and agrees to it afterwards."""

from bureau.operations import approvals


def waiting(by, act="", reference=""):
    """The ids of what waits for this person; all, or those those of one act by its code."""
    with by() as work:
        lines = approvals.list_waiting(work).lines
        return [line.id for line in lines if act in line.code and reference in line.reference]


def agree_to(by, request_id, words=""):
    """Open what is asked and agree to it, in two pieces of work as on two pages."""
    with by() as work:
        seen = approvals.open_request(work, request_id)
        version, digest = seen.version, seen.digest
    with by() as work:
        return approvals.approve(work, request_id, version, digest, words).state


def agree(by, act="", reference=""):
    """Agree to all that waits, or to all of one act or file."""
    return [agree_to(by, request_id) for request_id in waiting(by, act, reference)]
