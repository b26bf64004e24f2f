"""`safertogether ask`: what the bot knows of a message."""

from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.options import DatabaseOption, DataOption, JsonOption, is_own_knowledge, print_json, settings_for

if TYPE_CHECKING:
    from knowledge.matching import MatchDecision
    from knowledge.text.detect import Detected

_HEADLINES = {
    "confirmed": "Confirmed: this is what the message is about.",
    "suggested": "Suggested: one of these may be meant.",
    "no_match": "No match: nothing known about this.",
}


def ask(
    text: Annotated[str, typer.Argument(help="The message.")],
    as_json: JsonOption = False,
    database: DatabaseOption = None,
    data: DataOption = None,
) -> None:
    """Ask about a message, as a voter would."""
    from bot.wiring import open_knowledge
    from knowledge.text.detect import detect_language

    knowledge = open_knowledge(settings_for(database, data), seeded=is_own_knowledge(database, data))
    try:
        decision, detected = knowledge.retriever.decide_any(text), detect_language(text)
    finally:
        knowledge.close()
    if as_json:
        print_json(_as_dict(decision, detected))
    else:
        _print(decision, detected)


def _as_dict(decision: "MatchDecision", detected: "Detected") -> dict[str, object]:
    return {
        "decision": decision.decision.value,
        "language": detected.foreign or detected.language.value,
        "matches": [
            {"id": match.entry.id, "probability": round(match.probability, 4), "kind": match.entry.kind.value}
            for match in decision.matches
        ],
    }


def _print(decision: "MatchDecision", detected: "Detected") -> None:
    from knowledge.entry import FactCheck

    typer.echo(_HEADLINES[decision.decision.value])
    language = detected.language
    for match in decision.matches:
        entry = match.entry
        if isinstance(entry, FactCheck):
            said = entry.claim(language) or entry.claim(language.other)
            what = entry.summary(language) or entry.summary(language.other)
            typer.echo(f"\n[{match.probability:.2f}] {entry.id}\n{entry.verdict.value.upper()}: {said}\n{what}")
            typer.echo(f"{entry.publisher}, {entry.review_date or 'undated'}: {entry.source_url}")
        else:
            typer.echo(
                f"\n[{match.probability:.2f}] {entry.id}\n{entry.title(language) or entry.title(language.other)}"
            )
            typer.echo(f"{entry.body(language) or entry.body(language.other)}")
            typer.echo(f"{entry.owner}, as of {entry.as_of or 'no date'}: {entry.source_url}")
