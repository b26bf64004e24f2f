"""Where and when an entry applies."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, StringConstraints, model_validator

from knowledge.constrained import Day


class State(StrEnum):
    """Malaysia's states and federal territories."""

    JOHOR = "johor"
    KEDAH = "kedah"
    KELANTAN = "kelantan"
    KUALA_LUMPUR = "kuala-lumpur"
    LABUAN = "labuan"
    MELAKA = "melaka"
    NEGERI_SEMBILAN = "negeri-sembilan"
    PAHANG = "pahang"
    PERAK = "perak"
    PERLIS = "perlis"
    PULAU_PINANG = "pulau-pinang"
    PUTRAJAYA = "putrajaya"
    SABAH = "sabah"
    SARAWAK = "sarawak"
    SELANGOR = "selangor"
    TERENGGANU = "terengganu"


# A sort of election, or one election: pru15, prn-sabah-2025, prk-ayer-kuning-2025.
Election = Annotated[
    str, StringConstraints(pattern=r"^(federal|state|by-election|pru\d{1,2}|pr[nk](-[a-z0-9]+)+-\d{4})$", max_length=56)
]


class Scope(BaseModel):
    """Where and when an entry applies; what is left out does not narrow it.

    Attributes:
        states: the states it applies to; empty means all.
        election: the sort of election, or the one election, that it applies to.
        valid_from: the first day on which it holds.
        valid_until: the last day on which it holds.
    """

    states: tuple[State, ...] = ()
    election: Election | None = None
    valid_from: Day | None = None
    valid_until: Day | None = None

    def is_past(self, today: date) -> bool:
        """Whether its last day is over; `today` is the day in Malaysia."""
        return self.valid_until is not None and date.fromisoformat(self.valid_until) < today

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> "Scope":
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            raise ValueError("valid_until comes before valid_from")
        return self
