"""The balance of the published fact-checks on one picture."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from knowledge.balance.tally import UNDATED, Balance, Verdicts
from knowledge.balance.topic_names import topic_name
from knowledge.entry import Topic, Verdict
from knowledge.feeds.verdict_names import verdict_name
from knowledge.text.language import Language

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_WIDTH_IN, _DPI = 12.0, 110
_MOST_PUBLISHERS: Final = 15
_MOST_MONTHS: Final = 36
_TEXT, _PALE, _GRID = "#1b1f24", "#57606a", "#e4e7eb"
# Okabe and Ito's palette, told apart by the colour-blind (https://jfly.uni-koeln.de/color/).
_COLOURS: Final[Mapping[Verdict, str]] = {
    Verdict.FALSE: "#D55E00",
    Verdict.MISLEADING: "#E69F00",
    Verdict.MISSING_CONTEXT: "#F0E442",
    Verdict.ALTERED: "#CC79A7",
    Verdict.UNPROVEN: "#999999",
    Verdict.SATIRE: "#56B4E9",
    Verdict.TRUE: "#009E73",
}
_ASKED: Final = (("shown", "#0072B2"), ("answered", "#6db8e0"), ("open", "#5b3a8c"), ("closed", "#cccccc"))
_ROOM_FOR_LEGEND: Final = 1.4


@dataclass(frozen=True)
class Words:
    """What stands on the picture besides names."""

    title: str
    topics: str
    publishers: str
    months: str
    coverage: str
    shown: str
    answered: str
    open: str
    closed: str
    nothing: str


WORDS: Final[Mapping[Language, Words]] = {
    Language.MS: Words(
        title="{count} semakan fakta yang diterbitkan",
        topics="Mengikut topik",
        publishers="Mengikut penyemak ({shown} teratas daripada {count})",
        months="Mengikut bulan semakan ({undated} tanpa bulan)",
        coverage="Apa yang ditanya, mengikut bulan",
        shown="Orang yang ditunjukkan jawapan",
        answered="Maklumat awam yang dijawab",
        open="Maklumat awam yang menunggu",
        closed="Maklumat awam yang ditutup",
        nothing="Belum ada soalan",
    ),
    Language.EN: Words(
        title="{count} published fact-checks",
        topics="By topic",
        publishers="By who checked (first {shown} of {count})",
        months="By month of the review ({undated} without a month)",
        coverage="What was asked, by month",
        shown="People shown an answer",
        answered="Tips answered",
        open="Tips that wait",
        closed="Tips closed",
        nothing="No questions yet",
    ),
}


def balance_picture(found: Balance, language: Language) -> bytes:
    """A PNG, 1,320 pixels wide: verdicts by topic, by publisher and by month, and what was asked."""
    from matplotlib.figure import Figure  # takes seconds to load, and few processes ever need it

    words = WORDS[language]
    figure = Figure(figsize=(_WIDTH_IN, 11.5), dpi=_DPI, facecolor="white", layout="constrained")
    (topics, publishers), (months, coverage) = figure.subplots(2, 2, height_ratios=(1.25, 1))
    figure.suptitle(words.title.format(count=found.total.total()), fontsize=17, color=_TEXT, fontweight="bold")
    named = {topic_name(Topic(topic), language): verdicts for topic, verdicts in found.by_topic.items()}
    _bars_across(topics, words.topics, named)
    first = dict(list(found.by_publisher.items())[:_MOST_PUBLISHERS])
    heading = words.publishers.format(shown=len(first), count=len(found.by_publisher))
    _bars_across(publishers, heading, first)
    dated = {month: verdicts for month, verdicts in found.by_month.items() if month != UNDATED}
    undated = found.total.total() - sum(verdicts.total() for verdicts in dated.values())
    _bars_up(months, words.months.format(undated=undated), list(dated)[-_MOST_MONTHS:], _layers(dated))
    _coverage(coverage, found, words)
    _legend(figure, found.total, language)
    out = io.BytesIO()
    figure.savefig(out, format="png")
    return out.getvalue()


def _layers(found: Mapping[str, Verdicts]) -> list[tuple[str, Mapping[str, int]]]:
    """For each verdict its colour and its count by key."""
    return [(_COLOURS[verdict], {key: verdicts[verdict] for key, verdicts in found.items()}) for verdict in Verdict]


def _bars_across(axes: "Axes", heading: str, found: Mapping[str, Verdicts]) -> None:
    keys = list(found)
    left = [0] * len(keys)
    for colour, counts in _layers(found):
        axes.barh(keys, [counts[key] for key in keys], left=left, color=colour, height=0.72)
        left = [at + counts[key] for at, key in zip(left, keys, strict=True)]
    for place, total in enumerate(left):
        axes.text(total, place, f" {total}", va="center", color=_PALE, fontsize=9)
    axes.invert_yaxis()
    _plain(axes, heading)
    axes.grid(axis="x", color=_GRID)


def _bars_up(axes: "Axes", heading: str, keys: Sequence[str], layers: Sequence[tuple[str, Mapping[str, int]]]) -> None:
    bottom = [0] * len(keys)
    for colour, counts in layers:
        axes.bar(range(len(keys)), [counts[key] for key in keys], bottom=bottom, color=colour, width=0.8)
        bottom = [at + counts[key] for at, key in zip(bottom, keys, strict=True)]
    step = max(1, len(keys) // 8)
    axes.set_xticks(range(0, len(keys), step), [keys[place] for place in range(0, len(keys), step)], rotation=30)
    axes.locator_params(axis="y", integer=True)
    _plain(axes, heading)
    axes.grid(axis="y", color=_GRID)


def _coverage(axes: "Axes", found: Balance, words: Words) -> None:
    months = list(found.coverage)[-_MOST_MONTHS:]
    if not months:
        axes.text(0.5, 0.5, words.nothing, ha="center", va="center", color=_PALE, transform=axes.transAxes)
        axes.set_xticks([])
        axes.set_yticks([])
        _plain(axes, words.coverage)
        return
    layers = [
        (colour, {month: getattr(each, name) for month, each in found.coverage.items()}) for name, colour in _ASKED
    ]
    _bars_up(axes, words.coverage, months, layers)
    names = (words.shown, words.answered, words.open, words.closed)
    axes.set_ylim(top=axes.get_ylim()[1] * _ROOM_FOR_LEGEND)
    axes.legend(axes.containers, names, frameon=False, fontsize=9, labelcolor=_TEXT, loc="upper left", ncols=2)


def _plain(axes: "Axes", heading: str) -> None:
    axes.set_title(heading, loc="left", fontsize=12, color=_TEXT)
    axes.tick_params(colors=_TEXT, labelsize=9, length=0)
    axes.set_axisbelow(True)
    for side in axes.spines.values():
        side.set_visible(False)


def _legend(figure: "Figure", total: Verdicts, language: Language) -> None:
    from matplotlib.patches import Patch

    names = [f"{verdict_name(verdict, language)} ({total[verdict]})" for verdict in Verdict]
    patches = [Patch(color=_COLOURS[verdict]) for verdict in Verdict]
    figure.legend(patches, names, loc="outside lower center", ncols=len(names), frameon=False, labelcolor=_TEXT)
