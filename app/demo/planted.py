"""The payments with a story: four shapes worth a question, and three that only look like one."""

from collections import defaultdict
from collections.abc import Iterator
from random import Random

from app.demo import trade
from app.demo.ledger import Row
from app.demo.trade import (
    BAS,
    CAFE,
    GERRIT,
    HENK,
    HOLDING,
    JEROEN,
    KADE,
    LANDLORD,
    MARTIJN,
    PARTS,
    TELECOM,
)
from app.demo.trade import ZUIDERKRUIS as SOUTH

DELTA, BRIGHT, AGENCY, NOTARY, YACHTS, BUILDER, FITTER, SAVINGS = (
    105,
    107,
    109,
    113,
    126,
    127,
    128,
    137,
)
TRIPS = ((210, 2_450_000, 2_410_000, 2_360_000), (182, 3_100_000, 3_040_000, 2_990_000))
JUST_UNDER = (932_000, 948_500, 915_000, 961_000, 927_500, 955_000, 938_000, 944_500, 969_000)


def rows() -> Iterator[Row]:
    """Every planted payment, the same every time."""
    yield from _loan_back()
    yield from _fitting_out()
    yield from _family_loan()
    yield from _offsetting()
    yield from _round_trips()
    yield from _deposits_under()
    yield from _pass_through()
    yield from _room_deposits()


def _loan_back() -> Iterator[Row]:
    """The lender's money comes from the borrower's brother; sixty thousand is his own."""
    yield Row(200, "14:20", YACHTS, GERRIT, 6_000_000, "verkoop zeilschip Noordster")
    yield Row(172, "10:02", TELECOM, BAS, 6_500_000, "dividend")
    yield Row(168, "11:40", BAS, GERRIT, 7_000_000, "zoals besproken")
    yield Row(164, "10:05", TELECOM, BAS, 5_800_000, "dividend")
    yield Row(160, "16:15", BAS, GERRIT, 5_000_000, "tweede deel")
    yield Row(152, "09:55", GERRIT, CAFE, 18_000_000, "lening inrichting café")


def _fitting_out() -> Iterator[Row]:
    """What the café did with it, and the owner's own money."""
    yield Row(157, "20:10", SAVINGS, MARTIJN, 4_500_000, "opname spaarrekening")
    yield Row(156, "12:00", MARTIJN, HOLDING, 4_500_000, "storting kapitaal")
    yield Row(155, "12:30", HOLDING, CAFE, 4_500_000, "kapitaal")
    yield Row(151, "09:20", CAFE, LANDLORD, 1_275_000, "waarborgsom pand")
    for ago, cents in ((149, 3_800_000), (142, 3_150_000), (135, 2_250_000)):
        yield Row(ago, "10:10", CAFE, BUILDER, cents, "termijn verbouwing")
    for ago, cents in ((146, 4_100_000), (138, 1_980_000)):
        yield Row(ago, "10:20", CAFE, FITTER, cents, "tap, keuken en meubilair")


def _family_loan() -> Iterator[Row]:
    """Parents lend what their house brought; their son passed it on with a power of attorney."""
    yield Row(262, "15:05", NOTARY, JEROEN, 23_840_000, "opbrengst Lindelaan 8, volmacht ouders")
    yield Row(256, "09:12", JEROEN, HENK, 23_800_000, "opbrengst huis pa en ma")
    yield Row(240, "10:45", HENK, KADE, 9_500_000, "lening volgens akte")
    yield Row(238, "09:00", KADE, BUILDER, 5_400_000, "verbouwing zaal")
    yield Row(231, "09:00", KADE, FITTER, 3_300_000, "inrichting")
    for ago in range(210, trade.LAST, -30):
        yield Row(ago, "08:15", KADE, HENK, 90_000, "aflossing en rente lening")


def _offsetting() -> Iterator[Row]:
    """A shop and a wholesaler pay each other back and forth until little is left."""
    chance = Random("delta")  # noqa: S311 - fiction, not secrecy
    for step in range(9):
        ago = 300 - 9 * step
        cents = 10 * chance.randrange(38_000, 62_000)
        yield Row(ago, "13:25", TELECOM, DELTA, cents, f"factuur {4100 + step}")
        back = cents - 10 * chance.randrange(0, 1_500)
        yield Row(ago - 5, "15:40", DELTA, TELECOM, back, f"creditnota {4100 + step}")


def _round_trips() -> Iterator[Row]:
    """Money leaves the shop and is back within days, a little less of it."""
    for ago, out, on, back in TRIPS:
        yield Row(ago, "10:12", TELECOM, SOUTH, out, "partij schermen")
        yield Row(ago, "13:40", SOUTH, BRIGHT, on, "doorlevering schermen")
        yield Row(ago - 4, "11:05", BRIGHT, TELECOM, back, "retour partij")


def _deposits_under() -> Iterator[Row]:
    """Nine deposits in nine days, each just under ten thousand."""
    for place, cents in enumerate(JUST_UNDER):
        yield Row(192 - place, "17:50", 0, TELECOM, cents, "storting dagomzet", "cash")


def _pass_through() -> Iterator[Row]:
    """Many small credits, and by evening nearly nothing is left on the account."""
    chance = Random("zuiderkruis")  # noqa: S311 - fiction, not secrecy
    received: dict[int, int] = defaultdict(int)
    for ago in range(320, 150, -1):
        for _ in range(chance.choice((1, 2, 3))):
            cents = 100 * chance.randrange(250, 1_850)
            payer = trade.PAYERS + chance.randrange(70)
            received[ago] += cents
            yield Row(ago, f"{chance.randrange(9, 16):02d}:35", payer, SOUTH, cents, "toestellen")
    for ago, out, on, _ in TRIPS:
        received[ago] += out - on
    for ago, cents in sorted(received.items()):
        yield Row(ago, "19:30", SOUTH, PARTS, cents - cents % 1_000, "inkoop partij")


def _room_deposits() -> Iterator[Row]:
    """An agency takes rooms for its people and gives them up again: deposits go to and fro."""
    for room in range(12):
        yield Row(290 - 2 * room, "12:10", AGENCY, LANDLORD, 260_000, f"waarborg kamer {room + 1}")
        yield Row(236 - 2 * room, "12:40", LANDLORD, AGENCY, 260_000, f"retour waarborg {room + 1}")
