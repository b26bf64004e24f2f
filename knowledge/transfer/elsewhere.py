"""What other formats give, made into rows of entries."""

from collections.abc import Iterable, Mapping

from knowledge.entry import Verdict
from knowledge.transfer import claim_review, claim_search
from knowledge.transfer.faults import LineFault
from knowledge.transfer.fields import Record
from knowledge.transfer.json_document import Item
from knowledge.transfer.reviews import Review, entry_row
from knowledge.transfer.source import Row


def entry_rows(items: Iterable[Item], decided: Mapping[str, Verdict]) -> tuple[list[Row], list[LineFault]]:
    """The entries that objects are or hold: reviews by their format, anything else as it is.

    Args:
        items: the objects of a document, or of the lines of a file.
        decided: what a person decided about publishers' ratings (see `ratings.verdict_of`).
    """
    rows: list[Row] = []
    reviews: dict[object, Record] = {}
    faults: list[LineFault] = []
    for item in items:
        for found in _reviews_or_row(item):
            made = entry_row(found, decided) if isinstance(found, Review) else found
            if isinstance(made, Row):
                is_repeated = made.is_review and reviews.get(made.record["id"]) == made.record
                if not is_repeated:  # answers list a review under every claim it fits
                    rows.append(made)
                if made.is_review:
                    reviews.setdefault(made.record["id"], made.record)
            else:
                faults += [made] if isinstance(made, LineFault) else made
    return rows, faults


def _reviews_or_row(item: Item) -> Iterable[Review | LineFault | Row]:
    if claim_review.is_json_ld(item.record):
        return claim_review.reviews_in(item)
    if claim_search.is_found_claim(item.record) or item.where.startswith("claims["):
        return claim_search.reviews_in(item)
    return [Row(item.line, item.record)]
