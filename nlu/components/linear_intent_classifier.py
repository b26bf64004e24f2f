"""Intent classifier: TF-IDF over each sparse featurizer, dense features beside it, one logistic regression an intent.

Rasa's own LogisticRegressionClassifier sees raw counts at one fixed regularisation, and loads an untrained model in
silence when its file is missing. This one weighs the counts, names its parameters, and refuses to load what is not there.
Weights are kept as plain numpy arrays: nothing is unpickled.
"""

from typing import Any, Dict, List, Type

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.featurizers.featurizer import Featurizer
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, vstack

from nlu.components.linear_model import LinearModel

_FILE = "weights.npz"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class LinearIntentClassifier(IntentClassifier, GraphComponent):
    """Takes the sparse features of `sparse` (featurizer aliases, in order) and all dense features."""

    @classmethod
    def required_components(cls) -> List[Type]:
        """Anything that makes features."""
        return [Featurizer]

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """C and the dense weight were chosen by cross-validation: docs/nlu.md."""
        return {"sparse": [], "C": 3.0, "dense_weight": 1.0, "random_state": 42, "ranking_length": 5}

    def __init__(
        self, config: Dict[str, Any], model_storage: ModelStorage, resource: Resource, model: LinearModel
    ) -> None:
        """Keep where to store and what to predict with."""
        self._config = {**self.get_default_config(), **config}
        self._model_storage, self._resource, self._model = model_storage, resource, model

    @classmethod
    def create(
        cls, config: Dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext
    ) -> "LinearIntentClassifier":
        """Make an untrained one, for training."""
        merged = {**cls.get_default_config(), **config}
        model = LinearModel(C=merged["C"], dense_weight=merged["dense_weight"], random_state=merged["random_state"])
        return cls(config, model_storage, resource, model)

    @classmethod
    def load(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_: Any,
    ) -> "LinearIntentClassifier":
        """Read the trained weights; a missing file is an error, not an empty model."""
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, LinearModel.read(folder / _FILE))

    def train(self, training_data: TrainingData) -> Resource:
        """Fit on every example with an intent, and store the weights."""
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        self._model.fit(self._blocks(examples), self._dense(examples), [example.get(INTENT) for example in examples])
        with self._model_storage.write_to(self._resource) as folder:
            self._model.write(folder / _FILE)
        return self._resource

    def process(self, messages: List[Message]) -> List[Message]:
        """Set `intent` and `intent_ranking`, best first; confidences add up to 1 over all intents."""
        if not messages:
            return messages
        for message, row in zip(messages, self._model.predict(self._blocks(messages), self._dense(messages))):
            order = np.argsort(-row, kind="stable")[: self._config["ranking_length"]]
            ranking = [{"name": self._model.labels[at], "confidence": float(row[at])} for at in order]
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        return messages

    def _blocks(self, messages: List[Message]) -> List[csr_matrix]:
        if len(messages) == 1:
            return [self._sparse(messages[0], alias) for alias in self._config["sparse"]]
        return [
            csr_matrix(vstack([self._sparse(message, alias) for message in messages]))
            for alias in self._config["sparse"]
        ]

    def _sparse(self, message: Message, alias: str) -> csr_matrix:
        _, sentence = message.get_sparse_features(TEXT, [alias])
        if sentence is None:
            raise ValueError(f"no sparse features from {alias!r}: check the aliases in config.yml")
        return csr_matrix(sentence.features, dtype=np.float32)

    @staticmethod
    def _dense(messages: List[Message]) -> np.ndarray:
        rows = [message.get_dense_features(TEXT)[1] for message in messages]
        return np.vstack([np.zeros((1, 0), np.float32) if row is None else row.features for row in rows])
