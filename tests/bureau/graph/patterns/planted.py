"""For each pattern a small fictional case in which it is planted, with who and what is found."""

from collections.abc import Mapping
from typing import Any

from bureau.graph.values import Node, Record
from bureau.rules.vocabulary import EntityKind, RecordKind, TieKind
from tests.bureau.graph.builders import account, company, deposit, holds, pay, person, record, tie

R = RecordKind
Case = Mapping[str, Any]


def address(name: str, place: str = "") -> Node:
    return Node(name, EntityKind.ADDRESS, name, place=place)


def phone(name: str) -> Node:
    return Node(name, EntityKind.PHONE, name)


def people(*names: str) -> tuple[Node, ...]:
    return tuple(person(name) for name in names)


def funnel(out: float = 13500, day: int = 3, euros: float = 5500) -> Case:
    """Three strangers put 16,500 on the account of a shop, which sends most of it on."""
    return {
        "nodes": (company("shop"), account("acc"), account("far"), *people("ann", "bob", "cem")),
        "edges": (holds("shop", "acc"),),
        "records": tuple(
            deposit("acc", i, euros, by, name=f"d{i}", at=10)
            for i, by in enumerate(("ann", "bob", "cem"))
        ),
        "payments": (pay("acc", "far", day, out, name="out", at=12),),
    }


ROTTERDAM = {"place": "Rotterdam", "latitude": "51.9225", "longitude": "4.47917"}
GRONINGEN = {"place": "Groningen", "latitude": "53.2194", "longitude": "6.5665"}


def dispersed(hours: float = 1) -> Case:
    """Cash in Rotterdam and within the hour in Groningen, 200 kilometres away."""
    return {
        "nodes": (person("ann"), account("acc")),
        "edges": (holds("ann", "acc"),),
        "records": (
            deposit("acc", 0, 900, at=10, name="d1", **ROTTERDAM),
            deposit("acc", 0, 900, at=10 + hours, name="d2", **GRONINGEN),
        ),
    }


def cuckoo(euros: tuple[float, ...] = (3000, 3500, 3500), day: int = 10) -> Case:
    """A student expects 10,000 from abroad; three deposits by strangers come instead."""
    return {
        "nodes": (*people("student", "stranger", "aunt"), account("acc")),
        "edges": (holds("student", "acc"),),
        "records": (
            record(R.EXPECTED_REMITTANCE, 10, 10000, beneficiary="student", name="expected"),
            *(
                deposit("acc", day, each, "stranger" if i == 0 else None, name=f"d{i}", at=9 + i)
                for i, each in enumerate(euros)
            ),
        ),
    }


def peers(count: int = 15, turnover: float = 200_000) -> tuple[Record, ...]:
    return tuple(
        record(
            R.PEER_TURNOVER,
            None,
            turnover,
            name=f"peer{i:02}",
            fields={"sector": "Restaurant", "cash_share": str(round(0.10 + 0.01 * (i % 5), 2))},
        )
        for i in range(count)
    )


def cash_share(share: str = "0.80", count: int = 15) -> Case:
    """A restaurant that takes in four fifths in cash where others take in an eighth."""
    return {
        "nodes": (company("cafe", activity="restaurant"),),
        "records": (
            record(
                R.TURNOVER,
                0,
                200_000,
                until=365,
                company="cafe",
                name="turnover",
                fields={"cash_share": share},
            ),
            *peers(count),
        ),
    }


def takings(euros: float = 2400.0, until: int = 31, spread: float = 0.0) -> Case:
    """A barber whose four chairs can take in 2,000 a day; closed on Sundays."""
    return {
        "nodes": (company("barber"), address("unit")),
        "edges": (tie("barber", TieKind.OPERATES_AT, "unit"),),
        "records": (
            record(
                R.CAPACITY,
                None,
                premises="unit",
                name="chairs",
                fields={
                    "units": 4,
                    "price_per_unit": "50.00",
                    "hours_per_day": "10",
                    "open_days": ["mon", "tue", "wed", "thu", "fri", "sat"],
                },
            ),
            *(
                record(
                    R.TAKINGS,
                    day,
                    euros * (1 + (spread if day % 2 else 0)),
                    company="barber",
                    name=f"t{day:02}",
                )
                for day in range(until)
            ),
        ),
    }


def denominations(large: int = 30, of: str = "500", activity: str = "") -> Case:
    """A parcel of 500-euro notes, held by somebody without a known trade."""
    return {
        "nodes": (company("kiosk", activity=activity), company("cars", activity=activity)),
        "records": (
            record(
                R.CASH_HELD,
                0,
                name="held",
                holder="kiosk",
                fields={"direction": "held", "denominations": {of: large, "50": 100}},
            ),
        ),
    }


def swap(got: int = 39, day: int = 2, small: str = "20") -> Case:
    """20,000 in small notes goes out and comes back in notes of 500."""
    return {
        "nodes": (person("ann"),),
        "records": (
            record(
                R.CASH_HELD,
                0,
                name="small",
                holder="ann",
                fields={"direction": "out", "denominations": {small: 1000}},
            ),
            record(
                R.CASH_HELD,
                day,
                name="large",
                holder="ann",
                fields={"direction": "in", "denominations": {"500": got}},
            ),
        ),
    }


def tokens(hours: float = 5, euros: float = 4000, courier: str | None = "cor") -> Case:
    """Two tokens, each sent and used within hours, and one courier."""
    return {
        "nodes": people("ann", "bob", "cem", "dee", "cor"),
        "records": (
            record(R.MESSAGE, 0, at=8, sender="cem", receiver="ann", name="m1", fields=_T1),
            record(R.MESSAGE, 0, at=9, sender="cem", receiver="bob", name="m2", fields=_T2),
            record(
                *(R.HAND_OVER, 0, euros),
                at=8 + hours,
                giver="ann",
                taker="dee",
                courier=courier,
                name="h1",
                fields={"token": "ab1234"},
            ),
            record(
                *(R.HAND_OVER, 0, euros),
                at=9 + hours,
                giver="bob",
                taker="dee",
                courier=courier,
                name="h2",
                fields={"token": "CD 5678"},
            ),
        ),
    }


_T1, _T2 = {"token": "AB 1234"}, {"token": "cd5678"}


def packaging(*features: str) -> Case:
    """Bundles in a flat, packed as no shop packs them."""
    said = list(features or ("elastic_bundles", "double_bundled"))
    return {
        "nodes": (person("ann"), address("flat")),
        "records": (
            record(
                *(R.CASH_HELD, 0, 42000),
                holder="ann",
                premises="flat",
                name="found",
                fields={"direction": "held", "features": said},
            ),
        ),
    }


def courier(arrivals: int = 4, after: float = 2) -> Case:
    """Four givers in a week, and the van of the courier at one garage each time."""
    givers = ("ann", "bob", "cem", "dee")
    return {
        "nodes": (
            *people(*givers, "cor"),
            Node("van", EntityKind.VEHICLE, "van"),
            address("garage"),
        ),
        "records": (
            *(
                record(
                    *(R.HAND_OVER, i, 9000),
                    at=10,
                    giver=giver,
                    taker="cor",
                    vehicle="van",
                    name=f"h{i}",
                )
                for i, giver in enumerate(givers)
            ),
            *(
                record(R.SIGHTING, i, at=10 + after, who="van", premises="garage", name=f"s{i}")
                for i in range(arrivals)
            ),
        ),
    }


SIGNS = ("counting_machine", "safe_hidden", "phones_many")


def premises(codes: tuple[str, ...] = SIGNS, **said: object) -> Case:
    """Three signs in one unit, and a company that nobody knows a licence of."""
    return {
        "nodes": (address("unit"), company("shop")),
        "edges": (tie("shop", TieKind.LOCATED_AT, "unit"),),
        "records": tuple(
            record(R.OBSERVATION, i, premises="unit", name=f"o{i}", fields={"code": code, **said})
            for i, code in enumerate(codes)
        ),
    }


def footprint(count: int = 10, euros: float = 6000.0, back: float = 0.96) -> Case:
    """Ten people pay a kiosk, which pays ten others the same less four per cent."""
    return {
        "nodes": (
            company("kiosk"),
            *people(*(f"from{i}" for i in range(count)), *(f"to{i}" for i in range(count))),
        ),
        "payments": (
            *(pay(f"from{i}", "kiosk", 3 * i, euros, name=f"in{i}") for i in range(count)),
            *(
                pay("kiosk", f"to{i}", 3 * i + 1, euros * back, name=f"out{i}")
                for i in range(count)
            ),
        ),
    }


def shared_attribute(bystanders: int = 60, sharing: int = 2) -> Case:
    """A shop uses the phone of one established to transfer money without a licence."""
    names = ["remit", "shop", *(f"other{i}" for i in range(bystanders))]
    return {
        "nodes": (*(company(name) for name in names), phone("tel")),
        "edges": tuple(tie(name, TieKind.USES, "tel", on="2024-01-01") for name in names[:sharing]),
        "records": (
            record(R.SERVICE_OFFERED, 10, who="remit", name="offer", fields=OFFER),
            record(R.REGISTER_SNAPSHOT, 20, who="remit", name="lookup", fields=NOT_FOUND),
        ),
    }


OFFER = {"service": "money_transfer"}
NOT_FOUND = {"found": False, "licence": "payment_service", "register": "DNB"}


def cover(outside: int = 6, declared: float = 100_000) -> Case:
    """A phone shop that declares 100,000 and is paid 156,000 by firms it never invoiced."""
    return {
        "nodes": (
            company("phones", activity="telecom"),
            company("supplier", activity="wholesale"),
            *(company(f"far{i}") for i in range(outside)),
        ),
        "payments": (
            *(pay(f"far{i}", "phones", 10 + i, 26_000, name=f"in{i}") for i in range(outside)),
            pay("phones", "supplier", 40, 5_000, name="bought"),
        ),
        "records": (
            record(
                *(R.TURNOVER, 0, declared),
                until=365,
                company="phones",
                name="declared",
                fields={"declared": True},
            ),
            record(R.INVOICE, 35, 5_000, seller="supplier", buyer="phones", name="invoice"),
        ),
    }


def mules(count: int = 4, gap: int = 5) -> Case:
    """Four accounts, opened within weeks by people on one phone, that move on the same days."""
    names = [f"p{i}" for i in range(count)]
    return {
        "nodes": (*people(*names), phone("tel"), *(account(f"a{n}") for n in names)),
        "edges": (
            *(holds(n, f"a{n}", on=f"2024-01-{1 + gap * i:02}") for i, n in enumerate(names)),
            *(tie(n, TieKind.USES, "tel") for n in names),
        ),
        "payments": tuple(
            payment
            for n in names
            for day in (40, 47, 54)
            for payment in (
                pay("src", f"a{n}", day, 2000, at=9, name=f"{n}in{day}"),
                pay(f"a{n}", "sink", day, 2000, at=15, name=f"{n}out{day}"),
            )
        ),
    }


def wealth(closing: float = 90_000, income: float = 40_000) -> Case:
    """In two years 40,000 came in, 10,000 was spent, and 90,000 stands where 5,000 stood."""
    return {
        "nodes": (person("ann"),),
        "records": (
            record(R.ASSETS, 0, 5_000, person="ann", name="open", fields={"moment": "opening"}),
            record(R.ASSETS, 730, closing, person="ann", name="end", fields={"moment": "closing"}),
            record(R.INCOME, 0, income, until=700, person="ann", name="wage", fields=WAGE),
            record(R.SPENDING, 300, 10_000, person="ann", name="car"),
        ),
    }


WAGE = {"sort": "wage"}


def round_sums(even: int = 16, odd: int = 4) -> Case:
    """A firm of which sixteen out of twenty payments are whole five-hundreds."""
    return {
        "nodes": (company("firm"),),
        "payments": (
            *(pay("firm", f"x{i}", i, 1500, name=f"even{i:02}") for i in range(even)),
            *(pay("firm", f"x{i}", i, 1234.56, name=f"odd{i:02}") for i in range(odd)),
            *(pay("a", "b", i, 500 if i < 3 else 99, name=f"rest{i}") for i in range(12)),
        ),
    }


def dormant(burst: float = 30_000, first: int = 0) -> Case:
    """A company that paid a small bill in January moves 30,000 in May."""
    return {
        "nodes": (company("shell"), company("far")),
        "payments": (
            pay("shell", "host", first, 20, name="bill"),
            pay("shell", "host", 100, 480, name="small"),
            pay("far", "shell", 130, burst - 10_000, name="in"),
            pay("shell", "other", 140, 10_000, name="out"),
        ),
    }


def references(count: int = 5) -> Case:
    """Five strangers who all write the same with their payment."""
    return {
        "nodes": (company("firm"), *people(*(f"p{i}" for i in range(count)))),
        "payments": tuple(pay(f"p{i}", "firm", i, 900, name=f"r{i}") for i in range(count)),
        "references": {f"r{i}": f"Goods no. {i}!" for i in range(count)},
    }


def remittances(count: int = 5, minutes: float = 5) -> Case:
    """Five senders in a row at one desk, all to one receiver."""
    return {
        "nodes": people("aya", *(f"s{i}" for i in range(count))),
        "records": tuple(
            record(
                *(R.REMITTANCE, 0, 400),
                at=10 + i * minutes / 60,
                sender=f"s{i}",
                receiver="aya",
                name=f"r{i}",
                fields={"desk": "Desk 4"},
            )
            for i in range(count)
        ),
    }


CASES: Mapping[str, Case] = {
    "UB-11": funnel(),
    "UB-12": dispersed(),
    "UB-13": cuckoo(),
    "UB-14": cash_share(),
    "UB-15": takings(),
    "UB-16": denominations(),
    "UB-17": tokens(),
    "UB-18": packaging(),
    "UB-19": courier(),
    "UB-20": premises(),
    "UB-21": footprint(),
    "UB-22": shared_attribute(),
    "UB-23": cover(),
    "UB-24": mules(),
    "UB-26": wealth(),
    "UB-27": round_sums(),
    "UB-28": dormant(),
    "UB-29": references(),
    "UB-30": remittances(),
}
