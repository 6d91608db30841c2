"""What has the shape of a number of a person: of an account, a citizen, a telephone, of mail."""

import re

from stdnum.nl import bsn

PATTERN = re.compile(
    r"(?<![\w@.])(?:"
    r"(?P<mail>[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+)"
    r"|(?P<iban>[A-Z]{2}\d{2}(?:[ .\-]?[A-Z0-9]{4}){2,7}(?:[ .\-]?[A-Z0-9]{1,3})?)"
    r"|(?P<abroad>(?:\+|00)[1-9]\d{0,2}[\s.\-]?(?:\(0\)[\s.\-]?)?\d(?:[\s.\-]?\d){6,11})"
    r"|(?P<phone>0[1-9]\d{0,2}[\s\-]?\d(?:\s?\d){5,7})"
    r"|(?P<citizen>\d(?:[ .]?\d){8})"
    r")(?!\w)"
)
_APART = re.compile(r"[\s.\-()]")
PHONE = 10  # digits of a Dutch number, the nought in front counted


def compact(number: str) -> str:
    """A number without what is written between its signs."""
    return _APART.sub("", number).upper()


def told(found: re.Match[str]) -> str:
    """The number that was found, written one way; nothing where it only looks like one."""
    kind, bare = str(found.lastgroup), compact(found[0])
    match kind:
        case "mail":
            return found[0].casefold()
        case "phone" if len(bare) != PHONE:
            return ""
        case "citizen" if not bsn.is_valid(bare):
            return ""
    return bare
