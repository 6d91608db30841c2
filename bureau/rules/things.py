"""The numbers of phones, devices, vehicles and wallets, written in one way so that they compare."""

import re
from collections.abc import Mapping
from ipaddress import ip_address

from bureau.errors import N_, Invalid
from bureau.rules.vocabulary import EntityKind

THINGS = (EntityKind.PHONE, EntityKind.DEVICE, EntityKind.VEHICLE, EntityKind.WALLET)
# What the number of each thing can be; the first is the usual one.
_SCHEMES: Mapping[EntityKind, tuple[str, ...]] = {
    EntityKind.PHONE: ("phone", "imei", "mail"),
    EntityKind.DEVICE: ("imei", "ip", "mail"),
    EntityKind.VEHICLE: ("plate",),
    EntityKind.WALLET: ("wallet",),
}
SCHEMES = ("phone", "imei", "ip", "mail", "plate", "wallet")
_SHAPES = {
    "phone": re.compile(r"\+[1-9]\d{6,14}", re.ASCII),
    "imei": re.compile(r"\d{14,16}", re.ASCII),
    "mail": re.compile(r"[^@\s]{1,64}@[^@\s]{1,190}"),
    "plate": re.compile(r"[A-Z0-9]{2,12}"),
    "wallet": re.compile(r"[A-Za-z0-9:]{20,80}"),
}
_HINTS = {
    "phone": N_("Write it with the country: +31 and the number without the first 0."),
    "imei": N_("It has 14 to 16 digits."),
    "ip": N_("Write it as 192.0.2.17 or 2001:db8::17."),
    "mail": N_("Write it as name@example.org."),
    "plate": N_("Letters and digits only, as on the plate."),
    "wallet": N_("Copy the address as the chain shows it, letters and digits."),
}


def fitting_schemes(kind: EntityKind | str) -> tuple[str, ...]:
    """What the number of such a thing can be, the usual one first."""
    return _SCHEMES[EntityKind(kind)]


def number(scheme: str, text: str) -> str:
    """The number as it is kept and compared; raises Invalid for what cannot be one."""
    plain = _plain(scheme, text.strip())
    if scheme == "ip":
        try:
            return str(ip_address(plain))
        except ValueError:
            raise _wrong(scheme, text) from None
    if not _SHAPES[scheme].fullmatch(plain):
        raise _wrong(scheme, text)
    return plain


def _plain(scheme: str, text: str) -> str:
    bare = re.sub(r"[\s\-./()]", "", text) if scheme in ("phone", "imei", "plate") else text
    match scheme:
        case "phone" if bare.startswith("00"):
            return f"+{bare[2:]}"
        case "phone" if bare.startswith("0"):
            return f"+31{bare[1:]}"
        case "plate":
            return bare.upper()
        case "mail":
            return bare.casefold()
    return bare


def _wrong(scheme: str, text: str) -> Invalid:
    return Invalid(
        "{value} is no {scheme} number.",
        where={"field": "number", "scheme": scheme},
        hint=_HINTS[scheme],
        value=text[:40],
        scheme=scheme,
    )
