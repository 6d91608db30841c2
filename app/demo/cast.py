"""Brings the people and things of a story into a case, each fact with its source."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from app.demo import numbers
from app.demo.stage import Scene
from bureau.operations import deals, ordinary, parties, sources, ties
from bureau.operations.ordinary import GroundAnswer
from bureau.operations.sources import Learnt
from bureau.rules.ordinary_grounds import GroundStanding
from bureau.rules.vocabulary import Credibility, Reliability, TieKind
from bureau.work import Work

Row = Mapping[str, Any]


class Cast:
    """The records of one case of the story, by the names that its texts give them."""

    def __init__(self, scene: Scene, story: str) -> None:
        self.scene, self.story = scene, story

    @property
    def case(self) -> UUID:
        """The case of this story."""
        return self.scene.id(self.story)

    def id(self, key: str) -> UUID:
        """The id of a party, account or source of this story."""
        return self.scene.id(f"{self.story}/{key}")

    def keep(self, key: str, record: Any) -> UUID:
        """Remember a record of this story."""
        return self.scene.keep(f"{self.story}/{key}", record)

    def source(self, work: Work, row: Row, document_id: UUID | None = None) -> UUID:
        """Record a source."""
        made = sources.add_source(
            work,
            self.case,
            title=row["title"],
            kind=row["kind"],
            origin=row["origin"],
            obtained_on=self.scene.on(row["on"]),
            obtained_how=row["how"],
            basis=row["basis"],
            reliability=Reliability(row.get("reliability", "B")),
            document_id=document_id,
            whose=sources.Whose(row.get("owner", ""), row.get("category", "")),
        )
        return self.keep(row["key"], made)

    def learnt(self, row: Row) -> Learnt:
        """Where the fact in `row` was learnt, and since when it holds."""
        return Learnt(
            self.id(row["source"]),
            Credibility(str(row.get("credibility", 2))),
            row.get("place", ""),
            self._when(row, "since"),
            self._when(row, "until"),
        )

    def _when(self, row: Row, name: str) -> str:
        value = row.get(name, "")
        return self.scene.day(value) if isinstance(value, int) else str(value)

    def grounds(self, work: Work, said: Row) -> None:
        """Answer ordinary grounds: by code what shows that each is not met, "*" for the others."""
        codes = [line.row.code for line in ordinary.read_grounds(work, self.case).ordinary]
        words = {code: said.get(code, said.get("*", "")) for code in codes}
        given = {
            code: GroundAnswer(standing=GroundStanding.NOT_MET, remark=remark)
            for code, remark in words.items()
            if remark
        }
        ordinary.check_grounds(work, self.case, given)

    def person(self, work: Work, row: Row) -> UUID:
        """Record somebody, with roles and where told a test BSN."""
        names = {name: row[name] for name in ("given_names", "prefix", "born") if name in row}
        learnt = self.learnt(row)
        made = parties.record_person(
            work,
            self.case,
            learnt,
            family_name=row["family_name"],
            note=row.get("note", ""),
            **names,
        )
        found = self.keep(row["key"], made)
        if "bsn" in row:
            value = numbers.bsn(row["bsn"])
            parties.add_identifier(work, self.case, found, "bsn", value, learnt=learnt)
        self.roles(work, found, row)
        return found

    def company(self, work: Work, row: Row) -> UUID:
        """Record a company, with roles; one with a KVK number is found again by an import."""
        fields = {
            name: row[name] for name in ("legal_form", "activity", "hub", "note") if name in row
        }
        made = parties.record_company(
            work, self.case, self.learnt(row), name=row["name"], kvk=row.get("kvk", ""), **fields
        )
        found = self.keep(row["key"], made)
        self.roles(work, found, row)
        return found

    def property(self, work: Work, row: Row) -> UUID:
        """Record real estate."""
        fields = {
            name: row[name]
            for name in ("designation", "use", "square_metres", "valuation_minor", "note")
            if name in row
        }
        made = parties.record_property(
            work, self.case, self.learnt(row), name=row["name"], **fields
        )
        return self.keep(row["key"], made)

    def roles(self, work: Work, party: UUID, row: Row) -> None:
        """Give a party its roles towards the person concerned."""
        for role, remark in row.get("roles", ()):
            parties.assign_role(
                work, self.case, party, role, learnt=self.learnt(row), remark=remark
            )

    def tie(self, work: Work, row: Row) -> None:
        """Record a tie between two parties of the story."""
        ties.record_tie(
            work,
            self.case,
            TieKind(row["kind"]),
            self.id(row["from"]),
            self.id(row["to"]),
            learnt=self.learnt(row),
            share=row.get("share", ""),
            detail=row.get("detail", ""),
        )

    def loan(self, work: Work, row: Row) -> None:
        """Record a loan with the terms that were laid down, and no others."""
        deals.record_loan(
            work,
            self.case,
            lender_id=self.id(row["lender"]),
            borrower_id=self.id(row["borrower"]),
            principal=row["principal"],
            learnt=self.learnt(row),
            paid_out_on=self._when(row, "paid_out"),
            contract_on=self._when(row, "contract"),
            **{
                name: row[name]
                for name in ("interest_percent", "security", "schedule", "means")
                if name in row
            },
        )

    def sale(self, work: Work, row: Row) -> None:
        """Record a sale of real estate."""
        deals.record_sale(
            work,
            self.case,
            property_id=self.id(row["property"]),
            seller_id=self.id(row["seller"]),
            buyer_id=self.id(row["buyer"]),
            price=row["price"],
            agreed_on=self.scene.on(row["agreed"]),
            delivered_on=self.scene.on(row["delivered"]) if "delivered" in row else None,
            deed=row.get("deed", ""),
            learnt=self.learnt(row),
        )

    def lease(self, work: Work, row: Row) -> None:
        """Record a letting."""
        deals.record_lease(
            work,
            self.case,
            property_id=self.id(row["property"]),
            landlord_id=self.id(row["landlord"]),
            tenant_id=self.id(row["tenant"]),
            yearly_rent=row["rent"],
            learnt=self.learnt(row),
        )

    def mortgage(self, work: Work, row: Row) -> None:
        """Record a mortgage."""
        deals.record_mortgage(
            work,
            self.case,
            property_id=self.id(row["property"]),
            holder_id=self.id(row["holder"]),
            amount=row["amount"],
            learnt=self.learnt(row),
        )

    def permit(self, work: Work, row: Row) -> None:
        """Record a permit for works."""
        deals.record_works_permit(
            work,
            self.case,
            property_id=self.id(row["property"]),
            granted_on=self.scene.on(row["granted"]),
            works=row["works"],
            learnt=self.learnt(row),
        )

    def recognise(self, work: Work) -> None:
        """Learn the ids of what an import brought: companies by name, real estate, accounts."""
        for line in parties.list_parties(work, self.case):
            self.scene.kept.setdefault(f"{self.story}/={line.label}", line.id)

    def called(self, label: str) -> UUID:
        """What the case calls by this label."""
        return self.id(f"={label}")

    def holder(self, work: Work, party: str, account: int, source: str) -> None:
        """Say whose account this is, as the statement does."""
        ties.record_tie(
            work,
            self.case,
            TieKind.HOLDS_ACCOUNT,
            self.id(party),
            self.called(numbers.account(account)),
            learnt=Learnt(self.id(source), Credibility.CONFIRMED),
        )


EVERY: Mapping[str, str] = {
    "people": "person",
    "companies": "company",
    "properties": "property",
    "ties": "tie",
    "loans": "loan",
    "sales": "sale",
    "leases": "lease",
    "mortgages": "mortgage",
    "permits": "permit",
}


def enter(cast: Cast, work: Work, told: Mapping[str, Any]) -> None:
    """Bring in everything that `told` lists, sources first."""
    for row in told.get("sources", ()):
        cast.source(work, row)
    for kind, verb in EVERY.items():
        for row in told.get(kind, ()):
            getattr(cast, verb)(work, row)
