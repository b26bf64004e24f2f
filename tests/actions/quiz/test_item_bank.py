"""Which questions a class may be asked."""

from actions.quiz.item_bank import candidates, pick
from knowledge.quiz.plan import ClassPlan, Shown, Source
from tests.actions.action_world import NOW, World
from tests.knowledge.store.test_question_sets import own_question


def test_outdated_own_questions_are_not_asked(world: World) -> None:
    """A question whose fact-check was changed since waits for its owner; a set that is gone has none."""
    fresh = own_question("Apa itu MCMC?")
    outdated = own_question().model_copy(update={"is_outdated": True})
    kept = world.services.question_sets.add("ann", "Bab 1", [outdated, fresh], NOW)
    assert kept is not None
    plan = ClassPlan("Kelas", Shown.MS, Source.OWN_SET, kept.code)
    assert [question.question_ms for question in pick(plan, world.services, seed=1)] == ["Apa itu MCMC?"]
    assert candidates(ClassPlan("Kelas", Shown.MS, Source.OWN_SET, "ZZZZZZ"), world.services) == []
