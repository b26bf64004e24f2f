"""The training data: complete, distinct, and apart from what is measured on."""

import json
import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from knowledge.text.words import words_of
from nlu.evaluation import read_examples
from nlu.intents import Intent

PROJECT = Path(__file__).parents[2]
DATA = PROJECT / "nlu" / "data"
HELD_OUT = PROJECT / "tests" / "quality" / "nlu_heldout.jsonl"
LARGE = {
    Intent.CHECK_CLAIM,
    Intent.ASK_GUIDELINE,
    Intent.ASK_VOTER_INFO,
    Intent.ASK_LITERACY,
    Intent.OUT_OF_SCOPE,
}
ENTITY = re.compile(r"\[(?P<typed>[^\]]+)\](?:\((?P<name>\w+)\)|(?P<details>\{[^}]*\}))")
ENTITIES = {"platform", "organisation", "state", "language", "class_code"}


@cache
def lines_of(intent: Intent) -> tuple[str, ...]:
    """The examples of one intent, as they stand in its file."""
    path = DATA / f"{intent}.yml"
    assert f"- intent: {intent}\n" in path.read_text(encoding="utf-8")
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(line.strip()[2:] for line in lines if line.startswith("    - "))


def key_of(text: str) -> str:
    """A text without entity marks, letter case, punctuation and short forms."""
    plain = ENTITY.sub(lambda found: found["typed"], text)
    return " ".join(words_of(plain)) or plain.strip()


def test_there_is_one_file_for_each_intent() -> None:
    """Every intent has its file, and no file is left without an intent (entities.yml holds the lookup lists)."""
    files = {path.stem for path in DATA.glob("*.yml")}
    assert files, f"no data in {DATA}"
    assert files == {intent.value for intent in Intent} | {"entities"}


@pytest.mark.parametrize("intent", list(Intent))
def test_enough_distinct_examples(intent: Intent) -> None:
    """At least 70 distinct utterances an intent, 150 where meanings are many."""
    keys = [key_of(line) for line in lines_of(intent)]
    assert len(set(keys)) == len(keys), sorted({key for key in keys if keys.count(key) > 1})
    assert len(keys) >= (150 if intent in LARGE else 70)


def test_no_utterance_has_two_intents() -> None:
    """The same words cannot mean two things."""
    meanings = defaultdict(set)
    for intent in Intent:
        for line in lines_of(intent):
            meanings[key_of(line)].add(intent)
    assert len(meanings) > 2000
    assert not {key: intents for key, intents in meanings.items() if len(intents) > 1}


def test_nothing_measured_was_trained_on() -> None:
    """No held-out utterance is an example."""
    held_out = {key_of(example.text) for example in read_examples(HELD_OUT)}
    assert len(held_out) > 900
    trained = {key_of(line) for intent in Intent for line in lines_of(intent)}
    assert not held_out & trained


def test_no_example_begins_with_a_slash() -> None:
    """Rasa reads such a line as the name of an intent."""
    assert not [line for intent in Intent for line in lines_of(intent) if line.startswith("/")]


@pytest.mark.parametrize("intent", list(Intent))
def test_entity_marks_are_whole(intent: Intent) -> None:
    """Entities have known names, and their marks are closed."""
    for line in lines_of(intent):
        for found in ENTITY.finditer(line):
            name = found["name"] or json.loads(found["details"])["entity"]
            assert name in ENTITIES, line
        rest = ENTITY.sub("", line)
        assert not re.search(r"\]\(\w+\)|\]\{", rest), line


def test_domain_lists_the_intents_and_entities() -> None:
    """nlu/domain.yml is what Rasa may answer; nlu/intents.py is what we understand: they are one list."""
    listed = re.findall(r"^  - (\w+)$", (PROJECT / "nlu" / "domain.yml").read_text(encoding="utf-8"), re.MULTILINE)
    assert listed
    assert listed[: len(Intent)] == [intent.value for intent in Intent]
    assert set(listed[len(Intent) :]) == ENTITIES


def test_lookups_name_the_longer_first() -> None:
    """Of "mycheck malaysia" and "mycheck" the longer must be tried first, or it is never found."""
    text = (DATA / "entities.yml").read_text(encoding="utf-8")
    lookups = re.findall(r"- lookup: (\w+)\n  examples: \|\n((?:    - .+\n)+)", text)
    assert {name for name, _ in lookups} == ENTITIES - {"class_code"}
    for _, block in lookups:
        names = [line.strip()[2:] for line in block.splitlines()]
        assert len(set(names)) == len(names)
        for place, name in enumerate(names):
            assert not [later for later in names[place + 1 :] if re.search(rf"\b{re.escape(name)}\b", later)], name
