"""Which FollowTheMoney schema says what: the one table for reading and for writing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from bureau.rules.vocabulary import EntityKind, TieKind


@dataclass(frozen=True, slots=True)
class ThingSchema:
    """A schema for somebody or something: what it is here, and where its properties go.

    `fields` is the property for each field, or several of which the first will do; `numbers` is
    the prefix under which a property is kept as a number that a register gave.
    """

    kind: EntityKind
    fields: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LinkSchema:
    """A schema for a tie: its kind, and the properties of its two ends and of its words."""

    kind: TieKind
    source: str
    target: str
    word: str = "role"


_LEGAL = {
    "legal_form": "legalForm",
    "registered_on": "incorporationDate",
    "ended_on": "dissolutionDate",
}
_NUMBERS = {
    "registrationNumber": "",
    "idNumber": "",
    "taxNumber": "",
    "leiCode": "LEI ",
    "vatCode": "BTW ",
    "swiftBic": "BIC ",
}
_PLATE = {"registrationNumber": "plate"}
_IMO = {"imoNumber": "IMO "}
_VEHICLE = ThingSchema(EntityKind.VEHICLE, {}, _PLATE)
_LEGAL_ENTITY = ThingSchema(EntityKind.COMPANY, _LEGAL, _NUMBERS)
_COMPANY = ThingSchema(EntityKind.COMPANY, _LEGAL, {**_NUMBERS, **_IMO})
THINGS: Mapping[str, ThingSchema] = MappingProxyType(
    {
        "Person": ThingSchema(
            EntityKind.PERSON,
            {
                "given_names": "firstName",
                "family_name": "lastName",
                "born": "birthDate",
                "died": "deathDate",
            },
            {"idNumber": ""},
        ),
        "Company": _COMPANY,
        "Organization": _COMPANY,
        "PublicBody": _COMPANY,
        "LegalEntity": _LEGAL_ENTITY,
        "RealEstate": ThingSchema(
            EntityKind.PROPERTY,
            {"use": "propertyType", "designation": "cadastralCode", "square_metres": "area"},
            {"registrationNumber": "", "titleNumber": ""},
        ),
        "Address": ThingSchema(
            EntityKind.ADDRESS,
            {
                "street": "street",
                "postcode": "postalCode",
                "city": "city",
                "country": "country",
            },
        ),
        "BankAccount": ThingSchema(
            EntityKind.ACCOUNT, {"number": "accountNumber|iban", "bank": "bankName"}
        ),
        "Vehicle": _VEHICLE,
        "Vessel": ThingSchema(EntityKind.VEHICLE, {}, {**_PLATE, **_IMO}),
        "Airplane": _VEHICLE,
        "CryptoWallet": ThingSchema(EntityKind.WALLET, {}, {"publicKey": "wallet"}),
        "UserAccount": ThingSchema(
            EntityKind.PHONE, {}, {"number": "phone", "email": "mail", "username": ""}
        ),
    }
)
# Ties that a thing names itself, by property; the other party comes first in the tie.
BELONGS: Mapping[str, TieKind] = MappingProxyType(
    {
        "parent": TieKind.OWNS,
        "owner": TieKind.OWNS,
        "operator": TieKind.USES,
        "holder": TieKind.USES,
    }
)
# The first of each kind is the one that is written.
LINKS: Mapping[str, LinkSchema] = MappingProxyType(
    {
        "Ownership": LinkSchema(TieKind.OWNS, "owner", "asset"),
        "Directorship": LinkSchema(TieKind.DIRECTS, "director", "organization"),
        "Representation": LinkSchema(TieKind.MANAGES, "agent", "client"),
        "Employment": LinkSchema(TieKind.EMPLOYS, "employer", "employee"),
        "Family": LinkSchema(TieKind.FAMILY, "person", "relative", "relationship"),
        "Associate": LinkSchema(TieKind.ASSOCIATES, "person", "associate", "relationship"),
        "Membership": LinkSchema(TieKind.ASSOCIATES, "member", "organization"),
        "Debt": LinkSchema(TieKind.LENDS, "creditor", "debtor", "summary"),
        "UnknownLink": LinkSchema(TieKind.ASSOCIATES, "subject", "object"),
    }
)
FREE = "UnknownLink"  # its role may be the word of any kind of tie
ALIASES = ("alias", "weakAlias", "previousName")
NOTES = ("notes", "description", "summary")
