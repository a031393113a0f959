"""A sentence in English until a language is asked for: for errors, which are raised before it is known."""

from typing import Any

from data import catalog


class Sentence:
    """A sentence with what is put into it; what is put in may be one itself.

    Its translations stand in data/catalog/translations.toml under the English words. They are looked at only when they
    are asked for, so that a catalog that cannot be read can still be said.
    """

    def __init__(self, words: str, **values: Any) -> None:
        self.words, self.values = words, values

    def says(self, language: str) -> str:
        """The sentence in a language; in English where it has no translation, or none can be read."""
        if language == catalog.LANGUAGES[0]:
            return str(self)
        try:
            words, _ = catalog.translated("refusals", self.words, language)
        except catalog.Mistakes:
            return str(self)
        return self._filled(words, language)

    def __str__(self) -> str:
        """The sentence in English."""
        return self._filled(self.words, catalog.LANGUAGES[0])

    def _filled(self, words: str, language: str) -> str:
        values = {key: one.says(language) if isinstance(one, Sentence) else one for key, one in self.values.items()}
        return words.format(**values) if values else words


class Told(Exception):
    """An error whose message is one sentence, for whoever asked."""

    def __init__(self, sentence: str | Sentence) -> None:
        self.sentence = sentence if isinstance(sentence, Sentence) else Sentence(sentence)
        super().__init__(str(self.sentence))

    def says(self, language: str) -> str:
        """The message in a language."""
        return self.sentence.says(language)
