"""Personal data in tips, in the formats Malaysians write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.masking import holds_personal_data, masked

MASKED = [
    # telephones
    ("Hubungi Ali 012-3456789 segera", "Hubungi Ali [☎] segera"),
    ("call 0123456789", "call [☎]"),
    ("011-2345 6789 (Ahmad)", "[☎] (Ahmad)"),
    ("+6012-345 6789", "[☎]"),
    ("+60 12 345 6789!", "[☎]!"),
    ("60123456789", "[☎]"),
    ("0060123456789", "[☎]"),
    ("(6012) 345 6789", "[☎]"),
    ("6 012-345 6789", "[☎]"),
    ("rumah 04-226 1234.", "rumah [☎]."),
    ("03-8892 7018", "[☎]"),
    ("+603-8892 7018", "[☎]"),
    ("tel: 088-123456", "tel: [☎]"),
    ("013.456.7890 wasap", "[☎] wasap"),
    ("Singapura +65 9123 4567", "Singapura [☎]"),
    ("wa.me/60123456789 klik", "wa.me/[☎] klik"),
    ("https://wa.me/60123456789?text=hi", "https://wa.me/[☎]?text=hi"),
    # identity cards
    ("IC 900101-14-5678", "IC [IC]"),
    ("IC 900101145678 menang", "IC [IC] menang"),
    ("no kp: 900101 14 5678", "no kp: [IC]"),
    # accounts and cards
    ("Maybank 1142 3456 7890", "Maybank [№]"),
    ("akaun 512345678901", "akaun [№]"),
    ("CIMB 8001234567", "CIMB [№]"),
    ("BIMB 12-345-67-890123-4", "BIMB [№]"),
    ("kad 4111 1111 1111 1111", "kad [№]"),
    # addresses
    ("emel ali.abu@gmail.com ya", "emel [@] ya"),
    ("siti_2@upm.edu.my", "[@]"),
    # several at once
    ("Ali 900101-14-5678, 012-3456789, ali@a.my", "Ali [IC], [☎], [@]"),
]
KEPT = [
    "PRU15 pada 19 November 2022, 21,173,638 pengundi",
    "RM1,000,000.00 dan RM 2000 sebulan",
    "talian 999, 997 dan 15999",
    "hotline 1-300-88-2525 atau 1800-88-1234",
    "2026-11-25 jam 14:30",
    "25/11/2026 dan 31.8.2026",
    "naik 12.5% kepada 1234567 orang",
    "https://example.com/2026/11/1234567890123?id=900101145678",
    "Akta 588 Seksyen 233(1)(a)",
    "1,234,567,890 undi",
    "P.114 Kepong N.28",
]


@pytest.mark.parametrize(("text", "shown"), MASKED)
def test_personal_data_is_masked(text: str, shown: str) -> None:
    """Fact-checkers need the claim, not whose number it is."""
    assert masked(text) == shown
    assert holds_personal_data(text)


@pytest.mark.parametrize("text", KEPT)
def test_what_is_to_be_checked_is_kept(text: str) -> None:
    """Dates, sums, counts, links and the numbers of offices are what rumours are made of."""
    assert masked(text) == text


@given(st.text(max_size=200))
def test_masking_twice_is_masking_once(text: str) -> None:
    """A mask is never taken for personal data."""
    assert masked(masked(text)) == masked(text)
