"""A whole entry, typed step by step."""

from tests.actions.desk.desk_world import Somebody

CLAIM_MS = "Mesin undi elektronik digunakan dalam PRN Johor."
SUMMARY_MS = "SPR berkata tiada mesin undi elektronik digunakan; semua undi dikira dengan tangan."
CLAIM_EN = "Electronic voting machines are used in the Johor state election."
SUMMARY_EN = "The EC says no electronic machines are used; all votes are counted by hand."
PUBLISHER = "SPR, Bernama report in The Star"
SOURCE = "https://www.bernama.com/bm/news.php?id=1"
STEPS = (
    "claim_ms", "summary_ms", "claim_en", "summary_en", "verdict", "publisher", "sources", "claim_date", "review_date",
    "topic", "states", "election", "valid_until", "review_by",
)  # fmt: skip
GOOD = {
    "claim_ms": CLAIM_MS,
    "summary_ms": SUMMARY_MS,
    "claim_en": CLAIM_EN,
    "summary_en": SUMMARY_EN,
    "verdict": "false",
    "publisher": PUBLISHER,
    "sources": SOURCE,
    "claim_date": "1/3/2026",
    "review_date": "2 Mac 2026",
    "topic": "ballots-counting",
    "states": "Johor",
    "election": "PRN Johor 2026",
    "valid_until": "21/11/2026",
    "review_by": "1/6/2026",
}
ENTRY_ID = "electronic-voting-machines-are-used-in-the-johor"


def answer_until(member: Somebody, step: str) -> Somebody:
    """Answer every question before this one."""
    for name in STEPS[: STEPS.index(step)]:
        member.says(GOOD[name])
    return member


def write_whole(member: Somebody) -> Somebody:
    """Answer every question of /add, up to the preview."""
    return member.commands("add").types(*(GOOD[name] for name in STEPS))
