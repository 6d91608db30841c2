"""A code of an app counts in its half minute and the ones beside it, and never again."""

import pyotp
import pytest

from bureau.trust import codes

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
AT = 1_772_442_000.0
STEP = int(AT // codes.SECONDS)


def code(off=0):
    return pyotp.TOTP(SECRET).generate_otp(STEP + off)


@pytest.mark.parametrize("off", [-1, 0, 1])
def test_a_code_counts_around_its_half_minute(off):
    assert codes.step_of(SECRET, code(off), AT, 0) == STEP + off


@pytest.mark.parametrize("off", [-3, -2, 2, 3])
def test_an_old_or_early_one_does_not(off):
    assert codes.step_of(SECRET, code(off), AT, 0) is None


def test_warehouse_tob_26_9_a_used_code_stays_used_however_it_is_written():
    plain = code()
    for written in (plain, f" {plain} ", f"{plain[:3]} {plain[3:]}", f"{plain}\t"):
        assert codes.step_of(SECRET, written, AT, STEP - 1) == STEP
        assert codes.step_of(SECRET, written, AT, STEP) is None


@pytest.mark.parametrize("given", ["", "12345", "1234567", "abcdef", "١٢٣٤٥٦", "-12345", "0x1234"])
def test_what_is_no_code_is_none(given):
    assert codes.step_of(SECRET, given, AT, 0) is None


def test_the_address_names_house_and_login_and_a_secret_is_long():
    made = codes.new_secret()
    assert len(made) == 32
    assert codes.address(made, "j.bakker") == (
        f"otpauth://totp/Bureau:j.bakker?secret={made}&issuer=Bureau"
    )


def test_a_code_on_paper_is_known_by_a_mark_of_its_owner_only():
    mark = codes.paper_mark("one", "ABCDE-23456")
    assert mark == codes.paper_mark("one", " abcde 23456 ")
    assert mark != codes.paper_mark("other", "ABCDE-23456")
    assert "ABCDE" not in mark
