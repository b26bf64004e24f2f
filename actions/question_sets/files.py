"""Question sets as files: the template, a set to take home, and a file that somebody sends."""

from pathlib import PurePath
from typing import Final

from actions.attachment import Attachment
from actions.compose import lines, paragraphs
from actions.errors import AttachmentNotFetchedError, AttachmentTooLargeError
from actions.outgoing import FileMessage, payload
from actions.question_sets import views
from actions.question_sets.access import said
from actions.question_sets.keys import QuestionSetKey
from actions.reply import Message, Phrase, Reply
from actions.request import Request
from actions.services import Services
from knowledge.quiz.own_question import OwnQuestion
from knowledge.quiz.question_sets import TITLE_CHARS, read_question_set, template, written_set
from knowledge.quiz.results import ResultFile
from knowledge.quiz.set_codes import read_set_code
from knowledge.quiz.set_columns import column_names
from knowledge.quiz.set_faults import Problem, SetFault
from knowledge.store.outbox import Letter
from knowledge.store.question_set_store import QuestionSet
from knowledge.text.language import Language

_SUFFIXES: Final = (".csv", ".tsv", ".xlsx")
_SHOWN_FAULTS: Final = 12
_NOT_A_SET: Final = frozenset({Problem.NO_HEADER, Problem.NO_TABLE})
_LANE: Final = "question-sets"


def send_template(request: Request, services: Services) -> Reply:
    """The workbook to fill in, in the person's language."""
    return _send(template(request.language), request, services)


def send_set(found: QuestionSet, request: Request, services: Services) -> Reply:
    """The set as a workbook; sent back under the same name it replaces the set."""
    return _send(written_set(found.code, list(found.questions), request.language), request, services)


def take_file(request: Request, services: Services) -> Reply | None:
    """A table somebody sent: a new set, or the newer text of the set whose code is the file's name.

    Nothing is stored while a line has a fault. None when the file is no question set at all.
    """
    attachment = request.attachment
    if attachment is None or attachment.is_picture or PurePath(attachment.name.lower()).suffix not in _SUFFIXES:
        return None
    try:
        reading = read_question_set(attachment.read())
    except (AttachmentTooLargeError, AttachmentNotFetchedError):
        return None
    if any(fault.problem in _NOT_A_SET for fault in reading.faults):
        return None
    if reading.faults:
        return said(_faults(reading.faults, request.language), request)
    return _store(attachment, reading.questions, request, services)


def _store(attachment: Attachment, questions: list[OwnQuestion], request: Request, services: Services) -> Reply:
    stem, now = PurePath(attachment.name).stem, services.clock()
    code = read_set_code(stem.split(" ")[0])
    replaced = services.question_sets.replace(code, request.person, questions, now) if code else None
    kept = replaced or services.question_sets.add(request.person, _title(stem), questions, now)
    if kept is None:
        return said(Phrase(QuestionSetKey.TOO_MANY_SETS), request)
    key = QuestionSetKey.REPLACED if replaced else QuestionSetKey.SAVED
    told = Message(Phrase(key, {"title": kept.title, "number": len(questions)}))
    return Reply(request.language, (told, views.set_message(kept, 0, request.language, is_owner=True)))


def _title(stem: str) -> str:
    return " ".join(stem.replace("_", " ").split())[:TITLE_CHARS] or "Set"


def _send(file: ResultFile, request: Request, services: Services) -> Reply:
    digest = services.outbox.keep_file(file.content)
    now = services.clock()
    letter = Letter(
        key=f"set-file:{request.person}:{file.name}:{now.timestamp():.3f}",
        address=request.address,
        person=request.person,
        language=request.language,
        payload=payload(FileMessage(file.name, digest)),
        lane=_LANE,
    )
    if not request.address:
        return Reply(request.language, (Message(Phrase(QuestionSetKey.PRIVATE_ONLY)),))
    services.outbox.put([letter], now)
    return said(Phrase(QuestionSetKey.FILE_COMING), request)


def _faults(faults: list[SetFault], language: Language) -> Phrase:
    """The first faults, one a line, and how many more there are."""
    told = [fault_phrase(fault, language) for fault in faults[:_SHOWN_FAULTS]]
    if len(faults) > _SHOWN_FAULTS:
        told.append(Phrase(QuestionSetKey.FAULTS_MORE, {"number": len(faults) - _SHOWN_FAULTS}))
    return paragraphs(Phrase(QuestionSetKey.FAULTS, {"number": len(faults)}), lines(*told))


def fault_phrase(fault: SetFault, language: Language) -> Phrase:
    """What is wrong and how to mend it, with its line and column where it has them."""
    problem = Phrase(QuestionSetKey(f"set-fault-{fault.problem.value}"), dict(fault.params))
    if fault.line is None:
        return problem
    if fault.column is None:
        return Phrase(QuestionSetKey.FAULT_LINE, {"line": fault.line, "problem": problem})
    column = column_names(language)[fault.column]
    return Phrase(QuestionSetKey.FAULT_CELL, {"line": fault.line, "column": column, "problem": problem})
