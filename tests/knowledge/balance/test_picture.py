from io import BytesIO

import pytest
from matplotlib.image import imread

from knowledge.balance.picture import WORDS, balance_picture
from knowledge.balance.tally import balance
from knowledge.balance.topic_names import topic_name
from knowledge.entry import Topic
from knowledge.store.demand import Asking, Fate, TipFate
from knowledge.text.language import Language
from tests.knowledge.balance.test_tally import ENTRIES, fact_check


@pytest.mark.parametrize("language", list(Language))
def test_the_picture_is_drawn_in_both_languages(language: Language):
    """A PNG of the promised width that is not blank."""
    found = balance(ENTRIES, [Asking("2026-01", "a")], [TipFate("2026-02", Fate.OPEN)])
    pixels = imread(BytesIO(balance_picture(found, language)))
    assert pixels.shape[1] == 1320
    assert pixels[..., :3].std() > 0.05


@pytest.mark.parametrize("count", [0, 1])
def test_little_or_nothing_is_a_picture_too(count: int):
    """A new base has a report, with warnings from the library as errors."""
    entries = [fact_check(f"e{n}", review_date=None) for n in range(count)]
    assert balance_picture(balance(entries, [], []), Language.MS).startswith(b"\x89PNG")


def test_many_publishers_and_months_do_not_widen_it():
    """What does not fit is left out: the first publishers and the last months stay."""
    entries = [
        fact_check(f"e{n}", publisher=f"Badan {n}", review_date=f"{2015 + n // 12}-{n % 12 + 1:02}") for n in range(100)
    ]
    assert imread(BytesIO(balance_picture(balance(entries, [], []), Language.EN))).shape[1] == 1320


def test_every_topic_has_its_two_names():
    """No topic is shown by its code, and no two alike."""
    for language in Language:
        assert len({topic_name(topic, language) for topic in Topic}) == len(Topic)
    assert WORDS.keys() == set(Language)
