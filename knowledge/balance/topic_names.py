"""Topics of fact-checks in words, for reports."""

from collections.abc import Mapping
from typing import Final

from knowledge.entry import Topic
from knowledge.text.language import Language

_NAMES: Final[Mapping[Topic, tuple[str, str]]] = {
    Topic.VOTING_PROCESS: ("Cara mengundi", "Voting process"),
    Topic.VOTER_ELIGIBILITY: ("Kelayakan pengundi", "Voter eligibility"),
    Topic.BALLOTS_COUNTING: ("Kertas undi dan pengiraan", "Ballots and counting"),
    Topic.CANDIDATES_PARTIES: ("Calon dan parti", "Candidates and parties"),
    Topic.ELECTION_SECURITY: ("Keselamatan pilihan raya", "Election security"),
    Topic.GOVERNMENT_POLICY: ("Dasar kerajaan", "Government policy"),
    Topic.RACE_RELIGION_ROYALTY: ("Kaum, agama, raja", "Race, religion, royalty"),
    Topic.PUBLIC_ORDER: ("Ketenteraman awam", "Public order"),
    Topic.SCAM_FINANCE: ("Penipuan dan kewangan", "Scams and finance"),
    Topic.HEALTH: ("Kesihatan", "Health"),
    Topic.DISASTER: ("Bencana", "Disasters"),
    Topic.AI_MANIPULATED: ("AI dan media diubah", "AI and altered media"),
    Topic.OTHER: ("Lain-lain", "Other"),
}


def topic_name(topic: Topic, language: Language) -> str:
    """The topic in words."""
    malay, english = _NAMES[topic]
    return malay if language is Language.MS else english
