"""What the trail says was made: few by name, many by count and a digest of their names."""

from hashlib import sha256
from uuid import UUID

from bureau.trust.made import FEW, names, summary

IDS = [UUID(int=n << 90 | n) for n in range(1, 40)]


def test_few_are_named_one_by_one_and_in_one_way():
    told = summary([("entity", str(IDS[0]))], {"payment": [IDS[1].hex]})
    assert told == [
        {"op": "new", "what": f"entity:{IDS[0]}"},
        {"op": "new", "what": f"payment:{IDS[1]}"},
    ]


def test_many_are_counted_with_the_digest_of_their_lines_in_order():
    created = [("tie", str(each)) for each in reversed(IDS[:20])] + [("entity", str(IDS[30]))]
    poured = {"tie": [each.hex for each in IDS[20:30]], "account": [IDS[0].hex]}
    pairs = [*created, ("account", str(IDS[0])), *(("tie", str(each)) for each in IDS[20:30])]
    digest = sha256("\n".join(f"{t}:{k}" for t, k in sorted(pairs)).encode()).hexdigest()
    counts = {"account": 1, "entity": 1, "tie": 30}
    assert summary(created, poured) == [{"op": "new", "counts": counts, "names_sha256": digest}]


def test_a_record_without_an_id_of_its_own_is_counted_too():
    created = [("blob", f"x{n}") for n in range(FEW + 1)]
    digest = sha256("\n".join(f"{t}:{k}" for t, k in sorted(created)).encode()).hexdigest()
    assert summary(created, {})[0]["names_sha256"] == digest


def test_the_lines_are_written_with_dashes():
    lines = names("payment", [each.hex for each in IDS]).decode().split("\n")
    assert lines == [f"payment:{each}" for each in IDS]
