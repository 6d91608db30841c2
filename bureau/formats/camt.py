"""Bank statements, reports and notices in XML (ISO 20022 camt.053, .052, .054), also zipped."""

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any
from xml.etree.ElementTree import Element

from bureau.errors import N_, Invalid
from bureau.formats.accounts import distinct, odd_payments
from bureau.formats.camt_statement import Statement, read_statement
from bureau.formats.guard import PAYMENTS, Limits, shorten
from bureau.formats.guard_xml import parse
from bureau.formats.guard_zip import is_zip, members
from bureau.formats.values import FileWarning, PaymentFile, PaymentRecord

FORMAT = "camt053"
_NAMESPACE = re.compile(
    r"\{(urn:iso:std:iso:20022:tech:xsd:camt\.(05[234])\.001\.(\d\d))\}Document"
)
_VERSIONS = ("02", "03", "04", "05", "06", "07", "08")
_PARTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "052": ("BkToCstmrAcctRpt", "Rpt"),
        "053": ("BkToCstmrStmt", "Stmt"),
        "054": ("BkToCstmrDbtCdtNtfctn", "Ntfctn"),
    }
)
_ASK = N_("Ask the bank for camt.053 in one of the versions 2 to 8 (001.02 to 001.08).")


def read_camt(content: bytes, limits: Limits = PAYMENTS) -> PaymentFile:
    """The payments and statements of one camt file, or of a zip that holds only such files."""
    if is_zip(content):
        return _read_zip(content, limits)
    return _read_document(content, limits)


def _read_document(content: bytes, limits: Limits) -> PaymentFile:
    root = parse(content, limits)
    message, namespace = _message(root)
    _strip_namespace(root, namespace)
    container, part = _PARTS[message]
    elements = root.findall(f"{container}/{part}")
    if not elements:
        raise Invalid(
            "The file announces camt.{message} but holds no {part}.",
            where={"path": f"Document/{container}"},
            hint=_ASK,
            message=message,
            part=part,
        )
    read = [
        read_statement(element, f"{part}[{number}]", message, limits)
        for number, element in enumerate(elements, 1)
    ]
    return _collect(read)


def _collect(read: list[Statement]) -> PaymentFile:
    payments = distinct(payment for statement in read for payment in statement.payments)
    warnings = [warning for statement in read for warning in statement.warnings]
    return PaymentFile(
        FORMAT,
        tuple(payments),
        tuple(statement.record for statement in read),
        (*warnings, *odd_payments(payments)),
    )


def _message(root: Element) -> tuple[str, str]:
    found = _NAMESPACE.fullmatch(root.tag)
    if not found:
        raise Invalid(
            "The root element is {tag}; a camt.052, .053 or .054 document was expected.",
            where={"path": "/"},
            hint=_ASK,
            tag=shorten(root.tag, 100),
        )
    if found.group(3) not in _VERSIONS:
        raise Invalid(
            "Version {version} of camt.{message} is not known here.",
            where={"path": "/"},
            hint=_ASK,
            version=found.group(3),
            message=found.group(2),
        )
    return found.group(2), found.group(1)


def _strip_namespace(root: Element, namespace: str) -> None:
    # Elements of other namespaces keep their prefix, so that no path below can meet them.
    prefix = f"{{{namespace}}}"
    for element in root.iter():
        element.tag = element.tag.removeprefix(prefix)


def _read_zip(content: bytes, limits: Limits) -> PaymentFile:
    payments: dict[str, PaymentRecord] = {}
    files: list[PaymentFile] = []
    warnings: list[FileWarning] = []
    for name, body in members(content, limits):
        part = _located(_member(name, body, limits), shorten(name))
        files.append(part)
        for payment in part.payments:
            if payment.external_id in payments:
                warnings.append(_repeated(payment))
            payments.setdefault(payment.external_id, payment)
    if not files:
        raise Invalid("The zip file holds no files.", where={"path": "/"}, hint=_ASK)
    return PaymentFile(
        FORMAT,
        tuple(payments.values()),
        tuple(statement for part in files for statement in part.statements),
        (*(warning for part in files for warning in part.warnings), *warnings),
    )


def _member(name: str, body: bytes, limits: Limits) -> PaymentFile:
    try:
        return _read_document(body, limits)
    except Invalid as problem:
        problem.where["file"] = shorten(name)
        raise


def _located(part: PaymentFile, name: str) -> PaymentFile:
    def place(where: Mapping[str, Any]) -> dict[str, Any]:
        return {"file": name, **where}

    return replace(
        part,
        payments=tuple(p._replace(where=place(p.where)) for p in part.payments),
        warnings=tuple(replace(w, where=place(w.where)) for w in part.warnings),
    )


def _repeated(payment: PaymentRecord) -> FileWarning:
    return FileWarning(
        "Payment {id} is in more than one file of the zip; it was read once.",
        payment.where,
        {"id": payment.external_id},
    )
