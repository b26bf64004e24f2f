"""From a message to entries."""

import threading
from dataclasses import replace

import pytest

from knowledge.embedder.hash_embedder import HashEmbedder
from knowledge.evidence import EVIDENCE_NAMES
from knowledge.fusion import Fusion
from knowledge.matching import Decision
from knowledge.reading import NOT_READ, ReadingWeights
from knowledge.retriever import FACT_CHECKS, GUIDELINES, Retriever
from tests.knowledge.conftest import MakeFactCheck, MakeGuideline
from tests.knowledge.pair_reader import FakeReader

WEIGHTS = {"lexical": 6.0, "message_soft": 10.0, "heading_soft": 6.0}
FUSION = Fusion(tuple(WEIGHTS.get(name, 0.0) for name in EVIDENCE_NAMES), -10.0)
BLACK_DOT = "kertas undi ada titik hitam jadi undi rosak"


@pytest.fixture
def retriever() -> Retriever:
    return Retriever(HashEmbedder(), FUSION)


def ids(retriever: Retriever, text: str) -> list[str]:
    return [match.entry.id for match in retriever.search(text)]


def test_empty_retriever_knows_nothing(retriever: Retriever) -> None:
    """Before the first entry every message is an honest "not checked yet"."""
    assert retriever.decide(BLACK_DOT).decision is Decision.NO_MATCH


def test_put_makes_findable_at_once(retriever: Retriever, make_fact_check: MakeFactCheck) -> None:
    """An entry is found right after it is put, with no other step."""
    retriever.put([make_fact_check()])
    assert retriever.decide(BLACK_DOT).decision is Decision.CONFIRMED
    assert len(retriever) == 1


def test_put_replaces_what_was_under_the_id(retriever: Retriever, make_fact_check: MakeFactCheck) -> None:
    """A correction leaves nothing of the old text behind, its link included."""
    retriever.put([make_fact_check()])
    retriever.put(
        [
            make_fact_check(
                claim_ms="Jari getah dipakai menipu dakwat.",
                claim_en="Rubber fingers cheat the ink.",
                source_url="https://sebenarnya.my/jari-getah",
            )
        ]
    )
    assert len(retriever) == 1
    assert retriever.decide(BLACK_DOT).decision is not Decision.CONFIRMED
    assert retriever.decide("jari getah dipakai menipu dakwat").decision is Decision.CONFIRMED
    assert retriever.decide("https://sebenarnya.my/titik-hitam").decision is Decision.NO_MATCH


def test_dropped_entry_is_never_found(retriever: Retriever, make_fact_check: MakeFactCheck) -> None:
    """A withdrawn verdict is not passed on, by words or by link; an unknown id is no error."""
    retriever.put([make_fact_check()])
    retriever.drop(["titik-hitam", "unknown"])
    assert ids(retriever, BLACK_DOT) == []
    assert retriever.decide("https://sebenarnya.my/titik-hitam").decision is Decision.NO_MATCH


def test_link_to_the_source_is_the_entry(retriever: Retriever, make_fact_check: MakeFactCheck) -> None:
    """Whatever words surround it."""
    retriever.put([make_fact_check()])
    found = retriever.decide("tengok ni https://sebenarnya.my/titik-hitam?utm_source=x")
    assert found.decision is Decision.CONFIRMED
    assert found.matches[0].probability == 1.0


def test_either_language_finds_the_entry(retriever: Retriever, make_fact_check: MakeFactCheck) -> None:
    """An entry answers in both languages, whichever it was published in."""
    other = make_fact_check(
        id="jari-getah",
        claim_ms="Jari getah dipakai menipu dakwat kekal.",
        claim_en="Rubber fingers are used to cheat the ink.",
        source_url="https://a.my/jari",
    )
    retriever.put([make_fact_check(), other])
    for text in (BLACK_DOT, "ballot papers with a black dot become spoilt votes?"):
        assert ids(retriever, text)[0] == "titik-hitam"


def test_another_wording_finds_the_entry(retriever: Retriever, make_fact_check: MakeFactCheck) -> None:
    """What people call the claim in words of their own is searched like the claim itself."""
    wordings = ["undi kena tolak sebab ada bintik dakwat"]
    retriever.put(
        [make_fact_check(id="bintik", wordings_ms=wordings), make_fact_check(id="lain", claim_ms="Hal lain.")]
    )
    found = retriever.find(wordings[0])[0]
    assert found.profile.entry.id == "bintik"
    assert found.evidence.heading_cosine > 0.99


def test_other_place_is_not_confirmed(retriever: Retriever, make_fact_check: MakeFactCheck) -> None:
    """A contradicting fact blocks a confirmation however similar the words."""
    retriever.put(
        [
            make_fact_check(
                claim_ms="Deretan bas membawa pengundi hantu ke Kuala Muda.",
                claim_en="A fleet of buses brought phantom voters to Kuala Muda.",
            )
        ]
    )
    assert retriever.decide("deretan bas membawa pengundi hantu ke kuala muda").decision is Decision.CONFIRMED
    assert retriever.decide("deretan bas membawa pengundi hantu ke baling").decision is Decision.SUGGESTED


def test_long_forward_is_matched_by_its_best_part(retriever: Retriever, make_fact_check: MakeFactCheck) -> None:
    """Greetings and calls to share around a claim do not hide it."""
    retriever.put([make_fact_check()])
    forward = (
        "Assalamualaikum semua ahli kumpulan yang dikasihi sekalian, semoga sihat hendaknya.\n"
        f"{BLACK_DOT}.\nSebarkan kepada semua kenalan, keluarga dan jiran tetangga supaya mereka tahu."
    )
    assert retriever.decide(forward).matches[0].entry.id == "titik-hitam"


def test_reading_keeps_a_sure_match_from_being_confirmed(make_fact_check: MakeFactCheck) -> None:
    """What the cross-encoder reads counts, and is asked for once: a decision is remembered."""
    reader = FakeReader(lambda *_: -20.0)
    reading = ReadingWeights(judged=1.0, read=4.0, intercept=0.0)
    retriever = Retriever(HashEmbedder(), replace(FUSION, reading=reading), reader=reader)
    retriever.put([make_fact_check()])
    assert retriever.decide(BLACK_DOT).decision is Decision.SUGGESTED
    assert retriever.decide(BLACK_DOT).decision is Decision.SUGGESTED
    assert len(reader.read) == 1


def test_guidelines_are_not_read(make_guideline: MakeGuideline) -> None:
    """The cross-encoder learnt claims; an answer about rules is judged as before."""
    reader = FakeReader(lambda *_: -20.0)
    retriever = Retriever(HashEmbedder(), replace(FUSION, reading=NOT_READ), reader=reader)
    retriever.put([make_guideline()])
    assert retriever.decide("bolehkah calon membeli iklan tiktok", GUIDELINES).matches
    assert not reader.read


def test_kinds_are_kept_apart(
    retriever: Retriever, make_fact_check: MakeFactCheck, make_guideline: MakeGuideline
) -> None:
    """Asking for claims never gives a guideline, nor the other way round."""
    retriever.put([make_fact_check(), make_guideline()])
    text = "bolehkah calon membeli iklan tiktok"
    assert {m.entry.id for m in retriever.decide(text, FACT_CHECKS).ranked} <= {"titik-hitam"}
    assert retriever.decide(text, GUIDELINES).matches[0].entry.id == "iklan-politik"


def test_decide_any_takes_a_message_for_a_claim(
    retriever: Retriever, make_fact_check: MakeFactCheck, make_guideline: MakeGuideline
) -> None:
    """Fact-checks come first; a guideline answers only where none may be shown and it surely fits."""
    retriever.put([make_fact_check(), make_guideline()])
    assert retriever.decide_any(BLACK_DOT).matches[0].entry.id == "titik-hitam"
    assert retriever.decide_any(make_guideline().source_url).matches[0].entry.id == "iklan-politik"


def test_searches_and_changes_take_turns(retriever: Retriever, make_fact_check: MakeFactCheck) -> None:
    """Searching while entries come and go neither fails nor finds what was dropped before."""
    failures: list[BaseException] = []

    def search() -> None:
        try:
            for _ in range(30):
                retriever.decide(BLACK_DOT)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=search) for _ in range(3)]
    for thread in threads:
        thread.start()
    for at in range(30):
        retriever.put([make_fact_check(id=f"entry-{at}", source_url=f"https://a.my/{at}")])
        retriever.drop([f"entry-{at}"])
    for thread in threads:
        thread.join()
    assert failures == []
    assert ids(retriever, BLACK_DOT) == []


def test_repeated_message_is_answered_from_what_is_known_now(
    retriever: Retriever, make_fact_check: MakeFactCheck
) -> None:
    """Decisions on repeated messages are kept only until an entry changes or goes."""
    retriever.put([make_fact_check()])
    first = retriever.decide(BLACK_DOT, FACT_CHECKS)
    assert retriever.decide(BLACK_DOT, FACT_CHECKS) is first
    corrected = make_fact_check(summary_ms="SPR mengemas kini penjelasannya.")
    retriever.put([corrected])
    assert retriever.decide(BLACK_DOT, FACT_CHECKS).ranked[0].entry == corrected
    retriever.drop([corrected.id])
    assert retriever.decide(BLACK_DOT, FACT_CHECKS).ranked == ()
