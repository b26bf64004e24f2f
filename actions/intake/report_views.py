"""What an import would do, did, or could not do, in the reader's language."""

from collections.abc import Iterable, Iterator, Sequence

from actions.compose import lines, paragraphs
from actions.intake.keys import IntakeKey
from actions.reply import Phrase
from knowledge.store.entry_store import SaveReport
from knowledge.text.language import Language
from knowledge.transfer import ImportReport, LineFault
from knowledge.transfer.fault_malay import in_malay, malay_fault

_MOST_LINES = 10
"""More would be several screens: the command line shows all."""


def preview(name: str, report: ImportReport, save: SaveReport) -> Phrase:
    """What would change, and what is known already or perhaps."""
    counts = {"added": save.added, "changed": save.changed, "unchanged": save.unchanged}
    told = [Phrase(IntakeKey.PREVIEW, {"name": name, **counts})]
    if report.known:
        told.append(Phrase(IntakeKey.KNOWN, {"count": len(report.known)}))
    noted = list(_noted(report))
    if noted:
        told.append(_some(noted))
    return paragraphs(*told)


def _noted(report: ImportReport) -> Iterator[Phrase]:
    for known in report.known:
        if known.other_verdict is not None:
            verdict = known.other_verdict.value
            yield Phrase(IntakeKey.DIFFERS, {"line": known.line, "id": known.entry_id, "verdict": verdict})
    for alike in report.alike:
        names: dict[str, str | int] = {"line": alike.line, "id": alike.entry_id, "known": alike.known_id}
        if alike.same_page:
            yield Phrase(IntakeKey.SAME_PAGE, names)
        else:
            yield Phrase(IntakeKey.ALIKE, {**names, "percent": round(100 * alike.probability)})


def faults(name: str, found: Sequence[LineFault], language: Language) -> Phrase:
    """What is wrong with the file, line by line."""
    heading = Phrase(IntakeKey.FAULTS, {"name": name, "count": len(found)})
    told = [malay_fault(fault) if language is Language.MS else fault for fault in found]
    return paragraphs(heading, _some([_fault(fault) for fault in told]))


def unreadable(problem: str, language: Language) -> Phrase:
    """Why the file cannot be read at all."""
    return Phrase(IntakeKey.UNREADABLE, {"problem": in_malay(problem) if language is Language.MS else problem})


def _fault(fault: LineFault) -> Phrase:
    told: dict[str, str | int] = {"line": fault.line, "problem": fault.problem, "mend": fault.mend}
    if fault.field is None:
        return Phrase(IntakeKey.FAULT, told)
    return Phrase(IntakeKey.FAULT_OF_FIELD, {**told, "field": fault.field})


def _some(told: Sequence[Phrase]) -> Phrase:
    left = len(told) - _MOST_LINES
    more: Iterable[Phrase] = [Phrase(IntakeKey.MORE_LINES, {"count": left})] if left > 0 else ()
    return lines(*told[:_MOST_LINES], *more)
