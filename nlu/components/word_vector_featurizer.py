"""Featurizer: the direction of a message's summed word vectors, the same for both languages."""

from pathlib import Path
from typing import Any, Dict, List, Type

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import FEATURIZER_CLASS_ALIAS, TOKENS_NAMES
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, FEATURE_TYPE_SEQUENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.components.chat_tokenizer import ChatTokenizer
from nlu.components.word_vectors import WordVectors

ROOT = Path(__file__).parents[2]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class WordVectorFeaturizer(DenseFeaturizer, GraphComponent):
    """Dense features from the embedder's table: shape (tokens, dimension) and (1, dimension)."""

    @classmethod
    def required_components(cls) -> List[Type]:
        """It reads lemmas."""
        return [ChatTokenizer]

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """`model` is the embedder's folder, from the root of the project."""
        return {**DenseFeaturizer.get_default_config(), "model": "knowledge/embedder/model"}

    def __init__(self, config: Dict[str, Any], name: str) -> None:
        """Map the vectors; a missing file stops the start."""
        super().__init__(name, config)
        self._vectors = WordVectors(ROOT / self._config["model"])

    @classmethod
    def create(
        cls, config: Dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext
    ) -> "WordVectorFeaturizer":
        """Make one, as Rasa asks for it."""
        return cls(config, execution_context.node_name)

    @classmethod
    def validate_config(cls, config: Dict[str, Any]) -> None:
        """Nothing to check before the folder is opened."""

    def process(self, messages: List[Message]) -> List[Message]:
        """Add both kinds of features to each message."""
        for message in messages:
            tokens = message.get(TOKENS_NAMES[TEXT])
            if tokens:
                self._featurize(message, [token.lemma.split() for token in tokens])
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """The same for training examples."""
        self.process(training_data.training_examples)
        return training_data

    def _featurize(self, message: Message, words: List[List[str]]) -> None:
        sequence = np.stack([self._vectors.embed(token) for token in words])
        sentence = self._vectors.embed(word for token in words for word in token)[None, :]
        for kind, features in ((FEATURE_TYPE_SEQUENCE, sequence), (FEATURE_TYPE_SENTENCE, sentence)):
            message.add_features(Features(features, kind, TEXT, self._config[FEATURIZER_CLASS_ALIAS]))
