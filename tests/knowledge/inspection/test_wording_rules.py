import pytest

from knowledge.entry import Status, Verdict
from knowledge.inspection.wording_rules import any_of, malaysian, private_data, verdict_support, verdict_words
from knowledge.text.language import Language
from tests.knowledge.store.examples import fact_check, guideline, quiz_item

from .conftest import listed, named


@pytest.mark.parametrize(
    ("verdict", "malay", "english"),
    [
        (Verdict.SATIRE, "Ia jenaka sebuah akaun.", "It was a joke of an account."),
        (Verdict.ALTERED, "Gambar itu disunting.", "The picture was edited."),
        (Verdict.FALSE, "SPR menafikannya.", "The EC denied it."),
        (Verdict.TRUE, "Polis mengesahkannya.", "Police confirmed it."),
    ],
)
def test_a_summary_carries_its_verdict(verdict: Verdict, malay: str, english: str):
    """In each language for itself; the words of another verdict carry nothing."""
    good = fact_check(verdict=verdict, summary_ms=malay, summary_en=english)
    assert named(verdict_support(listed(good))) == []
    bad = fact_check(verdict=verdict, summary_ms="Ramai orang berkongsi.", summary_en="Many people share it.")
    assert named(verdict_support(listed(bad))) == [("verdict-unsupported", "a-claim")] * 2
    assert named(verdict_support(listed(bad, Status.PENDING))) == []


def test_words_that_speak_against_the_verdict():
    """A claim that its summary calls untrue is not true, whatever else the summary says."""
    entry = fact_check(
        verdict="true", summary_ms="Polis mengesahkan ia tidak benar.", summary_en="Police confirmed it."
    )
    (finding,) = verdict_support(listed(entry))
    assert "'tidak benar'" in finding.problem


@pytest.mark.parametrize("language", Language)
def test_every_verdict_has_its_words(language: Language):
    """Both lists are whole."""
    assert set(verdict_words(language)) == set(Verdict)


def test_whole_words_only():
    """A star stands for any letters; without it a part of a word is no match."""
    assert any_of(["jejak*"]).search("tiada jejaknya")
    assert not any_of(["jejak"]).search("tiada jejaknya")
    assert not any_of(["not"]).search("noted")


def test_indonesian_words_are_named_with_the_malaysian_ones():
    """In every Malay text, options too; English texts are not looked at."""
    (finding,) = malaysian(listed(guideline(title_ms="Bagaimana?", body_ms="Lihat tautan itu.", body_en="tautan")))
    assert finding.problem == "body_ms has 'tautan', which is Indonesian."
    assert finding.mend == "Malaysians write 'pautan'."
    assert named(malaysian(listed(quiz_item(options_ms=("Pemilu", "b", "c", "d"))))) == [("indonesian", "a-question")]
    assert named(malaysian(listed(fact_check(summary_ms="Bahawasanya SPR, laman dan pautan.")))) == []


@pytest.mark.parametrize(
    "text", ["Call 012-345 6789", "+60123456789", "IC 900101-14-5678", "900101145678", "mail ali@gmail.com now"]
)
def test_private_data_is_found(text: str):
    """Mobile and IC numbers and private addresses, however they are written, whatever the status."""
    assert named(private_data(listed(guideline(body_en=text), Status.PENDING))) == [("private-data", "a-rule")]


@pytest.mark.parametrize(
    "text",
    [
        "03-8892 7018",
        "997",
        "1-300-88-2999",
        "cyber999@cybersecurity.my",
        "013-211 1222",
        "+6013 2111222",
        "RM1,200,000",
    ],
)
def test_public_lines_are_not_private(text: str):
    """Bodies' lines, and mobile numbers that a body publishes, may be told."""
    assert named(private_data(listed(guideline(body_en=text)))) == []
