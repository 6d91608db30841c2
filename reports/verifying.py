"""The part of verify.py that speaks: it goes along in that same file, behind what checks.

Checks are made in English; they are printed in the language of the pages.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from reports.verify import PDF, Check, check, judge, read

# What is printed of a Dutch package, in the order in which it is replaced.
DUTCH = {
    r"^(\w+ +)files:": r"\1bestanden:",
    r"^(\w+ +)checkpoint:": r"\1ijkpunt:",
    r"^(\w+ +)inclusion:": r"\1plaats in het logboek:",
    r"^(\w+ +)line:": r"\1regel van het logboek:",
    r"^(\w+ +)pages:": r"\1bladzijden:",
    r"^(\w+ +)trail key:": r"\1sleutel van het logboek:",
    r"^(\w+ +)signed bytes:": r"\1ondertekende bytes:",
    r"^(\w+ +)signature:": r"\1handtekening:",
    r"^(\w+ +)timestamp:": r"\1tijdstempel:",
    r"^(\w+ +)certificate:": r"\1certificaat:",
    r"^ok ": "ok  ",
    r"^COMPARE ": "VERGELIJK",
    r"^DIFFERS ": "WIJKT AF ",
    r"bytes, each as it must be$": "bytes, elk zoals het moet zijn",
    r": differs from here on$": ": vanaf hier anders",
    r": missing$": ": ontbreekt",
    r"is no part of this package$": "hoort niet bij dit pakket",
    r": changed in here, of (\d+)$": r": hierin is iets veranderd, van \1",
    r"(\d+) files, as they were sealed$": r"\1 bestanden, zoals ze zijn verzegeld",
    r": not as listed$": ": niet zoals in de lijst",
    r", (\d+) lines, signed by the trail key$": r", \1 regels, ondertekend met die sleutel",
    r"is not signed by the key in": "is niet ondertekend met de sleutel in",
    r": line (\d+) of (\d+)$": r": regel \1 van \2",
    r"leads elsewhere$": "leidt ergens anders heen",
    r": of (\S+): commits to (\w+)$": r": van \1: legt \2 vast",
    r": of (\S+): says (\w+), the seal is": r": van \1: vermeldt \2, maar het zegel is",
    r"says (\w+), the PDF is": r"vermeldt \1, maar de PDF is",
    r"commits to the PDF,": "legt de PDF vast,",
    r"its name is that of another key$": "de naam is die van een andere sleutel",
    r"but the signature; nothing appended$": "zonder de handtekening; niets toegevoegd",
    r"appended, or the signature was moved$": "toegevoegd, of de handtekening is verplaatst",
    r": PAdES, by ": ": PAdES, van ",
    r"the pages are not those that (.*) signed$": r"niet de bladzijden die \1 ondertekende",
    r": of the signature$": ": van de handtekening",
    r": of another signature$": ": van een andere handtekening",
    r"(\S+) is another$": r"\1 is een ander",
    r"is not there$": "is er niet",
    r"too damaged to be read$": "te beschadigd om te lezen",
    r", as told$": ", zoals u is opgegeven",
    r", told was ": ", opgegeven is ",
    r"^DO NOT RELY ON IT: (.*) of (.*) checks differ\. .*": r"VERTROUW DIT NIET: van \2 controles "
    r"afwijkend: \1. Zeg de afzender welke, en vraag het opnieuw.",
    r"^WHOLE: (\d+) .*": r"HEEL: \1 controles, niets veranderd sinds het is verzegeld. Door wie, "
    "weet u pas als u de regels VERGELIJK hebt vergeleken met wat de afzender u langs een andere "
    "weg opgeeft: telefonisch, of in uw kamer; daarna zo nodig met --key en --certificate.",
    r"^IN ORDER: (\d+) .*": r"IN ORDE: \1 controles, niets veranderd, en de sleutels zijn bekend.",
}


def answered(one: Check, told: str | None) -> Check:
    """A check that is left to a person, done with what the sender told."""
    if not told or not one.compare:
        return one
    given = {re.sub(r"[\s:]", "", told).lower(), told.strip()}
    # The first digest and the whole line of a key, and nothing that a name may hold.
    digest, _, line = one.detail.removeprefix("SHA-256 ").partition(", ")
    same = not given.isdisjoint((digest, line))
    return judge(one.name, same, f"{one.detail}, as told", f"{one.detail}, told was {told}")


def verdict(checks: list[Check]) -> str:
    """What came of all checks together, and what to do next."""
    count, wrong = len(checks), sum(not one.ok for one in checks)
    if wrong:
        said = "Tell the sender which, and ask for it again."
        return f"DO NOT RELY ON IT: {wrong} of {count} checks differ. {said}"
    if any(one.compare for one in checks):
        return (
            f"WHOLE: {count} checks, nothing was changed since it was sealed. By whom, you know "
            "only when you compared the lines COMPARE with what the sender tells you by another "
            "way: by telephone, or in your room; then, if you like, with --key and --certificate."
        )
    return f"IN ORDER: {count} checks, nothing was changed, and the keys are known."


def lines(checks: list[Check], dutch: bool = False) -> list[str]:
    """Every check on a line of its own, and the verdict."""
    words = ("COMPARE" if one.compare else "ok" if one.ok else "DIFFERS" for one in checks)
    said = [f"{word:8} {one.name}: {one.detail}" for word, one in zip(words, checks)]  # noqa: B905
    said.append(verdict(checks))
    for english, other in DUTCH.items() if dutch else ():
        said = [re.sub(english, other, one) for one in said]
    # What a package says of itself writes no line of its own, and hides none.
    return ["".join(sign if sign.isprintable() else "?" for sign in one) for one in said]


def main(arguments: list[str]) -> int:
    """Print every check of what is named, or else of the folder in which this file lies."""
    asked = argparse.ArgumentParser(description="Checks a package, its folder or its PDF.")
    asked.add_argument("path", nargs="?", type=Path, default=Path(__file__).parent)
    asked.add_argument("--key", help="the trail key that the sender told you, or its SHA-256")
    asked.add_argument("--certificate", help="the SHA-256 of the certificate that you were told")
    given = asked.parse_args(arguments)
    try:
        files, checks = read(given.path)
    except (ValueError, OSError) as trouble:
        why = trouble if isinstance(trouble, ValueError) else f"{given.path}: not there, or barred"
        print(f"NOT READ {why}")  # noqa: T201
        return 2
    told = {"trail key": given.key, "certificate": given.certificate}
    checks = [answered(one, told.get(one.name)) for one in checks + check(files)]
    dutch = b"/Lang (nl" in files.get(PDF, b"")
    print("\n".join(lines(checks, dutch)))  # noqa: T201
    return 0 if all(one.ok for one in checks) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
