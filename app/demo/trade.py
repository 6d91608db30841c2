"""The ordinary payments of the city: takings, supplies, wages, rents; most of money is this."""

from collections.abc import Iterator
from random import Random

from app.demo.ledger import Row

SEED = "havermonde"
FIRST, LAST = 335, 128  # days before today between which accounts were looked at
WEEK, FOUR_WEEKS, MONTH = 7, 28, 30
CAFE, KADE, TELECOM, ZUIDERKRUIS, LANDLORD, WERKKADE, LOONBURO = 101, 103, 104, 106, 108, 109, 110
BREWERY, PROCESSOR, ENERGY, TAX, BANK, OFFICE = 111, 112, 114, 115, 116, 117
DRINKS, BUTCHER, INSURER, IMPORT, PARTS = 118, 119, 120, 129, 130
MARTIJN, GERRIT, BAS, HENK, JEROEN, HOLDING = 121, 122, 123, 124, 125, 102
PENSION, FUND, SHOP, HOUSING, TERMINAL, BOOKS = 131, 132, 133, 134, 135, 136
TENANTS, STAFF, CUSTOMERS, PAYERS = 300, 400, 500, 700


def rows() -> Iterator[Row]:
    """Everything that has no story to tell, the same every time."""
    chance = Random(SEED)  # noqa: S311 - fiction, not secrecy
    for cafe, staff in ((CAFE, 890_000), (KADE, 740_000)):
        yield from _cafe(chance, cafe, staff)
    yield from _phones(chance)
    yield from _rents(chance)
    yield from _payroll(chance)
    yield from _agency(chance)
    yield from _homes(chance)


def _days(step: int, start: int = FIRST) -> range:
    return range(start, LAST, -step)


def _cafe(chance: Random, own: int, staff: int) -> Iterator[Row]:
    """A café: takings by card every day, a little cash a week, supplies and fixed costs."""
    for ago in _days(1):
        busy = 215_000 if ago % WEEK in (0, 1) else 122_000
        yield Row(ago, "05:10", PROCESSOR, own, _about(chance, busy), "pinomzet vorige dag")
    for ago in _days(WEEK):
        yield Row(ago, "11:20", 0, own, _about(chance, 120_000), "storting kas", "cash")
        yield Row(ago - 1, "09:05", own, BREWERY, _about(chance, 240_000), "bier en fust")
        yield Row(ago - 2, "09:10", own, BUTCHER, _about(chance, 78_000), "levering week")
        yield Row(ago - 4, "09:15", own, DRINKS, _about(chance, 92_000), "dranken")
    for ago in _days(FOUR_WEEKS):
        yield Row(ago, "08:00", own, LOONBURO, staff, "lonen en heffingen periode")
    for ago in _days(MONTH):
        yield Row(ago, "08:30", own, LANDLORD, 425_000 if own == CAFE else 360_000, "huur pand")
        yield Row(ago, "08:31", own, ENERGY, _about(chance, 118_000), "termijnbedrag energie")
        yield Row(ago, "08:32", own, INSURER, 41_250, "premie")
        yield Row(ago, "08:33", own, BOOKS, 38_500, "administratie")
    for ago in _days(3 * MONTH):
        yield Row(ago, "10:00", own, TAX, _about(chance, 1_150_000), "omzetbelasting kwartaal")


def _phones(chance: Random) -> Iterator[Row]:
    """A phone shop: card takings, customers who transfer, spare parts and rent."""
    for ago in _days(1):
        yield Row(ago, "05:12", PROCESSOR, TELECOM, _about(chance, 98_000), "pinomzet vorige dag")
        for _ in range(chance.choice((4, 4, 4, 5))):
            payer = CUSTOMERS + chance.randrange(60)
            price = _about(chance, chance.choice((2_500, 8_900, 24_900, 44_900)))
            yield Row(ago, _clock(chance), payer, TELECOM, price, "toestel of reparatie")
    for ago in _days(WEEK):
        yield Row(ago - 1, "09:30", TELECOM, IMPORT, _about(chance, 310_000), "accessoires")
    for ago in _days(MONTH):
        yield Row(ago, "08:40", TELECOM, LANDLORD, 290_000, "huur winkel")
        yield Row(ago, "08:41", TELECOM, BAS, 320_000, "managementvergoeding")
        yield Row(ago, "08:42", TELECOM, ENERGY, _about(chance, 34_000), "termijnbedrag energie")


def _rents(chance: Random) -> Iterator[Row]:
    """A landlord with thirty small units, a mortgage and repairs."""
    for ago in _days(MONTH):
        for unit in range(30):
            rent = 62_500 + 1_500 * unit
            yield Row(ago - unit % 3, "07:45", TENANTS + unit, LANDLORD, rent, f"huur unit {unit}")
        yield Row(ago - 5, "09:00", LANDLORD, BANK, 1_480_000, "rente en aflossing")
        yield Row(ago - 6, "09:00", LANDLORD, HOUSING, _about(chance, 260_000), "onderhoud")


def _payroll(chance: Random) -> Iterator[Row]:
    """An account for wages: what employers pay in goes out the next morning to the last cent."""
    for ago in _days(FOUR_WEEKS):
        yield Row(ago, "08:05", WERKKADE, LOONBURO, 1_450_000, "lonen periode")
        yield Row(ago, "08:06", TERMINAL, LOONBURO, 1_120_000, "lonen periode")
        left = 890_000 + 740_000 + 1_450_000 + 1_120_000
        levies, fee = left * 27 // 100, 45_000
        yield Row(ago - 1, "06:30", LOONBURO, TAX, levies, "loonheffing periode")
        yield Row(ago - 1, "06:31", LOONBURO, OFFICE, fee, "vergoeding administratie")
        left -= levies + fee
        for place in range(15, 0, -1):
            wage = left if place == 1 else _about(chance, left // place)
            left -= wage
            yield Row(ago - 1, "06:35", LOONBURO, STAFF + place, wage, "salaris periode")


def _agency(chance: Random) -> Iterator[Row]:
    """A staffing agency: clients pay, wages and rent go out."""
    for ago in _days(WEEK):
        yield Row(ago - 3, "10:15", TERMINAL, WERKKADE, _about(chance, 780_000), "ingeleend week")
    for ago in _days(MONTH):
        yield Row(ago, "08:50", WERKKADE, LANDLORD, 240_000, "huur kamers")


def _homes(chance: Random) -> Iterator[Row]:
    """Five households: income, groceries, rent."""
    incomes = ((GERRIT, PENSION, 128_000), (GERRIT, FUND, 61_000), (HENK, PENSION, 119_000))
    for ago in _days(MONTH):
        for person, payer, sum_paid in (*incomes, (JEROEN, TERMINAL, 284_000)):
            yield Row(ago, "06:00", payer, person, sum_paid, "uitkering of salaris")
        yield Row(ago, "06:10", CAFE, HOLDING, 550_000, "managementvergoeding")
        yield Row(ago - 1, "06:20", HOLDING, MARTIJN, 380_000, "salaris directeur")
        for person in (GERRIT, HENK, JEROEN, BAS, MARTIJN):
            yield Row(ago - 2, "07:00", person, HOUSING, 74_000, "huur woning")
    for ago in _days(WEEK):
        for person in (GERRIT, HENK, JEROEN, BAS, MARTIJN):
            yield Row(ago, _clock(chance), person, SHOP, _about(chance, 9_200), "boodschappen")


def _about(chance: Random, cents: int) -> int:
    """An amount within a fifth of `cents`, never a round one."""
    return cents * chance.randrange(80, 121) // 100 + chance.randrange(3, 97)


def _clock(chance: Random) -> str:
    return f"{chance.randrange(9, 18):02d}:{chance.randrange(60):02d}"
