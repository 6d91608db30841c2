"""Assets of the subject and its circle, with the date, the window, the holder and the payment."""

from datetime import date

from bureau.model import Sale
from bureau.rules.vocabulary import Language, Track
from reports.assembly.assets import assets
from tests.reports.assembly.rich import SECRETS


def test_an_asset_names_holder_price_window_load_and_what_shows_the_payment(made):
    [asset] = made(Track.CRIMINAL).assets
    assert (asset.label, asset.holder, asset.link) == (
        *("Kade 9", "De Ankerplaats B.V.", "het onderwerp zelf"),
    )
    assert (asset.value.minor, asset.acquired) == (45_000_000, "2026-02-02")
    assert asset.within_six_years is True
    assert asset.encumbrances == "hypotheek € 150.000,00 van Havenbank N.V."
    assert "€ 300.000,00 is geen stuk" in asset.funding
    assert asset.other_holder_reason == ""
    assert not any(word in repr(asset) for word in SECRETS)


def test_what_somebody_else_holds_for_the_subject_is_said_to_be_so(rich):
    with rich.file(Language.EN) as file:
        sale = next(s for s in file.work.session.query(Sale) if s.buyer_id == rich.applicant)
        sale.buyer_id, sale.delivered_on = rich.holding, date(2019, 5, 2)
        [asset] = assets(file, rich.order(Language.EN, Track.CRIMINAL))
        assert asset.holder == "Kwakman Holding B.V."
        assert "somebody else than the subject" in asset.other_holder_reason
        assert asset.within_six_years is False


def test_what_belongs_to_strangers_is_no_asset_of_the_case(rich):
    with rich.file() as file:
        sale = next(s for s in file.work.session.query(Sale) if s.buyer_id == rich.applicant)
        stranger = next(s for s in file.work.session.query(Sale) if s.buyer_id != rich.applicant)
        sale.buyer_id = stranger.seller_id
        assert assets(file, rich.order(track=Track.CRIMINAL)) == ()


def test_a_payment_of_which_nothing_is_known_is_said_to_be_so(rich):
    with rich.file() as file:
        for source in list(file.sources):
            if source not in (rich.source, rich.form):
                del file.sources[source]
        [asset] = assets(file, rich.order(track=Track.CRIMINAL))
        assert asset.funding
