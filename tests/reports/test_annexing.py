"""Documents of a case go along as annexes: chosen with leave, looked at, listed, found again."""

import csv
import io
from contextlib import suppress

import pikepdf
import pytest
from sqlalchemy import select

from bureau.errors import AccessDenied, Invalid, NotAllowed, NotFound
from bureau.model import Document, Dossier
from bureau.operations import _approving, approvals, documents
from bureau.operations._dossier_approvals import DOSSIER
from bureau.rules.vocabulary import Language, Track
from reports import annexing, checking, composing, desk, issue, verify
from reports.assembly.order import Selection
from reports.values.redaction import Area, Taken
from tests.app.views.desk import ink
from tests.bureau.operations.road import ON_SQLITE
from tests.reports import handed_in
from tests.reports.reading import pages
from tests.reports.stage import BASIS, RECIPIENT, Stage
from tests.reports.test_desk import Advised

__all__ = ["ink"]

pytestmark = ON_SQLITE


@pytest.fixture
def stage(work_of, actors):
    return Stage(work_of, actors)


def handed(stage, content, name, **more):
    with stage.by("officer", "03-13") as work:
        made = documents.add_document(work, stage.id, name, content, title=name, kind="K01", **more)
        return made.id


def chosen(stage, *annexes, track=Track.ADMINISTRATIVE, reader="COURT"):
    with stage.by("officer", "03-20") as work:
        wanted = Selection(reader, annexes=annexes)
        return annexing.choose_annexes(work, stage.id, track, Language.NL, wanted)


@pytest.mark.pdf
def test_an_annex_is_listed_kept_handed_over_and_found_again(stage, ink, tmp_path):
    lease = handed(stage, handed_in.pdf("De huur is laag", acting=True), "huur.pdf")
    photo = handed(stage, handed_in.photo(), "pand.jpg")
    wanted = Selection("COURT", annexes=(lease, photo))
    asked = (stage.id, Track.ADMINISTRATIVE, RECIPIENT, BASIS, Language.NL, wanted)
    made = desk.prepare(stage.unit(), *asked)
    with stage.by("second", "03-21") as work:
        kept = annexing.list_annexes(work, stage.id, made.id)
        name, shown = annexing.read_annex(work, stage.id, made.id, 2)
        assert (name, shown) == (f"{kept[0].dossier_id}-annex-2.pdf", kept[1].pdf)
        with pytest.raises(NotFound):
            annexing.read_annex(work, stage.id, made.id, 3)
        assert [one.whole for one in kept] == [True, False]
    who_approves_opened_every_annex(stage, made)
    stage.approve(made)
    stage.issue(made)
    with stage.by("officer", "03-22") as work:
        sealed = issue.read_package(work, stage.id, made.id)[1]
    files = verify.unpack(sealed)[1]
    assert [files[f"data/annexes/annex-{n}.pdf"] for n in (1, 2)] == [one.pdf for one in kept]
    listed = list(csv.DictReader(io.StringIO(files["data/annexes.csv"].decode("utf-8-sig"))))
    assert [row["sha256"] for row in listed] == [one.sha256 for one in kept]
    assert kept[0].sha256.encode() in files[verify.PDF]
    found(tmp_path, files)


@pytest.mark.pdf
def test_what_is_taken_out_is_in_no_byte_that_goes_out(stage):
    """The words of the finding, and of a document that goes along whole as the original too."""
    number = stage.hand_in(handed_in.pdf("The lender signed", "Page two"), "huur.pdf")
    with stage.by("officer", "03-20") as work:
        lease = work.session.scalars(select(Document.id).where(Document.title == "huur.pdf")).one()
    taken = (
        Taken("HAND_OTHERS", "no party", "lender"),
        Taken("HAND_TIP", "who told it", document=lease, area=Area(2, 0, 0, 100, 30)),
    )
    wanted = Selection("COURT", annexes=(lease,), taken=taken)
    made = desk.prepare(
        stage.unit(), stage.id, Track.ADMINISTRATIVE, RECIPIENT, BASIS, Language.NL, wanted
    )
    stage.approve(made)
    stage.issue(made)
    with stage.by("officer", "03-22") as work:
        files = verify.unpack(issue.read_package(work, stage.id, made.id)[1])[1]
    assert f"data/evidence/B{number}.pdf" not in files
    for name, body in files.items():
        said = b"".join(streams(body)) if body.startswith(b"%PDF-") else body
        for word in (b"lender", b"Page two"):
            assert word.lower() not in said.lower(), name
    text = " ".join("".join(pages(files[verify.PDF])).split())
    assert "The [weggelaten] cannot carry the loan." in text
    assert "deel van bijlage 1, bladzijde 2" in text
    annex = " ".join("".join(pages(files["data/annexes/annex-1.pdf"])).split())
    assert f"{RECIPIENT} · 20 maart 2026" in annex
    assert "lender" not in annex


def streams(pdf):
    """Every byte of a PDF, its streams unpacked, its letters as words."""
    yield pdf
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for item in document.objects:
            if isinstance(item, pikepdf.Stream):
                with suppress(pikepdf.PdfError):
                    yield item.read_bytes()
            if isinstance(item, pikepdf.Dictionary) and "/Alt" in item:
                yield str(item["/Alt"]).encode()
    yield "".join(pages(pdf)).encode()


def who_approves_opened_every_annex(stage, made):
    """The pages and one of two annexes are not enough; what its author opened does not count."""
    with stage.by("second", "03-21") as work:
        issue.read_dossier(work, stage.id, made.id)
    with stage.by("officer", "03-21") as work:
        annexing.read_annex(work, stage.id, made.id, 1)
        assert annexing.list_unopened(work, stage.id, made.id) == ()
    with stage.by("second", "03-21") as work:
        assert annexing.list_unopened(work, stage.id, made.id) == (1,)
        request = _approving.standing(work, DOSSIER, work.session.get_one(Dossier, made.id))
        assert approvals.open_request(work, request.id).annexes == (1,)
        with pytest.raises(NotAllowed, match="not opened these annexes yet: 1") as refusal:
            issue.approve_dossier(work, stage.id, made.id, made.content_sha256)
        assert refusal.value.where["annexes"] == "1"


def found(tmp_path, files):
    """The check finds each annex again, and says which one is another."""
    path = tmp_path / "package.zip"
    path.write_bytes(verify.pack("package", files))
    checks = {check.name: check for check in checking.checks_of(path)}
    assert checks["data/annexes/annex-2.pdf"].ok
    files["data/annexes/annex-1.pdf"] += b" "
    path.write_bytes(verify.pack("package", files))
    wrong = [check for check in checking.checks_of(path) if not check.ok]
    assert any("is not the annex that is listed" in check.detail for check in wrong)


def test_a_document_with_named_readers_or_of_another_kind_does_not_go_along(stage):
    secret = handed(stage, handed_in.pdf("x"), "geheim.pdf", restricted=True)
    text = handed(stage, b"plain words", "tekst.txt")
    for one in (secret, text):
        with pytest.raises(NotAllowed, match="cannot go along as an annex"):
            chosen(stage, one)
    with stage.by("officer", "03-20") as work:
        page = composing.open_composer(work, stage.id, Language.EN, Selection())
        assert {one.document.title: one.rule for one in page.documents if not one.goes} == {
            "geheim.pdf": "NAMED",
            "tekst.txt": "FORM",
        }


def test_where_somebody_is_protected_only_what_can_be_read_goes_along(stage):
    stage.protect()
    named = handed(stage, handed_in.pdf("Mirte Zonneveld slept here"), "naam.pdf")
    photo = handed(stage, handed_in.photo(), "foto.jpg")
    plain = handed(stage, handed_in.pdf("The lease"), "huur.pdf")
    for one in (named, photo):
        with pytest.raises(NotAllowed, match="Annex 1 may name somebody who is protected"):
            annexing.remade(chosen(stage, one))
    assert annexing.remade(chosen(stage, plain))[0].pages == 2


def test_an_annex_of_another_version_does_not_go_along(stage):
    plain = handed(stage, handed_in.pdf("The lease"), "huur.pdf")
    annexes = annexing.remade(chosen(stage, plain, track=Track.CRIMINAL, reader=""))
    wanted = Selection("COURT", annexes=(plain,))
    asked = (stage.id, Track.ADMINISTRATIVE, RECIPIENT, BASIS, Language.NL, wanted, annexes)
    with (
        stage.by("officer", "03-20") as work,
        pytest.raises(NotAllowed, match="belongs to another version"),
    ):
        issue.compose_dossier(work, *asked)


def test_who_may_not_prepare_chooses_nothing(stage):
    with pytest.raises(AccessDenied), stage.by("second", "03-20") as work:
        annexing.choose_annexes(work, stage.id, Track.CRIMINAL, Language.NL, Selection())


def test_who_reads_no_advice_takes_no_annex_of_a_dossier_that_tells_of_it(work_of, actors, ink):
    road = Advised(work_of, actors)
    with road.by("officer", "04-21") as work:
        content = handed_in.pdf("De huur is laag")
        told = {"title": "huur.pdf", "kind": "K01"}
        lease = documents.add_document(work, road.id, "huur.pdf", content, **told).id
    wanted = Selection("COURT", annexes=(lease,))
    by = (road.id, Track.ADMINISTRATIVE, "Burgemeester", BASIS, Language.NL, wanted)
    made = desk.prepare(lambda: road.by("officer", "04-22"), *by)
    for read in (annexing.list_unopened, annexing.list_annexes):
        with pytest.raises(AccessDenied), road.by("mayor", "04-22") as work:
            read(work, road.id, made.id)
    with pytest.raises(AccessDenied), road.by("mayor", "04-22") as work:
        annexing.read_annex(work, road.id, made.id, 1)


def test_an_annex_that_cannot_be_drawn_is_named(stage):
    whole = handed(stage, handed_in.pdf("De huur is laag"), "huur.pdf")
    broken = handed(stage, b"%PDF-1.7 nonsense", "kapot.pdf")
    with pytest.raises(Invalid, match=r"Annex 2, kapot\.pdf: The file is damaged") as refusal:
        annexing.remade(chosen(stage, whole, broken))
    assert refusal.value.where["annex"] == 2
    assert "save it again" in refusal.value.hint
