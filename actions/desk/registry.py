"""What the desk adds to the bot."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final

from actions.action import Action, FileAction
from actions.conversation.form import Form
from actions.desk import (
    change_forms,
    cluster,
    cluster_decisions,
    entry_forms,
    joining,
    notices,
    overview,
    queue,
    recheck,
    review,
    team,
)
from actions.desk.access import for_role
from actions.desk.home_state import tell_home_state
from actions.desk.keys import DeskKey
from actions.desk.presses import DeskPress
from knowledge.store.team_store import Role
from nlu.intents import Intent

KEYS: Final[type[StrEnum]] = DeskKey

_C, _R, _O = Role.CONTRIBUTOR, Role.REVIEWER, Role.OWNER

ACTIONS: Final[Mapping[Intent, Action]] = {
    Intent.CONTRIBUTE_ENTRY: for_role(_C, overview.desk),
    Intent.REVIEW_QUEUE: for_role(_C, overview.desk),
}

COMMANDS: Final[Mapping[str, Action]] = {
    "desk": for_role(_C, overview.desk),
    "queue": for_role(_C, queue.queue_command),
    "add": for_role(_C, entry_forms.write),
    "review": for_role(_R, review.review),
    "correct": for_role(_C, change_forms.correct),
    "recheck": for_role(_C, recheck.recheck),
    "team": for_role(_C, team.team),
    "name": for_role(_C, joining.rename),
    "audit": for_role(_O, overview.audit),
}

BUTTONS: Final[Mapping[str, Action]] = {
    DeskPress.DESK: for_role(_C, overview.desk),
    DeskPress.QUEUE: for_role(_C, queue.queue),
    DeskPress.CLUSTER: for_role(_C, cluster.show_cluster),
    DeskPress.CLAIM: for_role(_C, cluster.claim),
    DeskPress.RELEASE: for_role(_C, cluster.release),
    DeskPress.WRITE: for_role(_C, entry_forms.write),
    DeskPress.LINK: for_role(_R, cluster_decisions.link),
    DeskPress.LINK_OTHER: for_role(_R, cluster_decisions.link_other),
    DeskPress.MERGES: for_role(_C, cluster_decisions.choose_merge),
    DeskPress.MERGE: for_role(_C, cluster_decisions.merge),
    DeskPress.SPLIT: for_role(_C, cluster_decisions.split),
    DeskPress.CLOSES: for_role(_R, cluster_decisions.choose_reason),
    DeskPress.CLOSE: for_role(_R, cluster_decisions.close),
    DeskPress.REVIEWS: for_role(_R, review.review),
    DeskPress.REVIEW: for_role(_R, review.show_submission),
    DeskPress.PENDING: for_role(_R, review.show_pending),
    DeskPress.APPROVE: for_role(_R, review.approve),
    DeskPress.SEND_BACK: for_role(_R, review.send_back),
    DeskPress.REJECT: for_role(_R, review.reject),
    DeskPress.EDIT: for_role(_C, change_forms.edit),
    DeskPress.MINE: for_role(_C, review.mine),
    DeskPress.CORRECT: for_role(_C, change_forms.correct),
    DeskPress.RECHECKS: for_role(_C, recheck.recheck),
    DeskPress.STALE: for_role(_C, recheck.show_stale),
    DeskPress.STILL_RIGHT: for_role(_R, recheck.still_right),
    DeskPress.TEAM: for_role(_C, team.team),
    DeskPress.INVITE: for_role(_O, team.invite),
    DeskPress.REVOKE: for_role(_O, team.revoke),
    DeskPress.MEMBER: for_role(_O, team.show_member),
    DeskPress.ROLE: for_role(_O, team.change_role),
    DeskPress.REMOVE: for_role(_O, team.remove),
    DeskPress.NOTICES: for_role(_R, notices.switch),
    DeskPress.AUDIT: for_role(_O, overview.audit),
    DeskPress.HOME: tell_home_state,
}

LINKS: Final[Mapping[str, Action]] = {team.JOIN_PREFIX: joining.open_invitation}

FORMS: Final[Sequence[Form]] = (
    entry_forms.NEW,
    change_forms.EDITED,
    change_forms.EDITED_CORRECTION,
    change_forms.CORRECTED,
    change_forms.EDITED_RULE,
    change_forms.EDITED_RULE_CORRECTION,
    change_forms.CORRECTED_RULE,
    cluster_decisions.LINK,
    cluster_decisions.SPLIT,
    review.SENT_BACK,
    review.REJECTED,
    joining.JOIN,
    joining.RENAME,
)

FILES: Final[Sequence[FileAction]] = ()
