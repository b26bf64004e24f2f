"""Whether a message is nearer to a claim that only sounds like the checked one than to that one itself.

"PAS promised not to support UMNO" and "UMNO promised not to support PAS" have the same words; fact-checkers write down
such look-alikes, and a message that comes closer to one of them gets no verdict.
"""

from knowledge.alignment import Alignment, Floats
from knowledge.profile import Profile
from knowledge.text.analysis import Analysis


def other_claim(telling: Floats, alignment: Alignment) -> float:
    """How much nearer the nearest look-alike is than the nearest heading, -1 to 1; 0 without look-alikes.

    Args:
        telling: the weights of the message's terms, shape (terms,).
        alignment: of the message and the entry.
    """
    if not len(alignment.look_alikes.softs):
        return 0.0
    return float(alignment.look_alikes.nearness(telling).max() - alignment.headings.nearness(telling).max())


def other_order(message: Analysis, profile: Profile) -> float:
    """The same by the pairs of words that come in one order (Dice's coefficient), "not" counted as a word."""
    if not profile.look_alikes:
        return 0.0
    likeness = profile.pairs.likeness(message)
    own = len(profile.headings)
    return max(likeness[own:]) - max(likeness[:own])
