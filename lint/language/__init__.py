"""The language step: from a document's characters to sentences of words, with scopes and subjects."""

from lint.language.analyse import analyse
from lint.language.lexicon import Lexicon
from lint.language.line import words_at
from lint.language.subject import subject_at

__all__ = ["Lexicon", "analyse", "subject_at", "words_at"]
