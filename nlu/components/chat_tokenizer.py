"""Tokenizer for chat Malay and English: each token keeps what was typed; its lemma is what that stands for."""

from typing import Any, Dict, List

from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.training_data.message import Message

from nlu.components.chat_words import ChatWords, read_short_forms


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class ChatTokenizer(Tokenizer):
    """Splits with `ChatWords`; featurizers that use lemmas see short forms written out."""

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """No option of its own; the two are what every Rasa tokenizer must state."""
        return {"intent_tokenization_flag": False, "intent_split_symbol": "_"}

    def __init__(self, config: Dict[str, Any]) -> None:
        """Read the short forms."""
        super().__init__(config)
        self._words = ChatWords(read_short_forms())

    @classmethod
    def create(
        cls, config: Dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext
    ) -> "ChatTokenizer":
        """Make one, as Rasa asks for it."""
        return cls(config)

    def tokenize(self, message: Message, attribute: str) -> List[Token]:
        """Tokens of one attribute, in order."""
        pieces = self._words.split(message.get(attribute))
        return [Token(piece.typed, piece.start, lemma=piece.meant) for piece in pieces]
